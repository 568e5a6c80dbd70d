import { expect, test } from 'vitest';
import { day, dayOf, hourFrom, moment, month, number, percent, size, timeOf } from './format';

test('a day is written as its people do, in the city’s time', () => {
  expect(dayOf('2026-11-20T22:30:00Z', 'tr')).toBe('21 Kasım 2026');
  expect(dayOf('2026-11-20T10:00:00Z', 'en')).toBe('20 November 2026');
  expect(day('2026-11-03', 'tr')).toBe('3 Kas 2026');
  expect(month('2026-11', 'tr')).toBe('Kasım 2026');
});

test('a moment is that of the city', () => {
  expect(timeOf('2026-11-20T22:30:00Z', 'tr')).toBe('01:30');
  expect(moment('2026-11-20T22:30:00Z', 'tr')).toBe('21 Kas 2026 01:30');
  expect(hourFrom('2026-11-20T10:00:00Z', 'en')).toMatch(/20 Nov 2026, 13:00\W14:00/);
});

test('numbers have the marks of their language', () => {
  expect(number(1234.5, 'tr')).toBe('1.234,5');
  expect(number(1234.56, 'en', 0)).toBe('1,235');
  expect(percent(0.1234, 'tr')).toBe('%12,3');
  expect(percent(0.1234, 'en', 0)).toBe('12%');
});

test('a size is told in the unit it has a few digits in, and one beside another in the unit of that', () => {
  expect(size(12_340_000, 'tr')).toBe('12,3 MB');
  expect(size(999, 'en')).toBe('999 byte');
  expect(size(340_000, 'en')).toBe('340 kB');
  expect(size(340_000, 'tr', 12_340_000)).toBe('0,3 MB');
  expect(size(5e12, 'en')).toBe('5,000 GB');
});
