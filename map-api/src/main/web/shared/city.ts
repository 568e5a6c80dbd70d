import type { StyleSpecification } from 'maplibre-gl';
import { getJson } from './http';

export type Box = readonly [west: number, south: number, east: number, north: number];

/** The city whose published release is shown. */
export interface City {
  readonly name: string;
  readonly bbox: Box;
  readonly release?: { readonly number: number; readonly publishedAt: string };
  /** Markup, with links to the licences. */
  readonly attribution?: string;
  readonly sample?: boolean;
}

/** What a page names while the city cannot be had. */
export const NOWHERE: City = { name: 'Kentatlas', bbox: [25.5, 35.5, 45, 42.5] };

export function readCity(): Promise<City> {
  return getJson<City>('/api/guide/city');
}

/** The map's style, its words in the page's language. */
export function readStyle(base = '/ogc'): Promise<StyleSpecification> {
  return getJson<StyleSpecification>(`${base}/styles/kent?lang=${document.documentElement.lang}`);
}

/** A style in which buildings do not stand up: a wall would lean over what lies behind it. */
export function flat(style: StyleSpecification): StyleSpecification {
  return { ...style, layers: style.layers.filter((layer) => layer.type !== 'fill-extrusion') };
}
