import { describe, expect, it } from 'vitest';
import { HeldStage } from './heldStage';
import type { PlaceCard } from './places';
import type { Stage } from './stage';
import { stillStage } from './stillStage';

function recorder(said: string[]): Stage {
  const tell = (what: string) => (): void => void said.push(what);
  return {
    middle: () => ({ longitude: 1, latitude: 2 }),
    showHits: tell('hits'),
    markHits: tell('marks'),
    showPlace: tell('place'),
    showSpot: tell('spot'),
    showMeasure: tell('measure'),
    lookAtMeasure: tell('look'),
    clear: tell('clear'),
  };
}

describe('the stage before its map', () => {
  it('shows what was shown last when the map comes, and nothing of what was before', () => {
    const said: string[] = [];
    const held = new HeldStage(recorder([]));
    held.showHits([]);
    held.showSpot({ longitude: 1, latitude: 2 });
    held.attach(recorder(said));
    expect(said).toEqual(['spot']);
    held.clear();
    expect(said).toEqual(['spot', 'clear']);
  });

  it('leaves the map where its reader put it when a list is told anew, but shows the list to a map that comes only then', () => {
    const said: string[] = [];
    const held = new HeldStage(recorder(said));
    const still = stillStage(held);
    still.showPlace({} as PlaceCard);
    still.showHits([]);
    still.clear();
    expect(said).toEqual(['marks']);
    held.attach(recorder(said));
    expect(said).toEqual(['marks', 'hits']);
  });

  it('knows the middle of whatever it stands for', () => {
    expect(new HeldStage(recorder([])).middle()).toEqual({ longitude: 1, latitude: 2 });
  });
});
