import { expect, test } from 'vitest';
import { inserted, literal, nameInFilter } from './filterText';

test('what is put into a filter has blanks around it, and the caret stands behind it', () => {
  expect(inserted('', 0, 0, 'kat')).toEqual({ text: 'kat ', caret: 4 });
  expect(inserted('kat >', 5, 5, '3')).toEqual({ text: 'kat > 3 ', caret: 8 });
  expect(inserted('a IN ()', 6, 6, "'x'")).toEqual({ text: "a IN ('x')", caret: 9 });
  expect(inserted('alt > 2', 0, 3, 'kat')).toEqual({ text: 'kat > 2', caret: 3 });
});

test('names and texts are written as CQL2 takes them', () => {
  expect(nameInFilter('BO_konutBirimSayisi')).toBe('BO_konutBirimSayisi');
  expect(nameInFilter('iki kelime')).toBe('"iki kelime"');
  expect(literal("Ali'nin")).toBe("'Ali''nin'");
});
