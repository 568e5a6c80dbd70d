import { expect, it } from 'vitest';
import type { State } from './state';
import { pinned, stepsToList } from './trail';

const PLACE: State = { view: 'place', id: '11111111-2222-3333-4444-555555555555' };

it('leads from a card to the list it was opened from, however many places were pinned meanwhile', () => {
  expect(stepsToList(PLACE, { from: 'results' })).toBe(1);
  expect(stepsToList(PLACE, pinned(pinned({ from: 'near' })))).toBe(3);
});

it('knows no list where a card was not opened from one', () => {
  expect(stepsToList(PLACE, null)).toBe(0);
  expect(stepsToList(PLACE, pinned(null))).toBe(0);
  expect(stepsToList(PLACE, { from: 'home' })).toBe(0);
  expect(stepsToList({ view: 'near', kind: 'eczane' }, { from: 'results' })).toBe(0);
});

it('keeps with a pin what else its step knows', () => {
  expect(pinned({ from: 'duty', ...{ asked: 'own' } })).toEqual({ from: 'duty', asked: 'own', pins: 1 });
});
