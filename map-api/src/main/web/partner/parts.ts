import { Refusal } from '../shared/api';
import { element } from '../shared/dom';
import type { Language } from '../shared/messages';
import type { Say } from './words';

export function number(value: number, language: Language): string {
  return new Intl.NumberFormat(language === 'tr' ? 'tr-TR' : 'en-GB').format(value);
}

/** Whole days from one moment to another; a part of a day counts as one. */
export function daysUntil(end: Date, now: Date): number {
  return Math.ceil((end.getTime() - now.getTime()) / 86_400_000);
}

/** The moment after a last day, in the city's time, which is UTC+3 all year. */
export function endOf(day: string): Date {
  return new Date(new Date(`${day}T00:00:00+03:00`).getTime() + 86_400_000);
}

/** Hands a file to the person. */
export function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  element('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

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
  const locale = language === 'tr' ? 'tr-TR' : 'en-GB';
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Istanbul' }).format(end);
  return say('door.waitUntil', { when });
}
