import type { Use } from '../../../shared/use';

/** What the service tells of agreements, and the terms it takes. */

export type State = 'draft' | 'upcoming' | 'active' | 'suspended' | 'revoked' | 'expired';

export interface Card {
  readonly id: number;
  readonly number: string;
  readonly version: number;
  readonly partner: string;
  readonly purpose: string;
  readonly state: State;
  readonly reason: string | null;
  readonly from: string;
  readonly until: string;
  /** Of the last key that is open; null where none is. */
  readonly keyEndsAt: string | null;
  readonly layers: readonly string[];
}

export interface Polygon {
  readonly type: 'Polygon' | 'MultiPolygon';
  readonly coordinates: unknown;
}

export interface Area {
  readonly policy: 'within' | 'intersects';
  readonly shape: Polygon;
}

export interface Share {
  readonly type: string;
  readonly fields: readonly string[];
  readonly rows?: string;
  readonly area?: Area;
  readonly ground?: string;
}

export interface Terms {
  readonly number: string;
  readonly provider: string;
  readonly partner: string;
  readonly contact: string;
  readonly providerContact?: string;
  readonly purpose: string;
  readonly decision: { readonly number: string; readonly date: string };
  readonly from: string;
  readonly until: string;
  readonly ground?: string;
  readonly releases: readonly ('published' | 'superseded')[];
  readonly ratePerMinute: number;
  readonly monthlyQuota: number;
  readonly layers: readonly Share[];
}

export interface Key {
  readonly prefix: string;
  readonly label: string;
  readonly madeAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  readonly open: boolean;
}

export interface AgreementFile {
  readonly card: Card;
  readonly terms: Terms;
  readonly spentInMonth: number;
  readonly versions: readonly { readonly version: number; readonly madeAt: string; readonly madeBy: string; readonly terms: Terms }[];
  readonly history: readonly { readonly state: State; readonly reason: string | null; readonly person: string; readonly at: string }[];
  readonly keys: readonly Key[];
  readonly use: readonly Use[];
}

export interface Layer {
  readonly type: string;
  readonly title: string;
  readonly isPublic: boolean;
  readonly hasPlace: boolean;
  readonly features: number;
  readonly fields: readonly { readonly name: string; readonly title: string; readonly isPublic: boolean }[];
}

export interface Sample {
  readonly type: string;
  /** Null where the number would tell what whoever asks does not see. */
  readonly features: number | null;
  readonly of: number;
  readonly bbox: readonly [number, number, number, number] | null;
  readonly rows: readonly Readonly<Record<string, string | null>>[];
  readonly shapes: readonly GeoJSON.Geometry[];
}

/** A record somebody may be asking about. */
export interface Asked {
  readonly type: string;
  readonly id: string;
  /** Null where that is not public. */
  readonly name: string | null;
  /** Of parcels, whose numbers others have, too. */
  readonly neighbourhood: string | null;
}

export interface Found {
  readonly records: readonly Asked[];
  readonly isMore: boolean;
}

export interface Receiver {
  readonly agreement: string;
  readonly partner: string;
  readonly version: number;
  readonly channel: string;
  readonly release: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly fields: readonly string[];
  /** It lay in what was sent, and is not named in it. */
  readonly byPlace: boolean;
}

export const ADDRESS = '/api/desk/agreements';
