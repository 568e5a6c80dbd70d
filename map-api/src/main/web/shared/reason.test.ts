import { expect, test } from 'vitest';
import { Refusal } from './http';
import { reason } from './reason';

const tr = { language: 'tr' } as const;
const en = { language: 'en' } as const;

test('what the service says of itself is told, and who does not answer is said to be out of reach', () => {
  expect(reason(new Refusal(503, 'Arama hazırlanıyor: bir dakika sonra yeniden deneyin.', [], 60), tr)).toMatch(/yeniden deneyin\.$/);
  expect(reason(new Refusal(503, 'Search is being prepared.', [], 60), en)).toBe('Search is being prepared.');
  for (const cause of [new Refusal(0, ''), new Refusal(503, ''), new TypeError('torn')]) {
    expect(reason(cause, en)).toContain('could not be reached');
  }
  expect(reason(new Refusal(404, ''), en)).toBe('The request was refused.');
});

test('each fault is told by the name its field has on the page', () => {
  const faults = [
    { parameter: 'q', detail: 'long' },
    { parameter: 'n', detail: 'It is not there.' },
  ];
  expect(reason(new Refusal(400, 'Bad.', faults), en, (parameter) => `field ${parameter}`)).toBe('field q: long; It is not there.');
});

test('a short wait is told in seconds, one of days by the day and hour it ends', () => {
  const now = new Date('2026-11-22T00:14:38.500Z');
  const same = (parameter: string): string => parameter;
  expect(reason(new Refusal(429, 'Used up.', [], 40), en, same, now)).toBe('Used up. Try again in 40 seconds.');
  expect(reason(new Refusal(429, 'Used up.', [], 765_922), tr, same, now)).toBe(
    'Used up. Yeniden deneyebileceğiniz zaman: 1 Aralık 2026 00:00.',
  );
  expect(reason(new Refusal(429, 'Used up.', [], 765_922), en, same, now)).toContain('1 December 2026 at 00:00');
});
