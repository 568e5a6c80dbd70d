import { type Call, type Coming, call, callFile } from '../shared/http';
import type { Use } from '../shared/use';

/** What the service tells a partner of itself, and the key that asks for it. */

export interface Field {
  readonly name: string;
  readonly title: string;
}

export interface Layer {
  readonly type: string;
  readonly title: string;
  readonly fields: readonly Field[];
  readonly features: number;
  readonly bbox?: readonly [number, number, number, number];
  readonly rows?: string;
  readonly areaPolicy?: 'within' | 'intersects';
  readonly area?: GeoJSON.Geometry;
}

export interface Catalogue {
  readonly agreement: string;
  readonly version: number;
  readonly partner: string;
  readonly provider: string;
  readonly contact: string;
  readonly providerContact: string | null;
  readonly purpose: string;
  readonly from: string;
  readonly until: string;
  readonly keyExpiresAt: string;
  readonly limits: { readonly perMinute: number; readonly perMonth: number; readonly leftInMonth: number };
  readonly release: number;
  /** Those that may be read, the newest first. */
  readonly releases: readonly { readonly number: number; readonly publishedAt: string }[];
  readonly layers: readonly Layer[];
}

const FORM = /^kent_[0-9a-f]{8}_[A-Za-z0-9_-]{43}$/;
const KEPT_AS = 'kent.key';

/** Whether a text has the form of a key. */
export function isKey(text: string): boolean {
  return FORM.test(text);
}

/** The key of this tab. It is a header of requests to our own origin and is nowhere else. */
export class Door {
  private constructor(private readonly key: string) {}

  static with(key: string): Door {
    sessionStorage.setItem(KEPT_AS, key);
    return new Door(key);
  }

  /** The one a reload of this tab finds. */
  static kept(): Door | undefined {
    const key = sessionStorage.getItem(KEPT_AS);
    return key && isKey(key) ? new Door(key) : undefined;
  }

  forget(): void {
    sessionStorage.removeItem(KEPT_AS);
  }

  /** @param release another one than the one that is served */
  catalogue(language: string, release?: number): Promise<Catalogue> {
    const asOf = release === undefined ? '' : `&release=${release}`;
    return call<Catalogue>(`/exchange?f=json&lang=${language}${asOf}`, this.shown());
  }

  async use(): Promise<readonly Use[]> {
    return (await call<{ readonly use: readonly Use[] }>('/exchange/statistics', this.shown())).use;
  }

  /** A whole layer as a file. */
  file(address: string, cancel: AbortSignal, coming: Coming): Promise<Blob> {
    return callFile(address, { ...this.shown('*/*'), cancel }, coming);
  }

  private shown(accept = 'application/json'): Call {
    return { headers: { Authorization: `Bearer ${this.key}`, Accept: accept }, cache: 'no-store', credentials: 'omit' };
  }
}
