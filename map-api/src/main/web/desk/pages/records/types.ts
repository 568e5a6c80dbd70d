/** Records of the working data as the service tells them. */

import type { Geometry } from 'geojson';

export const API = '/api/desk/records';

export interface Text {
  readonly tr: string;
  readonly en: string;
}

export interface RecordType {
  readonly name: string;
  readonly title: Text;
  readonly geometry: 'point' | 'line' | 'area' | 'any' | 'none';
  readonly mayEdit: boolean;
}

export interface Field {
  readonly name: string;
  readonly title: Text;
  readonly kind: string;
  readonly isMany: boolean;
  readonly isRequired: boolean;
  readonly editable: boolean;
  readonly unit: string | null;
  readonly target: string | null;
  /** With those that have ended, which a record may have and nobody chooses. */
  readonly codes: readonly { readonly code: string; readonly title: Text; readonly isOffered: boolean }[];
}

export interface Found {
  readonly type: string;
  readonly id: string;
  readonly names: readonly Text[];
  readonly version: number;
  readonly validFrom: string | null;
  readonly geometry: Geometry | null;
}

export type Value = string | number | boolean | null | readonly (string | number)[] | object;

export type Values = Readonly<Record<string, Value>>;

/** What was known of a record and true. */
export interface State {
  readonly version: number;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly values: Values;
  readonly geometry: Geometry | null;
}

export interface Made {
  readonly at: string;
  readonly by: string | null;
  readonly reason: string | null;
  readonly ofImport: boolean;
}

export interface Version {
  readonly number: number;
  readonly knownFrom: string;
  readonly knownTo: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly made: Made;
  readonly ended: Made | null;
}

export interface Kin {
  readonly id: string;
  readonly type: string;
  readonly how: 'split' | 'merge' | 'replace';
  readonly isLater: boolean;
}

/** Another record, by what it is called. */
export interface Named {
  readonly type: string;
  readonly id: string;
  readonly name: Text | null;
}

export interface RecordTold {
  readonly type: string;
  readonly id: string;
  readonly name: Text | null;
  readonly mayEdit: boolean;
  readonly state: State | null;
  readonly versions: readonly Version[];
  readonly kin: readonly Kin[];
  /** The records it speaks of. */
  readonly others: readonly Named[];
}

/** A shape that is to be; in metres or square metres. */
export interface Shape {
  readonly geometry: Geometry;
  readonly measure: number;
}

/** Which moments a record is looked at from; empty for now. */
export interface Then {
  readonly known: string;
  readonly valid: string;
}

/** The page of a record, below /desk. */
export function pathOf(type: string, id: string): string {
  return `records/${type}/${id}`;
}
