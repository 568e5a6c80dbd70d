import { expect, test } from 'vitest';
import { withParameter } from './address';

test('the other parameters stay when one is set or taken out', () => {
  expect(withParameter('?lang=en', 'layers', 'buildings,plan')).toBe('?lang=en&layers=buildings,plan');
  expect(withParameter('?lang=en&layers=plan', 'lang', undefined)).toBe('?layers=plan');
  expect(withParameter('?lang=en', 'lang', undefined)).toBe('');
});
