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
const NAME = field('adi', 'text');
const FLOORS = field('kat', 'integer');
const FILES = field('dosya', 'uri', { isMany: true });

test('only what was changed is sent, an emptied field as nothing and a list line by line', () => {
  const texts: Record<string, string> = { adi: ' ', kat: '5', dosya: 'a\nb\n' };
  const values = { adi: 'Eski', kat: 5, dosya: ['a'] };
  expect(changes([NAME, FLOORS, FILES], values, ({ name }) => texts[name] ?? '')).toEqual({ adi: null, dosya: ['a', 'b'] });
});

test('a moment is written as the clocks of the city show it', () => {
  expect(written(field('an', 'instant'), '2026-11-03T21:30:00Z')).toBe('2026-11-04T00:30');
  expect(sent(NAME, ' Park ')).toBe('Park');
});

test('a value is read by its code list, its unit, or as yes and no', () => {
  const use = field('tur', 'code', { codes: [{ code: 'p', title: { tr: 'Park', en: 'Park' } }] });
  expect(shown(use, 'p', 'tr', 'Evet', 'Hayır')).toBe('Park');
  expect(shown(field('boy', 'decimal', { unit: 'm' }), 3.5, 'tr', 'Evet', 'Hayır')).toBe('3.5 m');
  expect(shown(field('var', 'boolean'), false, 'tr', 'Evet', 'Hayır')).toBe('Hayır');
  expect(shown(NAME, null, 'tr', 'Evet', 'Hayır')).toBe('–');
});

test('two versions differ where somebody else or oneself changed something', () => {
  const opened = { adi: 'A', kat: 5, dosya: ['a'] };
  expect(differing([NAME, FLOORS, FILES], opened, { kat: '6' }, { adi: 'B', kat: 5, dosya: ['a'] }).map(({ name }) => name)).toEqual([
    'adi',
    'kat',
  ]);
});
