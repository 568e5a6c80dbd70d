import type { Geometry } from 'geojson';
import { getJson } from '../shared/http';
import type { Language } from '../shared/messages';

/** Where the reader looks, for what is sorted by distance. */
export interface Spot {
  readonly longitude: number;
  readonly latitude: number;
}

/** One line of a list. */
export interface Hit {
  readonly id: string;
  readonly sort: 'district' | 'mahalle' | 'street' | 'place' | 'address' | 'parcel';
  readonly code: string;
  readonly group?: string;
  readonly kind: string;
  readonly title: string;
  readonly where: string;
  readonly path: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly distance?: number;
  readonly open?: boolean;
  /** Until when it is on duty. */
  readonly duty?: string;
}

interface Written {
  readonly system: 'decimal' | 'sexagesimal' | 'zone' | 'utm';
  readonly name: string;
  readonly text: string;
}

export interface PositionCard extends Spot {
  readonly systems: readonly Written[];
  /** The same degrees the other way round, where more likely that was meant. */
  readonly swapped?: string;
}

export interface Found {
  readonly understood: 'words' | 'address' | 'parcel' | 'nearest' | 'open' | 'duty' | 'position';
  readonly loose: boolean;
  readonly results: readonly Hit[];
  readonly position?: PositionCard;
  /** Where the distances of pharmacies begin, when the text names that place. */
  readonly around?: Spot & { readonly title: string };
}

/** What lies around a position; without any of it the position is outside the city. */
export interface Here {
  readonly address?: Hit;
  readonly parcel?: Hit;
  readonly neighbourhood?: Hit;
  readonly places?: readonly Hit[];
}

/** The suggestion that leads to the pharmacies on duty, before those pharmacies. */
export function dutyHit(title: string): Hit {
  return {
    id: 'duty',
    sort: 'place',
    code: 'eczane',
    group: 'saglik',
    kind: '',
    title,
    where: '',
    path: '/?show=duty',
    longitude: 0,
    latitude: 0,
  };
}

interface Words {
  readonly tr: string;
  readonly en: string;
}

export interface Zoning {
  readonly planTypeName: Words;
  readonly plan: string;
  readonly useName: Words;
  readonly share: number;
  readonly coverage: number | null;
  readonly floorArea: number | null;
  readonly floors: number | null;
  readonly height: number | null;
}

/** What other law puts on a part of a parcel. */
export interface Restriction {
  readonly name: Words;
  readonly share: number;
}

export interface PlaceCard {
  readonly id: string;
  readonly sort: Hit['sort'];
  readonly code: string;
  readonly kind: string;
  readonly title: string;
  readonly where: string;
  readonly path: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly geometry?: Geometry;
  readonly facts: readonly { readonly key: string; readonly label: string; readonly value: string }[];
  readonly hours?: {
    readonly text: string;
    readonly language?: string;
    readonly open?: boolean;
    readonly duty?: string;
    readonly holiday?: string;
  };
  readonly parcelPath?: string;
  readonly parcel?: { readonly area: number | null; readonly zoning: readonly Zoning[]; readonly restrictions: readonly Restriction[] };
}

export interface Turn {
  readonly from: string;
  readonly until: string;
  readonly phone?: string;
  readonly address?: string;
  readonly pharmacy: Hit;
}

export interface Duty {
  readonly onDuty: readonly Turn[];
  readonly next: readonly Turn[];
}

export interface Kind {
  readonly code: string;
  readonly name: string;
  readonly count: number;
}

/** So many results are shown of a search; one more is asked for, to know whether there are others. */
export const MOST_RESULTS = 20;

/** The guide's API in one language. */
export function placesIn(language: Language) {
  const get = <T>(path: string, parameters: Record<string, string>, cancel?: AbortSignal): Promise<T> =>
    getJson<T>(`/api/guide/${path}?${new URLSearchParams({ ...parameters, lang: language })}`, cancel);
  return {
    search: (q: string, near: Spot, cancel?: AbortSignal) =>
      get<Found>('search', { q, limit: String(MOST_RESULTS + 1), ...spot(near) }, cancel),
    suggest: (q: string, near: Spot, cancel?: AbortSignal) => get<Found>('suggest', { q, ...spot(near) }, cancel),
    place: (id: string, cancel?: AbortSignal) => get<{ place: PlaceCard }>(`place/${id}`, {}, cancel).then(({ place }) => place),
    nearest: (kind: string, near: Spot, cancel?: AbortSignal) =>
      get<{ results: readonly Hit[] }>('nearest', { kind, ...spot(near) }, cancel).then(({ results }) => results),
    duty: (near: Spot, cancel?: AbortSignal) => get<Duty>('duty', spot(near), cancel),
    here: (at: Spot, cancel?: AbortSignal) => get<Here>('reverse', spot(at, 7), cancel),
    convert: (q: string, cancel?: AbortSignal) => get<PositionCard>('convert', { q }, cancel),
    kinds: (cancel?: AbortSignal) => get<{ kinds: readonly Kind[] }>('kinds', {}, cancel).then(({ kinds }) => kinds),
  };
}

export type Places = ReturnType<typeof placesIn>;

function spot({ longitude, latitude }: Spot, decimals = 5): Record<string, string> {
  return { lon: longitude.toFixed(decimals), lat: latitude.toFixed(decimals) };
}
