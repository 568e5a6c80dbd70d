import type { Geometry } from 'geojson';
import type { Box } from './city';

export type Corner = readonly [longitude: number, latitude: number];

type Coordinates = readonly number[] | readonly Coordinates[];

/** Every position of a geometry. */
export function cornersOf(geometry: Geometry | null | undefined): readonly Corner[] {
  return geometry && 'coordinates' in geometry ? flat(geometry.coordinates as Coordinates) : [];
}

/** West, south, east, north of all positions; undefined when there are none. */
export function boundsOf(corners: readonly Corner[]): Box | undefined {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [longitude, latitude] of corners) {
    box[0] = Math.min(box[0], longitude);
    box[1] = Math.min(box[1], latitude);
    box[2] = Math.max(box[2], longitude);
    box[3] = Math.max(box[3], latitude);
  }
  return corners.length > 0 ? box : undefined;
}

function flat(coordinates: Coordinates): readonly Corner[] {
  const [first, second] = coordinates;
  return typeof first === 'number' && typeof second === 'number'
    ? [[first, second]]
    : (coordinates as readonly Coordinates[]).flatMap(flat);
}
