/** A shape that is being drawn: its corners, in paths. Nothing of it changes; each change gives another one. */

import type { Geometry, Position } from 'geojson';
import type { Corner } from '../../../shared/bounds';

export type Kind = 'point' | 'line' | 'area';

/** A point, a line or a ring, whose first corner does not come again at its end; the first ring of a part is its outline. */
interface Path {
  readonly part: number;
  readonly corners: readonly Corner[];
}

export interface Sketch {
  readonly kind: Kind;
  /** Written as a geometry of several parts, though it may have one only. */
  readonly isMany: boolean;
  readonly paths: readonly Path[];
}

/** Between two corners of a path. */
export interface Middle {
  /** Number of the corner before it. */
  readonly after: number;
  readonly corner: Corner;
}

const LEAST: Readonly<Record<Kind, number>> = { point: 1, line: 2, area: 3 };
/** Radii of the ellipsoid of WGS 84. */
const EQUATOR = 6_378_137;
const FLATTENING = 1 / 298.257223563;

export function emptySketch(kind: Kind): Sketch {
  return { kind, isMany: false, paths: [{ part: 0, corners: [] }] };
}

/** The sketch of a shape that is there; none of a collection. */
export function sketchOf(geometry: Geometry): Sketch | undefined {
  switch (geometry.type) {
    case 'Point':
      return { kind: 'point', isMany: false, paths: [path([geometry.coordinates], 0)] };
    case 'MultiPoint':
      return { kind: 'point', isMany: true, paths: geometry.coordinates.map((one, part) => path([one], part)) };
    case 'LineString':
      return { kind: 'line', isMany: false, paths: [path(geometry.coordinates, 0)] };
    case 'MultiLineString':
      return { kind: 'line', isMany: true, paths: geometry.coordinates.map(path) };
    case 'Polygon':
      return { kind: 'area', isMany: false, paths: rings(geometry.coordinates, 0) };
    case 'MultiPolygon':
      return { kind: 'area', isMany: true, paths: geometry.coordinates.flatMap(rings) };
    default:
      return undefined;
  }
}

/** Undefined while corners are missing. */
export function geometryOf(sketch: Sketch): Geometry | undefined {
  const { kind, isMany } = sketch;
  const paths = sketch.paths.filter(({ corners }) => corners.length > 0);
  if (paths.length === 0 || paths.some(({ corners }) => corners.length < LEAST[kind])) {
    return undefined;
  }
  const positions = paths.map(({ corners }) => corners.map(position));
  switch (kind) {
    case 'point':
      return isMany ? { type: 'MultiPoint', coordinates: positions.flat() } : { type: 'Point', coordinates: positions[0]?.[0] ?? [] };
    case 'line':
      return isMany ? { type: 'MultiLineString', coordinates: positions } : { type: 'LineString', coordinates: positions[0] ?? [] };
    default: {
      const parts = [...new Set(paths.map(({ part }) => part))].map((part) =>
        paths.filter((one) => one.part === part).map(({ corners }) => closed(corners)),
      );
      return isMany ? { type: 'MultiPolygon', coordinates: parts } : { type: 'Polygon', coordinates: parts[0] ?? [] };
    }
  }
}

/** All corners; a corner's number is its place among them. */
export function cornersOf({ paths }: Sketch): readonly Corner[] {
  return paths.flatMap(({ corners }) => corners);
}

export function moved(sketch: Sketch, number: number, to: Corner): Sketch {
  return changed(sketch, number, (corners, index) => corners.with(index, to));
}

/** With one corner more after that one; the first of all where there is none. */
export function inserted(sketch: Sketch, after: number, corner: Corner): Sketch {
  const [first, ...others] = sketch.paths;
  return cornersOf(sketch).length === 0 && first
    ? { ...sketch, paths: [{ ...first, corners: [corner] }, ...others] }
    : changed(sketch, after, (corners, index) => corners.toSpliced(index + 1, 0, corner));
}

export function removed(sketch: Sketch, number: number): Sketch {
  return changed(sketch, number, (corners, index) => corners.toSpliced(index, 1));
}

export function middlesOf({ kind, paths }: Sketch): readonly Middle[] {
  let before = 0;
  return paths.flatMap(({ corners }) => {
    const from = before;
    before += corners.length;
    const ends = kind === 'area' && corners.length >= LEAST.area ? [...corners.slice(1), ...corners.slice(0, 1)] : corners.slice(1);
    return ends.map((end, index) => {
      const [longitude, latitude] = corners[index] ?? end;
      return { after: from + index, corner: [(longitude + end[0]) / 2, (latitude + end[1]) / 2] as const };
    });
  });
}

/** Metres of its lines and outlines, square metres of its areas. */
export function measuresOf({ kind, paths }: Sketch): { readonly length: number; readonly area: number } {
  const outlines = new Set<number>();
  let length = 0;
  let area = 0;
  for (const { part, corners } of paths) {
    const plane = flat(kind === 'area' ? closed(corners) : corners);
    length += plane.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - (plane[i]?.[0] ?? x), y - (plane[i]?.[1] ?? y)), 0);
    area += (outlines.has(part) ? -1 : 1) * (kind === 'area' ? surface(plane) : 0);
    outlines.add(part);
  }
  return { length, area };
}

/** The number of the place that lies nearest, and no more pixels away than that on a map of this zoom. */
export function nearest(places: readonly Corner[], to: Corner, zoom: number, pixels: number): number | undefined {
  const degrees = (pixels * 360) / (512 * 2 ** zoom);
  const slimmer = Math.cos((to[1] * Math.PI) / 180);
  let best: number | undefined;
  let least = degrees;
  places.forEach(([longitude, latitude], number) => {
    const far = Math.hypot(longitude - to[0], (latitude - to[1]) / slimmer);
    if (far <= least) {
      least = far;
      best = number;
    }
  });
  return best;
}

function changed(sketch: Sketch, number: number, change: (corners: readonly Corner[], index: number) => readonly Corner[]): Sketch {
  let before = 0;
  const paths = sketch.paths.map((one) => {
    const index = number - before;
    before += one.corners.length;
    return index >= 0 && index < one.corners.length ? { ...one, corners: change(one.corners, index) } : one;
  });
  return { ...sketch, paths };
}

function path(positions: readonly Position[], part: number): Path {
  return { part, corners: positions.map(([longitude, latitude]) => [longitude ?? 0, latitude ?? 0]) };
}

function rings(coordinates: readonly Position[][], part: number): readonly Path[] {
  return coordinates.map((ring) => path(ring.slice(0, -1), part));
}

function position([longitude, latitude]: Corner): Position {
  return [longitude, latitude];
}

function closed(corners: readonly Corner[]): Position[] {
  return [...corners, ...corners.slice(0, 1)].map(position);
}

/** Metres on the plane that touches the ellipsoid at the first corner. */
function flat(positions: readonly (Corner | Position)[]): readonly (readonly [number, number])[] {
  const [west = 0, south = 0] = positions[0] ?? [];
  const latitude = (south * Math.PI) / 180;
  const squared = FLATTENING * (2 - FLATTENING);
  const bend = 1 - squared * Math.sin(latitude) ** 2;
  const east = (EQUATOR / Math.sqrt(bend)) * Math.cos(latitude) * (Math.PI / 180);
  const north = ((EQUATOR * (1 - squared)) / bend ** 1.5) * (Math.PI / 180);
  return positions.map(([x = 0, y = 0]) => [(x - west) * east, (y - south) * north]);
}

function surface(ring: readonly (readonly [number, number])[]): number {
  const twice = ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[i + 1] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}
