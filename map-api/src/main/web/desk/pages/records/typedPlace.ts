import type { Corner } from '../../../shared/bounds';
import { call } from '../../../shared/http';
import type { TypedPlace } from '../../parts/places';
import { API } from './types';

/** More corners than this are brought along otherwise. */
export const MOST_PLACES = 500;
/** Asked for at once: few enough for a service others work with, too. */
const AT_ONCE = 8;

/** Where those are, as the service knows. */
export async function whereAre(places: readonly TypedPlace[]): Promise<readonly Corner[]> {
  const corners: Corner[] = [];
  while (corners.length < places.length) {
    corners.push(...(await Promise.all(places.slice(corners.length, corners.length + AT_ONCE).map(whereIs))));
  }
  return corners;
}

async function whereIs({ isMetres, x, y }: TypedPlace): Promise<Corner> {
  if (!isMetres) {
    return [x, y];
  }
  const { lon, lat } = await call<{ lon: number; lat: number }>(
    `${API}/place?${new URLSearchParams({ east: String(x), north: String(y) })}`,
  );
  return [lon, lat];
}

/** To a millimetre. */
export function written([longitude, latitude]: Corner): string {
  return `${longitude.toFixed(8)} ${latitude.toFixed(8)}`;
}
