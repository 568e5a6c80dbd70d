import type { Corner } from '../shared/bounds';
import { number } from '../shared/format';
import type { Language } from '../shared/messages';

/** Mean radius of the Earth, metres (IUGG). */
const RADIUS = 6_371_008.8;

/** Metres along a line on the sphere; within 0.5 % of the ellipsoid. */
export function lengthOf(corners: readonly Corner[]): number {
  return corners.slice(1).reduce((sum, corner, i) => sum + between(corners[i] ?? corner, corner), 0);
}

/** Square metres of the closed ring on the sphere. */
export function areaOf(corners: readonly Corner[]): number {
  if (corners.length < 3) {
    return 0;
  }
  const twice = corners.reduce((sum, [lon, lat], i) => {
    const [nextLon, nextLat] = corners[(i + 1) % corners.length] ?? [lon, lat];
    return sum + radians(nextLon - lon) * (2 + Math.sin(radians(lat)) + Math.sin(radians(nextLat)));
  }, 0);
  return Math.abs((twice * RADIUS * RADIUS) / 2);
}

/** Metres or kilometres as people read them. */
export function lengthText(metres: number, language: Language): string {
  const far = metres >= 10_000;
  const value = far ? metres / 1000 : metres;
  const digits = far ? 2 : metres < 100 ? 1 : 0;
  return `${number(value, language, digits)} ${far ? 'km' : 'm'}`;
}

/** Square metres, hectares or square kilometres. */
export function areaText(squareMetres: number, language: Language): string {
  const [value, unit] =
    squareMetres >= 10_000_000
      ? [squareMetres / 1_000_000, 'km²']
      : squareMetres >= 100_000
        ? [squareMetres / 10_000, 'ha']
        : [squareMetres, 'm²'];
  return `${number(value, language, unit === 'm²' ? 0 : 2)} ${unit}`;
}

function between([lon, lat]: Corner, [otherLon, otherLat]: Corner): number {
  const chord =
    Math.sin(radians(otherLat - lat) / 2) ** 2 +
    Math.cos(radians(lat)) * Math.cos(radians(otherLat)) * Math.sin(radians(otherLon - lon) / 2) ** 2;
  return 2 * RADIUS * Math.asin(Math.sqrt(Math.min(1, chord)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
