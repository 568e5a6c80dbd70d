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
export function reason(cause: unknown, say: Say): string {
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
      return say('door.tooMany', { detail, seconds: cause.retryAfter ?? 60 });
    default:
      return say('door.failed', { status, detail });
  }
}
