import type { State } from './state';

/** What a step of the history knows of the steps before it: the view it was opened from, and how many places on the map were pinned since. */
export interface Trail {
  readonly from?: State['view'];
  readonly pins?: number;
}

/** Lists that a card opened from them leads back to. */
const LISTS: readonly unknown[] = ['results', 'near', 'duty'];

/** The step that pins one more place on the map beside what the panel shows. */
export function pinned(trail: Trail | null): Trail {
  return { ...trail, pins: (trail?.pins ?? 0) + 1 };
}

/** How many steps back the list lies that a card was opened from, past what was pinned meanwhile; 0 where it came from none. */
export function stepsToList(state: State, trail: Trail | null): number {
  return state.view === 'place' && LISTS.includes(trail?.from) ? (trail?.pins ?? 0) + 1 : 0;
}
