import { expect, test } from 'vitest';
import { coloursOf, limitsOf, type MapType, sameMap, stacked, usualField, usualPalette } from './definition';

const entry = (from: number, to: number) => ({ label: { tr: '', en: '' }, colour: '#000000', count: 1, from, to });

test('the limits of a legend are the upper ends of all classes but the last', () => {
  expect(limitsOf([entry(0, 2), entry(2, 5), entry(5, 9)])).toEqual([2, 5]);
});

test('a map begins with a number everybody sees', () => {
  const field = (name: string, kind: 'number' | 'category', open: boolean) => ({ name, kind, open, title: { tr: '', en: '' } });
  const type = (...fields: ReturnType<typeof field>[]): MapType => ({
    name: 't',
    title: { tr: '', en: '' },
    rows: 1,
    hasArea: true,
    fields,
  });
  expect(usualField(type(field('state', 'category', false), field('kind', 'category', true), field('height', 'number', true)))?.name).toBe(
    'height',
  );
  expect(usualField(type(field('state', 'category', false), field('kind', 'category', true)))?.name).toBe('kind');
  expect(usualField(type(field('state', 'category', false)))?.name).toBe('state');
});

test('the order of members makes no other map', () => {
  expect(sameMap({ a: 1, b: { tr: 'x', en: 'y' }, c: [1, 2] }, { c: [1, 2], b: { en: 'y', tr: 'x' }, a: 1 })).toBe(true);
  expect(sameMap({ c: [1, 2] }, { c: [2, 1] })).toBe(false);
});

test('a palette has its smallest scheme that is large enough', () => {
  const palette = {
    name: 'p',
    kind: 'sequential',
    colourBlindSafe: 9,
    schemes: [
      ['a', 'b', 'c'],
      ['a', 'b', 'c', 'd'],
    ],
  } as const;
  expect(coloursOf(palette, 2)).toHaveLength(3);
  expect(coloursOf(palette, 4)).toHaveLength(4);
  expect(coloursOf(palette, 9)).toHaveLength(4);
});

test('a bar that holds several classes has a part for each, the lowest at its foot', () => {
  expect(stacked([3, 0, 1], 40)).toEqual([
    { index: 0, from: 0, height: 30 },
    { index: 2, from: 30, height: 10 },
  ]);
  expect(stacked([0, 0], 0)).toEqual([]);
});

test('a map begins with a number, else a category, and only else with the years of a day', () => {
  const field = (name: string, kind: 'number' | 'category' | 'year') => ({ name, title: { tr: '', en: '' }, kind, open: true });
  const type = (...fields: ReturnType<typeof field>[]): MapType => ({
    name: 't',
    title: { tr: '', en: '' },
    rows: 1,
    hasArea: true,
    fields,
  });
  expect(usualField(type(field('y', 'year'), field('c', 'category'), field('n', 'number')))?.name).toBe('n');
  expect(usualField(type(field('y', 'year'), field('c', 'category')))?.name).toBe('c');
  expect(usualField(type(field('y', 'year')))?.name).toBe('y');
  expect(usualPalette('standard-deviation')).toBe('PuOr');
});
