import { daysUntil, endOf } from '../../../shared/days';
import type { Card } from './types';

/** From so many days before its end an agreement or a key is marked. */
const SOON = 90;

const isOpen = ({ state }: Pick<Card, 'state'>): boolean => state === 'active' || state === 'upcoming' || state === 'suspended';

/** The open ones first, the next to end before the others; the rest as the service orders them, by number. */
export function byEnd<One extends Pick<Card, 'state' | 'until'>>(all: readonly One[]): readonly One[] {
  const open = all.filter(isOpen).sort((one, other) => one.until.localeCompare(other.until));
  return [...open, ...all.filter((one) => !isOpen(one))];
}

/** Days until an open agreement ends; undefined where that is far, or it is not open. */
export function endsSoon(card: Pick<Card, 'state' | 'until'>, now: Date): number | undefined {
  return soon(card, endOf(card.until), now);
}

/** Days until the last open key of an open agreement ends: 0 where there is none. */
export function keysEndSoon(card: Pick<Card, 'state' | 'keyEndsAt'>, now: Date): number | undefined {
  return soon(card, card.keyEndsAt === null ? now : new Date(card.keyEndsAt), now);
}

function soon(card: Pick<Card, 'state'>, end: Date, now: Date): number | undefined {
  const days = daysUntil(end, now);
  return isOpen(card) && days <= SOON ? Math.max(0, days) : undefined;
}
