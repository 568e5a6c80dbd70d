import type { Corner } from '../shared/bounds';
import type { Hit, PlaceCard, Spot } from './places';

/** What the panel does to the map; without WebGL there is none, and the lists say the same. */
export interface Stage {
  middle(): Spot;
  showHits(hits: readonly Hit[]): void;
  /** The same where the map stands. */
  markHits(hits: readonly Hit[]): void;
  showPlace(place: PlaceCard): void;
  showSpot(spot: Spot): void;
  showMeasure(corners: readonly Corner[]): void;
  /** Shows what was measured and moves there, for who opens it by its link. */
  lookAtMeasure(corners: readonly Corner[]): void;
  clear(): void;
}

/** A stage without a map: everything is near the city's middle. */
export function emptyStage(middle: Spot): Stage {
  const nothing = (): void => undefined;
  return {
    middle: () => middle,
    showHits: nothing,
    markHits: nothing,
    showPlace: nothing,
    showSpot: nothing,
    showMeasure: nothing,
    lookAtMeasure: nothing,
    clear: nothing,
  };
}
