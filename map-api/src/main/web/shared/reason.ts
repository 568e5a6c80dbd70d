import { moment } from './format';
import { Refusal } from './http';
import { type Language, messagesIn } from './messages';

/** Whose words are asked for. */
type Speaking = { readonly language: Language };

/** What went wrong, for people: the service's own reason where it gives one, and how long to wait where it counts what is asked. */
export function reason(cause: unknown, { language }: Speaking, name = (parameter: string) => parameter, now = new Date()): string {
  const say = messagesIn(language);
  if (!(cause instanceof Refusal) || isUnreachable(cause)) {
    return say('error.unreachable');
  }
  const faults = cause.faults.map(({ parameter, detail }) => told(name(parameter), detail)).join('; ');
  const refused = faults || cause.detail || say('error.refused');
  return cause.status === 429 ? `${refused} ${waiting(cause.retryAfter ?? 60, language, now)}` : refused;
}

/** Whether nobody answered, or nobody who knows the service. */
export function isUnreachable(cause: unknown): boolean {
  return !(cause instanceof Refusal) || cause.status === 0 || (cause.status >= 500 && cause.detail === '');
}

/** A whole sentence says itself what it is about. */
function told(parameter: string, detail: string): string {
  return /[.?!]$/.test(detail) ? detail : `${parameter}: ${detail}`;
}

/** A short wait in seconds, a long one by the moment it ends, to the minute it is over in. */
function waiting(seconds: number, language: Language, now: Date): string {
  const say = messagesIn(language);
  if (seconds <= 120) {
    return say('error.waitSeconds', { seconds });
  }
  const end = Math.floor((now.getTime() + seconds * 1000) / 60_000) * 60_000;
  return say('error.waitUntil', { when: moment(new Date(end), language, 'long') });
}
