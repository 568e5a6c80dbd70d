import type { Geometry } from 'geojson';
import { expect, test } from 'vitest';
import {
  cornersOf,
  emptySketch,
  geometryOf,
  inserted,
  measuresOf,
  middlesOf,
  moved,
  nearest,
  removed,
  type Sketch,
  sketchOf,
} from './sketch';

const HOUSE: Geometry = {
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [32, 39],
        [32.004, 39],
        [32.004, 39.004],
        [32, 39.004],
        [32, 39],
      ],
      [
        [32.001, 39.001],
        [32.002, 39.001],
        [32.002, 39.002],
        [32.001, 39.001],
      ],
    ],
  ],
};
const house = sketchOf(HOUSE) as Sketch;

test('a shape that is not touched stays what it was', () => {
  for (const shape of [
    HOUSE,
    { type: 'Point', coordinates: [32, 39] } as Geometry,
    {
      type: 'LineString',
      coordinates: [
        [32, 39],
        [33, 39],
      ],
    } as Geometry,
  ]) {
    expect(geometryOf(sketchOf(shape) as Sketch)).toEqual(shape);
  }
  expect(cornersOf(house)).toHaveLength(7);
});

test('a corner is moved, added and removed in the ring it belongs to', () => {
  expect(cornersOf(moved(house, 4, [32.0015, 39.0005]))[4]).toEqual([32.0015, 39.0005]);
  const more = inserted(house, 3, [31.999, 39.002]);
  expect(more.paths.map(({ corners }) => corners.length)).toEqual([5, 3]);
  expect(removed(more, 4)).toEqual(house);
});

test('what has too few corners is no shape yet, and a hole without corners is none', () => {
  expect(geometryOf(removed(house, 4))).toBeUndefined();
  const filled = [6, 5, 4].reduce((sketch, number) => removed(sketch, number), house);
  expect((geometryOf(filled) as { coordinates: unknown[][] }).coordinates[0]).toHaveLength(1);
  const begun = inserted(emptySketch('line'), 0, [32, 39]);
  expect(geometryOf(begun)).toBeUndefined();
  expect(geometryOf(inserted(begun, 0, [33, 39]))).toEqual({
    type: 'LineString',
    coordinates: [
      [32, 39],
      [33, 39],
    ],
  });
});

test('between two corners there is a place for another one, round a ring and along a line', () => {
  expect(middlesOf(house).map(({ after }) => after)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(middlesOf(house)[3]?.corner[1]).toBeCloseTo(39.002, 9);
  expect(
    middlesOf(
      sketchOf({
        type: 'LineString',
        coordinates: [
          [32, 39],
          [33, 39],
        ],
      }) as Sketch,
    ),
  ).toHaveLength(1);
});

test('an area is measured in square metres without its holes', () => {
  const { length, area } = measuresOf(house);
  expect(area / (346.4 * 444.06 - (86.6 * 111.01) / 2)).toBeCloseTo(1, 2);
  expect(length).toBeGreaterThan(2 * (346 + 444));
});

test('the nearest place is found within some pixels, and none further away', () => {
  expect(nearest(cornersOf(house), [32.00401, 39], 18, 12)).toBe(1);
  expect(nearest(cornersOf(house), [32.0032, 39], 18, 12)).toBeUndefined();
});
