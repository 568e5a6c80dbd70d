import { expect, test } from 'vitest';
import { nameOf } from './actions';
import { told } from './details';

const titles = { akarsu: { tr: 'Akarsular', en: 'Streams' }, bina: { tr: 'Binalar', en: 'Buildings' } };

test('an entry tells its types by their titles', () => {
  const detail = JSON.stringify({ layers: 'akarsu bina', question: '11/776/1211 {akarsu=16, other=2}' });
  expect(told(detail, titles, 'tr')).toBe('detay sınıfları: Akarsular, Binalar · soru: 11/776/1211 {Akarsular: 16, other=2}');
  expect(told('{"reason":"yanlış kat"}', titles, 'en')).toBe('reason: yanlış kat');
});

test('an operation has a name in both languages, and what has none keeps its own', () => {
  expect(nameOf('read.tiles', 'tr')).toBe('Harita karosu');
  expect(nameOf('sign_in', 'en')).toBe('Signed in');
  expect(nameOf('read.tomorrow', 'tr')).toBeUndefined();
  expect(nameOf('constructor', 'tr')).toBeUndefined();
});
