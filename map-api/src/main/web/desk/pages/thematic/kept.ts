import type { Saved } from './definition';

/** The kept maps after a deed: what it made of one stands as it came, whatever somebody did to it since. */
export function withDone(all: readonly Saved[], done: Saved): Saved[] {
  return all.map((one) => (one.id === done.id ? done : one));
}

/** An address of a kept map that says which version of it was looked at, where that is known. */
export function seenAt(address: string, kept: Saved | undefined): string {
  return kept === undefined ? address : `${address}?seen=${encodeURIComponent(kept.changedAt)}`;
}
