import { Refusal } from '../shared/api';

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
  readonly purpose: string;
  readonly from: string;
  readonly until: string;
  readonly keyExpiresAt: string;
  readonly limits: { readonly perMinute: number; readonly perMonth: number; readonly leftInMonth: number };
  readonly release: number;
  readonly layers: readonly Layer[];
}

export interface Use {
  readonly month: string;
  readonly type: string;
  readonly channel: string;
  readonly answers: number;
  readonly features: number;
  readonly bytes: number;
  readonly lastAt: string;
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

  catalogue(language: string): Promise<Catalogue> {
    return this.json<Catalogue>(`/exchange?f=json&lang=${language}`);
  }

  async use(): Promise<readonly Use[]> {
    return (await this.json<{ readonly use: readonly Use[] }>('/exchange/statistics')).use;
  }

  /** A whole layer as a file. */
  async file(address: string): Promise<Blob> {
    return (await this.ask(address, '*/*')).blob();
  }

  private async json<T>(address: string): Promise<T> {
    return (await this.ask(address, 'application/json')).json() as Promise<T>;
  }

  private async ask(address: string, accept: string): Promise<Response> {
    const headers = { Authorization: `Bearer ${this.key}`, Accept: accept, 'Accept-Language': document.documentElement.lang };
    const answer = await fetch(address, { headers, cache: 'no-store', credentials: 'omit' }).catch(() => {
      throw new Refusal(0, '');
    });
    if (!answer.ok) {
      throw await refusalOf(answer);
    }
    return answer;
  }
}

async function refusalOf(answer: Response): Promise<Refusal> {
  const body = (await answer.json().catch(() => ({}))) as { detail?: string };
  const wait = Number(answer.headers.get('Retry-After') ?? NaN);
  return new Refusal(answer.status, body.detail ?? '', [], Number.isFinite(wait) ? wait : undefined);
}
