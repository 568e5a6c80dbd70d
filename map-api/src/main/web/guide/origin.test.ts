import { describe, expect, it } from 'vitest';
import { measured } from './origin';
import type { Found, Hit } from './places';

const hit: Hit = { id: 'a', sort: 'place', code: '', kind: '', title: '', where: '', path: '', longitude: 33, latitude: 40, distance: 230 };
const middle = { longitude: 32, latitude: 39, own: false };
const distances = (understood: Found['understood'], count: number, origin = middle): (number | undefined)[] =>
  measured({ understood, loose: false, results: Array.from({ length: count }, () => hit) }, origin).results.map(({ distance }) => distance);

describe('the distances of a search', () => {
  it('are left out where the map moved to the one that was named', () => {
    expect(distances('address', 2)).toEqual([undefined, undefined]);
    expect(distances('parcel', 1)).toEqual([undefined]);
    expect(distances('words', 1)).toEqual([undefined]);
  });

  it('are told from the reader, and where there is something to compare', () => {
    expect(distances('parcel', 1, { ...middle, own: true })).toEqual([230]);
    expect(distances('words', 2)).toEqual([230, 230]);
    expect(distances('nearest', 1)).toEqual([230]);
  });
});
