import { expect, test } from 'vitest';
import { changes, differing, sent, shown, written } from './fields';
import type { Field } from './types';

const field = (name: string, kind: string, more: Partial<Field> = {}): Field => ({
  name,
  kind,
  title: { tr: name, en: name },
  isMany: false,
  isRequired: false,
  editable: true,
  unit: null,
  target: null,
  codes: [],
  ...more,
});
const WORDS = { language: 'tr', yes: 'Evet', no: 'Hayır' } as const;
const NAME = field('adi', 'text');
const FLOORS = field('kat', 'integer');
const FILES = field('dosya', 'uri', { isMany: true });

test('only what was changed is sent, an emptied field as nothing and a list line by line', () => {
  const texts: Record<string, string> = { adi: ' ', kat: '5', dosya: 'a\nb\n' };
  const values = { adi: 'Eski', kat: 5, dosya: ['a'] };
  expect(changes([NAME, FLOORS, FILES], values, ({ name }) => texts[name] ?? '', 'tr')).toEqual({ adi: null, dosya: ['a', 'b'] });
});

test('a moment is written as the clocks of the city show it', () => {
  expect(written(field('an', 'instant'), '2026-11-03T21:30:00Z', 'tr')).toBe('2026-11-04T00:30');
  expect(sent(NAME, ' Park ', 'tr')).toBe('Park');
});

test('a number is what it says in the language of the page', () => {
  const area = field('alan', 'decimal', { unit: 'm2' });
  expect(written(area, 1250.5, 'tr')).toBe('1250,5');
  for (const text of ['1.250,5', '1250,5', '1250.5']) expect(sent(area, text, 'tr')).toBe('1250.5');
  expect(sent(area, '1.250', 'tr')).toBe('1250');
  expect(sent(FLOORS, '30.000', 'tr')).toBe('30000');
  expect(sent(area, '1,250.5', 'en')).toBe('1250.5');
  expect(sent(area, '-0,25', 'tr')).toBe('-0.25');
  expect(sent(area, '12,5 m', 'tr'), 'left for the service to refuse').toBe('12,5 m');
  expect(sent(NAME, '1.250', 'tr'), 'a text').toBe('1.250');
});

test('a value is read by its code list, its unit, or as yes and no', () => {
  const use = field('tur', 'code', { codes: [{ code: 'p', title: { tr: 'Park', en: 'Park' }, isOffered: false }] });
  expect(shown(use, 'p', WORDS), 'also one that has ended').toBe('Park');
  expect(shown(field('alan', 'decimal', { unit: 'm2' }), 1250.5, WORDS)).toBe('1.250,5 m²');
  expect(shown(field('parsel', 'reference', { isMany: true }), ['a', 'b'], { ...WORDS, called: (id) => `101/${id}` })).toBe('101/a, 101/b');
  expect(shown(field('var', 'boolean'), false, WORDS)).toBe('Hayır');
  expect(shown(NAME, null, WORDS)).toBe('–');
});

test('two versions differ where somebody else or oneself changed something', () => {
  const opened = { adi: 'A', kat: 5, dosya: ['a'] };
  expect(differing([NAME, FLOORS, FILES], opened, { kat: '6' }, { adi: 'B', kat: 5, dosya: ['a'] }).map(({ name }) => name)).toEqual([
    'adi',
    'kat',
  ]);
});
