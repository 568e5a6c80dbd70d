import type { Geometry } from 'geojson';
import { getJson } from '../shared/http';
import type { Language } from '../shared/messages';

/** A published feature at a place, as a card shows it. */
export interface Found {
  readonly collection: string;
  readonly id: string;
  readonly kind: string;
  readonly title?: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly geometry?: Geometry;
  readonly href: string;
}

export interface Place {
  readonly longitude: number;
  readonly latitude: number;
}

/** What is published at a place, nearest and smallest first; the radius is in metres. */
export async function findAt(place: Place, radius: number, language: Language, cancel: AbortSignal): Promise<readonly Found[]> {
  const query = new URLSearchParams({
    lon: place.longitude.toFixed(7),
    lat: place.latitude.toFixed(7),
    radius: radius.toFixed(1),
    lang: language,
  });
  return (await getJson<{ features: readonly Found[] }>(`/api/guide/at?${query}`, cancel)).features;
}

const EARTH_CIRCUMFERENCE_M = 40_075_016.686;
const TILE_PX = 512;
const FINGER_PX = 10;

/** Metres on the ground under a finger's width on the screen: the radius of a click. */
export function clickRadius(latitude: number, zoom: number): number {
  const metresPerPixel = (EARTH_CIRCUMFERENCE_M * Math.cos((latitude * Math.PI) / 180)) / (TILE_PX * 2 ** zoom);
  return Math.min(500, Math.max(1, metresPerPixel * FINGER_PX));
}

/** A link into our own service; anything else (another host, a script) is refused. */
export function ownPath(href: string): string | undefined {
  return /^\/(?![/\\])/.test(href) ? href : undefined;
}
