import { expect, test } from 'vitest';
import { day, dayOf, hourFrom, moment, month, number, percent, timeOf } from './format';

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
