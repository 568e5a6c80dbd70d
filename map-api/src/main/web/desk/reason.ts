import { Refusal } from '../shared/http';
import type { Say } from './words';

/** What went wrong, for people: the service's own reason where it gives one. */
export function reason(cause: unknown, say: Say, name = (parameter: string) => parameter): string {
  if (!(cause instanceof Refusal) || cause.status === 0) {
    return say('error.unreachable');
  }
  const faults = cause.faults.map(({ parameter, detail }) => told(name(parameter), detail)).join('; ');
  return faults || cause.detail || say('error.refused');
}

/** A whole sentence says itself what it is about. */
function told(parameter: string, detail: string): string {
  return /[.?!]$/.test(detail) ? detail : `${parameter}: ${detail}`;
}
