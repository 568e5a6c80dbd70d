import { Refusal } from '../shared/http';
import { reason as told } from '../shared/reason';
import type { Say } from './words';

/** What went wrong, for people: what the refusal means for a key, and why. */
export function reason(cause: unknown, say: Say): string {
  const detail = told(cause, say);
  switch (cause instanceof Refusal ? cause.status : 0) {
    case 401:
      return say('door.unknown', { detail });
    case 403:
      return say('door.closed', { detail });
    case 429:
      return say('door.tooMany', { detail });
    default:
      return detail;
  }
}
