/** Questions as the service takes them, and as the page's address keeps them. */

import { percent, unitText } from '../../../shared/format';
import type { Language } from '../../../shared/messages';
import { placesOf } from '../../parts/places';

export const API = '/api/desk/planning';

/** A release a question can be asked of. */
export interface ReleaseRow {
  readonly number: number;
  readonly publishedAt: string;
  readonly isServed: boolean;
  readonly isWithdrawn: boolean;
}

/** The release the page's address names; without one it is the one that is served. */
export function releaseOf(search: string): number | undefined {
  const text = new URLSearchParams(search).get('release') ?? '';
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

/** An address of the service, for the release that is asked of. */
export function addressOf(path: string, search: string): string {
  const release = releaseOf(search);
  return `${API}${path}${release === undefined ? '' : `${path.includes('?') ? '&' : '?'}release=${release}`}`;
}

/** Where the fields a filter on a type can speak of are told, for the release that is asked of. */
export function fieldsOf(type: string): string {
  return addressOf(`/types/${type}/fields`, location.search);
}

/** What has no place on the map, not even that of another, lies in no area. */
export function hasPlace(type: PlanningType | undefined): boolean {
  return type?.geometry !== 'none' || type.places.length > 0;
}

export interface Named {
  readonly tr: string;
  readonly en: string;
}

export interface Field {
  readonly name: string;
  readonly title: Named;
  readonly unit: string | null;
  readonly values: readonly { readonly code: string; readonly title: Named }[];
}

export interface PlanningType {
  readonly name: string;
  readonly title: Named;
  readonly geometry: 'point' | 'line' | 'area' | 'any' | 'none';
  /** What its features lie at that have no place of their own. */
  readonly places: readonly Named[];
  readonly rows: number;
  readonly numbers: readonly Field[];
  readonly codes: readonly Field[];
}

export type Corner = readonly [number, number];

export interface DrawnArea {
  name: string;
  shape: { readonly type: 'Polygon' | 'MultiPolygon'; readonly coordinates: unknown };
}

export interface StatisticsQuestion {
  type: string;
  rule: 'inside' | 'clipped';
  fields: string[];
  breakdown: string | null;
  filter: string | null;
  neighbourhoods: boolean;
  areas: DrawnArea[];
}

export interface ServiceQuestion {
  facilities: { type: string; attribute: string | null; code: string | null; filter: string | null } | null;
  point: Corner | null;
  minutes: number[];
  speed: number;
  snap: number;
}

/** A unit as people write it. */
export function unitOf(field: { readonly unit: string | null }): string {
  return field.unit === null ? '' : ` (${unitText(field.unit)})`;
}

/** A share as people of the language write it; of nothing there is none. */
export function shareOf(part: number, all: number, language: Language): string {
  return all === 0 ? '–' : percent(part / all, language);
}

/** Longer addresses are cut by what stands between here and the service. */
const LONGEST_ADDRESS = 6_000;

/** The question of the page's address; what it does not say is as usual. */
export function fromAddress<Q extends object>(hash: string, usual: Q): Q {
  const text = /[#&]q=([^&]*)/.exec(hash)?.[1];
  if (text === undefined) {
    return usual;
  }
  try {
    const read = JSON.parse(decodeURIComponent(text)) as Partial<Q>;
    const known = Object.entries(read).filter(([name, value]) => name in usual && sameKind(value, usual[name as keyof Q]));
    return { ...usual, ...Object.fromEntries(known) };
  } catch {
    return usual;
  }
}

function sameKind(value: unknown, usual: unknown): boolean {
  return usual === null || value === null || (typeof value === typeof usual && Array.isArray(value) === Array.isArray(usual));
}

/** The question as the end of an address; empty when it is too long for one. */
export function toAddress(question: object): string {
  const text = `#q=${encodeURIComponent(JSON.stringify(question))}`;
  return text.length > LONGEST_ADDRESS ? '' : text;
}

/** Positions somebody typed, one to a line: longitude, latitude. Undefined where a line is none. */
export function corners(text: string): Corner[] | undefined {
  const places = text.trim() === '' ? [] : placesOf(text);
  return places?.every(({ isMetres }) => !isMetres) ? places.map(({ x, y }) => [x, y]) : undefined;
}

/** A polygon of at least three corners, closed. */
export function polygon(positions: readonly Corner[]): DrawnArea['shape'] | undefined {
  const first = positions[0];
  const last = positions[positions.length - 1];
  if (!first || !last) {
    return undefined;
  }
  const open = positions.length > 1 && first[0] === last[0] && first[1] === last[1] ? positions.slice(0, -1) : positions;
  return open.length < 3 ? undefined : { type: 'Polygon', coordinates: [[...open, first].map(rounded)] };
}

/** About a decimetre. */
function rounded([lon, lat]: Corner): Corner {
  return [Math.round(lon * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6];
}

interface AnyGeoJson {
  readonly type?: string;
  readonly features?: readonly AnyGeoJson[];
  readonly geometry?: AnyGeoJson | null;
  readonly properties?: Readonly<Record<string, unknown>> | null;
  readonly coordinates?: unknown;
}

/** The areas of a GeoJSON file; names are taken from a property that looks like one. */
export function areasOf(text: string, usualName: string): DrawnArea[] {
  const file = JSON.parse(text) as AnyGeoJson;
  const members = file.type === 'FeatureCollection' ? (file.features ?? []) : [file];
  return members.flatMap((member, index) => {
    const shape = member.type === 'Feature' ? member.geometry : member;
    if (shape?.type !== 'Polygon' && shape?.type !== 'MultiPolygon') {
      return [];
    }
    const properties = member.properties ?? {};
    const name = ['name', 'ad', 'adi', 'title'].map((key) => properties[key]).find((value) => typeof value === 'string');
    return [
      {
        name: typeof name === 'string' ? name.slice(0, 100) : `${usualName} ${index + 1}`,
        shape: { type: shape.type, coordinates: shape.coordinates },
      },
    ];
  });
}

/** Minutes as they are typed: "5, 10, 15". */
export function minutesOf(text: string): number[] {
  return text
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map(Number);
}
