import { expect, test } from 'vitest';
import { boundsOf, cornersOf } from './bounds';

test('the bounds are those of all positions of all geometries', () => {
  const shapes: GeoJSON.Geometry[] = [
    { type: 'Point', coordinates: [30, 40] },
    {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [32, 39],
            [33, 39],
            [33, 41],
            [32, 39],
          ],
        ],
      ],
    },
  ];
  expect(boundsOf(shapes.flatMap(cornersOf))).toEqual([30, 39, 33, 41]);
});

test('what has no position has no bounds', () => {
  expect(boundsOf(cornersOf(null))).toBeUndefined();
  expect(boundsOf(cornersOf({ type: 'MultiPoint', coordinates: [] }))).toBeUndefined();
});
