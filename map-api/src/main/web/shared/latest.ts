/** What becomes of an answer. */
export interface Answered<T> {
  show(answer: T): void;
  refused(cause: unknown): void;
}

/** Asks for what a view shows. */
export type Latest = <T>(ask: (cancel: AbortSignal) => Promise<T>, { show, refused }: Answered<T>) => Promise<void>;

/** Of several questions only the last one is answered, and none once the page is left; what comes later is dropped without a word. */
export function latest(left: AbortSignal): Latest {
  let own = new AbortController();
  return async (ask, { show, refused }) => {
    own.abort();
    own = new AbortController();
    const cancel = AbortSignal.any([own.signal, left]);
    try {
      const answer = await ask(cancel);
      if (!cancel.aborted) {
        show(answer);
      }
    } catch (cause) {
      if (!cancel.aborted) {
        refused(cause);
      }
    }
  };
}
