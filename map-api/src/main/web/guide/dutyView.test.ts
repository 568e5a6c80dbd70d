import { expect, test } from 'vitest';
import { messagesIn } from '../shared/messages';
import { dutyEnd, dutyNote } from './dutyView';
import type { Turn } from './places';

const turn = (from: string, until: string): Turn => ({ from, until, pharmacy: {} as Turn['pharmacy'] });
const NIGHT = turn('2026-11-22T19:00:00+03:00', '2026-11-23T09:00:00+03:00');

test('what is told of the pharmacies on duty holds until a turn ends or the next one begins', () => {
  expect(dutyEnd({ onDuty: [NIGHT], next: [] })).toBe(Date.parse('2026-11-23T06:00:00Z'));
  expect(dutyEnd({ onDuty: [], next: [NIGHT] })).toBe(Date.parse('2026-11-22T16:00:00Z'));
  expect(dutyEnd({ onDuty: [], next: [] })).toBe(Infinity);
});

test('one pharmacy is not told as several', () => {
  expect(dutyNote({ onDuty: [NIGHT], next: [] }, messagesIn('en'))).toBe('1 pharmacy is on duty now.');
  expect(dutyNote({ onDuty: [NIGHT, NIGHT], next: [] }, messagesIn('en'))).toBe('2 pharmacies are on duty now.');
});
