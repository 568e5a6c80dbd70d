import type { Stage } from './stage';

/** Shows what is told anew on a map that stays where its reader put it: the marks of a list change, all else is as it was. */
export function stillStage(stage: Stage): Stage {
  const nothing = (): void => undefined;
  return {
    middle: () => stage.middle(),
    showHits: (hits) => stage.markHits(hits),
    markHits: (hits) => stage.markHits(hits),
    showPlace: nothing,
    showSpot: nothing,
    showMeasure: nothing,
    lookAtMeasure: nothing,
    clear: nothing,
  };
}
