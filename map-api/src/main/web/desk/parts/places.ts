import type { Corner } from '../../shared/bounds';
import type { Box } from '../../shared/city';

/** Places as people type them. A comma alone stands between two numbers only where a decimal point follows: 32,85 is one number. */

const NUMBER = '(-?\\d+(?:[.,]\\d+)?)';
const PLACE = new RegExp(`^${NUMBER}(?:\\s*[;\\s]\\s*|\\s*,\\s+|,(?=-?\\d+\\.))${NUMBER}$`);
/** No degree is so much, and no metre of a zone so little. */
const LEAST_METRES = 1_000;

/** What somebody typed for a place: longitude and latitude, or metres east and north in the city's own coordinates. */
export interface TypedPlace {
  readonly isMetres: boolean;
  readonly x: number;
  readonly y: number;
}

/** So far beyond the city's extent, in degrees, a place may still be one of its: about 25 km. */
const LEAST_MARGIN = 0.25;

/**
 * Corners as longitude and latitude near the city: one that is far from it, and is not with its degrees the other way round, was typed
 * latitude first, as the City Guide writes it. Undefined where one is far from it either way.
 */
export function nearCity(corners: readonly Corner[], [west, south, east, north]: Box): readonly Corner[] | undefined {
  const margin = Math.max(LEAST_MARGIN, (east - west) / 2, (north - south) / 2);
  const isNear = ([x, y]: Corner): boolean => x >= west - margin && x <= east + margin && y >= south - margin && y <= north + margin;
  const settled = corners.map(([x, y]) => [[x, y] as const, [y, x] as const].find(isNear));
  return settled.every((corner) => corner !== undefined) ? settled : undefined;
}

/** One place to a line; undefined where a line is none. Of metres the greater one is always north. */
export function placesOf(text: string): readonly TypedPlace[] | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const places = lines.map((line) => placeOf(line.trim()));
  return places.length > 0 && places.every((place) => place !== undefined) ? places : undefined;
}

function placeOf(line: string): TypedPlace | undefined {
  const [, first, second] = PLACE.exec(line) ?? [];
  if (first === undefined || second === undefined) {
    return undefined;
  }
  const x = Number(first.replace(',', '.'));
  const y = Number(second.replace(',', '.'));
  if (x >= LEAST_METRES && y >= LEAST_METRES) {
    return { isMetres: true, x: Math.min(x, y), y: Math.max(x, y) };
  }
  return Math.abs(x) <= 180 && Math.abs(y) <= 90 ? { isMetres: false, x, y } : undefined;
}
