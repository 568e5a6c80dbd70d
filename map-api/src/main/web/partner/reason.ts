import { moment } from '../shared/format';
import { Refusal } from '../shared/http';
import type { Language } from '../shared/messages';
import type { Say } from './words';

/** What went wrong, for people. */
export function reason(cause: unknown, say: Say, language: Language, now = new Date()): string {
  if (!(cause instanceof Refusal) || cause.status === 0) {
    return say('door.unreachable');
  }
  const { status, detail } = cause;
  switch (status) {
    case 401:
      return say('door.unknown', { detail });
    case 403:
      return say('door.closed', { detail });
    case 429:
      return `${say('door.tooMany', { detail })} ${waiting(cause.retryAfter ?? 60, say, language, now)}`;
    default:
      return say('door.failed', { status, detail });
  }
}

/** A short wait in seconds, a long one by the moment it ends, to the minute it is over in. */
function waiting(seconds: number, say: Say, language: Language, now: Date): string {
  if (seconds <= 120) {
    return say('door.waitSeconds', { seconds });
  }
  const end = Math.floor((now.getTime() + seconds * 1000) / 60_000) * 60_000;
  return say('door.waitUntil', { when: moment(new Date(end), language, 'long') });
}
