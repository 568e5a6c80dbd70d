import { describe, expect, it } from 'vitest';
import { limitAt, moved, placeOf, placeOfLimit, pushed, roomOf } from './scale';

/** Measures, and floors from 1 to 4. */
const measures = (from: number, to: number) => ({ from, to, step: 0, bins: [] });
const floors = { from: 1, to: 4, step: 1, bins: [5, 9, 2, 1] };

describe('a limit of measures', () => {
  it('stays between its neighbours', () => {
    expect(moved([2, 5, 7], 1, 100, measures(0, 10))).toEqual([2, 6.98, 7]);
    expect(moved([2, 5, 7], 0, -3, measures(0, 10))).toEqual([0.02, 5, 7]);
    expect(moved([2, 5, 7], 1, 4.126, measures(0, 10))).toEqual([2, 4.1, 7]);
  });

  it('stays between neighbours that are closer than a step', () => {
    const [low, limit, high] = moved([100, 101, 102], 1, -500, measures(0, 100_000));
    expect([low, high]).toEqual([100, 102]);
    expect(limit).toBeGreaterThan(100);
    expect(limit).toBeLessThan(102);
  });

  it('stands where its value is', () => {
    expect(placeOfLimit(5, measures(0, 10))).toBe(0.5);
    expect(limitAt(0.5, measures(0, 10))).toBe(5);
    expect(pushed(5, 1 / 50, measures(0, 10))).toBeCloseTo(5.2);
    expect(placeOf(3, measures(3, 3))).toBe(0);
  });
});

describe('whole numbers', () => {
  it('stand in the middle of their columns, and limits between them', () => {
    expect([1, 2, 3, 4].map((value) => placeOf(value, floors))).toEqual([0.125, 0.375, 0.625, 0.875]);
    expect([1, 2.75, 3].map((limit) => placeOfLimit(limit, floors))).toEqual([0.25, 0.5, 0.75]);
    expect([0.25, 0.3, 0.74].map((place) => limitAt(place, floors))).toEqual([1, 1, 3]);
  });

  it('are limits again when one is moved, by a number at least', () => {
    expect([pushed(2, 1 / 50, floors), pushed(2.75, -1 / 50, floors), pushed(1, 1, floors)]).toEqual([3, 1, 4]);
    expect(moved([1, 2], 1, 3, floors)).toEqual([1, 3]);
    expect(moved([1, 3], 0, 9, floors)).toEqual([2, 3]);
    expect(moved([1, 2], 1, 9, floors)).toEqual([1, 3]);
    expect(moved([1, 2], 0, 9, floors)).toEqual([1, 2]);
    expect(moved([1, 3], 0, -9, floors)).toEqual([1, 3]);
    expect(roomOf([1, 3], 0, floors)).toEqual([1, 2]);
  });
});
