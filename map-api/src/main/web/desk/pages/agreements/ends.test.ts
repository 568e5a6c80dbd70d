import { expect, test } from 'vitest';
import { byEnd, endsSoon, keysEndSoon } from './ends';

test('the open agreements come first, the next to end before the others', () => {
  const all = [
    { number: '1', state: 'expired', until: '2025-12-31' },
    { number: '2', state: 'active', until: '2027-12-31' },
    { number: '3', state: 'suspended', until: '2026-12-31' },
    { number: '4', state: 'draft', until: '2026-01-01' },
  ] as const;
  expect(byEnd(all).map(({ number }) => number)).toEqual(['3', '2', '1', '4']);
});

test('an end is marked ninety days before it, in the time of the city, and only of what is open', () => {
  const now = new Date('2026-11-20T20:59:00Z');
  expect(endsSoon({ state: 'active', until: '2026-11-20' }, now)).toBe(1);
  expect(endsSoon({ state: 'active', until: '2027-02-17' }, now)).toBe(90);
  expect(endsSoon({ state: 'active', until: '2027-02-18' }, now)).toBeUndefined();
  expect(endsSoon({ state: 'revoked', until: '2026-11-20' }, now)).toBeUndefined();
  expect(keysEndSoon({ state: 'active', keyEndsAt: null }, now)).toBe(0);
  expect(keysEndSoon({ state: 'active', keyEndsAt: '2026-12-02T10:00:00Z' }, now)).toBe(12);
  expect(keysEndSoon({ state: 'active', keyEndsAt: '2027-12-02T10:00:00Z' }, now)).toBeUndefined();
  expect(keysEndSoon({ state: 'draft', keyEndsAt: null }, now)).toBeUndefined();
});
