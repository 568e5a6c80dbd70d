/** What an address of the desk refuses, as it was told (RFC 9457); status 0 when there was no answer at all. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly status: number,
    readonly detail: string,
    readonly faults: readonly { readonly parameter: string; readonly detail: string }[] = [],
    /** Seconds to wait, where the service tells. */
    readonly retryAfter: number | undefined = undefined,
  ) {
    super(detail);
  }
}

/** Fired on the window when the session has ended. */
export const SIGNED_OUT = 'kent:signed-out';

const PATIENCE_MS = 60_000;
const READS = ['GET', 'HEAD'];

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON; a URLSearchParams as a form. */
  readonly body?: unknown;
  readonly cancel?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls an address of the desk with the page's token; gives the JSON told, or undefined where none is. Failures are {@link Refusal}s. */
export async function call<T = undefined>(path: string, what: Call = {}): Promise<T> {
  const text = await (await accepted(path, what)).text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** The same for what is saved as a file. */
export async function callFile(path: string, what: Call): Promise<Blob> {
  return (await accepted(path, what)).blob();
}

async function accepted(path: string, what: Call): Promise<Response> {
  const answer = await send(path, what);
  if (answer.ok) {
    return answer;
  }
  const refusal = await refusalOf(answer);
  if (refusal.status === 401) {
    window.dispatchEvent(new CustomEvent(SIGNED_OUT));
  }
  throw refusal;
}

async function send(path: string, { method = 'GET', body, cancel, headers = {} }: Call): Promise<Response> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  try {
    return await fetch(path, {
      method,
      headers: { ...headersOf(method, body), ...headers },
      body: body === undefined ? null : body instanceof URLSearchParams ? body : JSON.stringify(body),
      signal: cancel ? AbortSignal.any([cancel, patience]) : patience,
    });
  } catch (cause) {
    if (cancel?.aborted) {
      throw cause;
    }
    throw new Refusal(0, '');
  }
}

function headersOf(method: string, body: unknown): Record<string, string> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (document.documentElement.lang) {
    headers['Accept-Language'] = document.documentElement.lang; // what is refused is told in the page's language
  }
  if (!READS.includes(method)) {
    headers['X-XSRF-TOKEN'] = token(document.cookie);
  }
  if (body !== undefined && !(body instanceof URLSearchParams)) {
    headers['Content-Type'] = 'application/json';
  }
  return headers;
}

/** The page's token among the cookies; empty when there is none (yet). */
export function token(cookies: string): string {
  return decodeURIComponent(/(?:^|; )XSRF-TOKEN=([^;]*)/.exec(cookies)?.[1] ?? '');
}

async function refusalOf(answer: Response): Promise<Refusal> {
  const wait = Number(answer.headers.get('Retry-After') ?? NaN);
  const body = (await answer.json().catch(() => ({}))) as { detail?: string; errors?: Refusal['faults'] };
  return new Refusal(answer.status, body.detail ?? '', body.errors ?? [], Number.isFinite(wait) ? wait : undefined);
}
