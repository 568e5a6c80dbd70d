/** What the service refuses, as it was told (RFC 9457); status 0 when there was no usable answer at all. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly status: number,
    readonly detail: string,
    readonly faults: readonly { readonly parameter: string; readonly detail: string }[] = [],
    /** Seconds to wait, where the service tells. */
    readonly retryAfter: number | undefined = undefined,
    options?: ErrorOptions,
    /** All members of the problem, those of its own kind among them (RFC 9457 §3.2). */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail, options);
  }
}

/** Fired on the window when the session has ended. */
export const SIGNED_OUT = 'kent:signed-out';

const PATIENCE_MS = 60_000;
/** A page that cannot begin says so soon. */
const SHORT_PATIENCE_MS = 15_000;
/** A whole layer comes as fast as the line is. */
const FILE_PATIENCE_MS = 3_600_000;

const READS = ['GET', 'HEAD'];

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON; a URLSearchParams as a form. */
  readonly body?: unknown;
  readonly cancel?: AbortSignal | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cache?: RequestCache;
  readonly credentials?: RequestCredentials;
  /** Milliseconds until the whole answer must be there. */
  readonly patience?: number;
}

/**
 * Calls an address of our own service; gives the JSON told, or undefined where none is. Every failure is a {@link Refusal}, but a cancelled
 * call stays an AbortError.
 */
export function call<T = undefined>(path: string, what: Call = {}): Promise<T> {
  return answered(path, what, async (answer) => {
    const text = await answer.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  });
}

/** Reads what a page begins with. */
export function getJson<T>(path: string, cancel?: AbortSignal): Promise<T> {
  return call<T>(path, { cancel, patience: SHORT_PATIENCE_MS });
}

/** How many bytes have come; of how many, where that is known. */
export type Coming = (received: number, all: number | undefined) => void;

/** Calls for what is saved as a file. */
export function callFile(path: string, what: Call, coming?: Coming): Promise<Blob> {
  return answered(path, { patience: FILE_PATIENCE_MS, ...what }, (answer) => (coming ? watched(answer, coming) : answer).blob());
}

function watched(answer: Response, coming: Coming): Response {
  const all = lengthOf(answer.headers);
  let received = 0;
  const count = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(part, out) {
      received += part.byteLength;
      coming(received, all);
      out.enqueue(part);
    },
  });
  return new Response(answer.body?.pipeThrough(count) ?? null, { headers: answer.headers });
}

/** Of what is packed on its way another length is told than that of what comes out. */
function lengthOf(headers: Headers): number | undefined {
  const told = headers.has('Content-Encoding') ? Number.NaN : Number(headers.get('Content-Length') ?? Number.NaN);
  return Number.isFinite(told) ? told : undefined;
}

async function answered<T>(path: string, what: Call, read: (answer: Response) => Promise<T>): Promise<T> {
  try {
    return await read(await accepted(path, what));
  } catch (cause) {
    if (cause instanceof Refusal || what.cancel?.aborted) {
      throw cause;
    }
    throw new Refusal(0, '', [], undefined, { cause });
  }
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

function send(path: string, { method = 'GET', body, cancel, headers = {}, patience = PATIENCE_MS, ...rest }: Call): Promise<Response> {
  const late = AbortSignal.timeout(patience);
  return fetch(path, {
    ...rest,
    method,
    headers: { ...headersOf(method, body), ...headers },
    body: body === undefined ? null : body instanceof URLSearchParams ? body : JSON.stringify(body),
    signal: cancel ? AbortSignal.any([cancel, late]) : late,
  });
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
  return new Refusal(answer.status, body.detail ?? '', body.errors ?? [], Number.isFinite(wait) ? wait : undefined, undefined, body);
}
