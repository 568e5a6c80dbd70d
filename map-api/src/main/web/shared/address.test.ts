import { expect, test } from 'vitest';
import { withLanguage, withParameter } from './address';

test('the other parameters stay when one is set or taken out', () => {
  expect(withParameter('?lang=en', 'layers', 'buildings,plan')).toBe('?lang=en&layers=buildings,plan');
  expect(withParameter('?lang=en&layers=plan', 'lang', undefined)).toBe('?layers=plan');
  expect(withParameter('?lang=en', 'lang', undefined)).toBe('');
});

test('a link to one of our own pages names the language, whatever else it asks', () => {
  expect(withLanguage('/desk/registry', 'en')).toBe('/desk/registry?lang=en');
  expect(withLanguage('/desk/registry/conflicts?neighbourhood=12', 'tr')).toBe('/desk/registry/conflicts?neighbourhood=12&lang=tr');
});
