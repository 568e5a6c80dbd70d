import { expect, test } from 'vitest';
import { csv, csvName, months } from './use';

const LINE = { type: 'bina', channel: 'items', answers: 2, features: 14, bytes: 900, lastAt: '2026-11-20T10:00:00Z' };

test('a month comes to the sum of its lines', () => {
  const use = [
    { ...LINE, month: '2026-11' },
    { ...LINE, month: '2026-11', channel: 'gpkg', bytes: 100 },
    { ...LINE, month: '2026-10' },
  ];
  expect(months(use).map((m) => [m.month, m.lines.length, m.answers, m.features, m.bytes])).toEqual([
    ['2026-11', 2, 4, 28, 1000],
    ['2026-10', 1, 2, 14, 900],
  ]);
});

test('a spreadsheet in either language finds its columns', () => {
  const lines = csv([{ ...LINE, month: '2026-11' }], ['Ay', 'Katman'], 'tr').split('\r\n');
  expect(lines[0]).toBe('\ufeffAy;Katman');
  expect(lines[1]).toMatch(/^2026-11;bina;[^;]+;2;14;900;2026-11-20T10:00:00Z$/);
  expect(csv([{ ...LINE, month: '2026-11' }], [], 'en').split('\r\n')[1]).toMatch(/^2026-11,bina,[^,]+,2,14,900,/);
});

test('a file is named by the agreement', () => {
  expect(csvName('2026/17 A')).toBe('2026-17-A.csv');
});
