import { expect, test } from 'vitest';
import { COLOURS, classOf, colourOf, limits, ranges } from './classes';

test('five classes hold as many areas each', () => {
  const cuts = limits([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(cuts).toEqual([2, 4, 6, 8]);
  expect([1, 2, 3, 9, 10].map((value) => classOf(value, cuts))).toEqual([0, 0, 1, 4, 4]);
});

test('equal values are one class', () => {
  expect(limits([4, 4, 4])).toEqual([]);
  expect(classOf(4, [])).toBe(0);
  expect(limits([])).toEqual([]);
});

test('few classes have colours far apart', () => {
  expect([0, 1].map((index) => colourOf(index, 2))).toEqual([COLOURS[0], COLOURS[4]]);
  expect(colourOf(0, 1)).toBe(COLOURS[2]);
});

test('no value stands in two lines of the legend', () => {
  expect(ranges([164, 581, 582, 1089], [164, 581], 'tr')).toEqual(['164', '165 – 581', '582 – 1.089']);
  expect(ranges([0.5, 2, 7.25], [0.5, 2], 'tr')).toEqual(['0,5 – 0,5', '> 0,5 – 2', '> 2 – 7,25']);
  expect(ranges([4, 4], [], 'en')).toEqual(['4']);
  expect(ranges([], [], 'en')).toEqual([]);
});
