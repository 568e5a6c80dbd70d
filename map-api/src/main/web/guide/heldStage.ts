import type { Corner } from '../shared/bounds';
import type { Hit, PlaceCard, Spot } from './places';
import type { Stage } from './stage';

/** Stands for the map until it has come, and then shows on it what was shown last: nothing is asked or written twice. */
export class HeldStage implements Stage {
  private last: (stage: Stage) => void = (stage) => stage.clear();

  constructor(private stage: Stage) {}

  attach(stage: Stage): void {
    this.stage = stage;
    this.last(stage);
  }

  middle(): Spot {
    return this.stage.middle();
  }

  showHits(hits: readonly Hit[]): void {
    this.act((stage) => stage.showHits(hits));
  }

  markHits(hits: readonly Hit[]): void {
    this.last = (stage) => stage.showHits(hits);
    this.stage.markHits(hits);
  }

  showPlace(place: PlaceCard): void {
    this.act((stage) => stage.showPlace(place));
  }

  showSpot(spot: Spot): void {
    this.act((stage) => stage.showSpot(spot));
  }

  showMeasure(corners: readonly Corner[]): void {
    this.act((stage) => stage.showMeasure(corners));
  }

  lookAtMeasure(corners: readonly Corner[]): void {
    this.act((stage) => stage.lookAtMeasure(corners));
  }

  clear(): void {
    this.act((stage) => stage.clear());
  }

  private act(what: (stage: Stage) => void): void {
    this.last = what;
    what(this.stage);
  }
}
