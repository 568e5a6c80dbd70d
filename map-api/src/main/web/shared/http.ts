/** The service gave no usable answer: no connection, too late, an error status or something that is not JSON. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';

  /** The status is 0 when there was no answer. */
  constructor(
    message: string,
    readonly status = 0,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const PATIENCE_MS = 15_000;

/** Reads JSON of our own service; every failure is a {@link ServiceError}, but a cancelled request stays an AbortError. */
export async function getJson<T>(path: string, cancel?: AbortSignal): Promise<T> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  try {
    const answer = await fetch(path, {
      headers: { Accept: 'application/json' },
      signal: cancel ? AbortSignal.any([cancel, patience]) : patience,
    });
    if (!answer.ok) {
      throw new ServiceError(`${path} answered ${answer.status}`, answer.status);
    }
    return (await answer.json()) as T;
  } catch (cause) {
    if (cause instanceof ServiceError || cancel?.aborted) {
      throw cause;
    }
    throw new ServiceError(`${path} could not be read`, 0, { cause });
  }
}
