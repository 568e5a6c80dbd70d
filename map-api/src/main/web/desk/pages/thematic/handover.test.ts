import { expect, test } from 'vitest';
import { wordsIn } from '../../words';
import { type Handover, textOf } from './handover';

const nothing = { tr: '', en: '' };
const failed: Handover = {
  state: 'failed',
  leftOut: [],
  again: '2026-11-21T09:05:00Z',
  message: { tr: 'GeoServer yanıt vermiyor.', en: 'GeoServer does not answer.' },
};

test('why a handover failed is told in the language of the page', () => {
  expect(textOf(failed, { say: wordsIn('tr'), language: 'tr' })).toBe(
    'GeoServer güncellenemedi; haritaları bu sunucu çizer. GeoServer yanıt vermiyor. Yeniden denenecek: 12:05.',
  );
  expect(textOf(failed, { say: wordsIn('en'), language: 'en' })).toBe(
    'GeoServer could not be set up; this server draws the maps. GeoServer does not answer. It is tried again at 12:05.',
  );
});

test('what GeoServer cannot draw is told in the language of the page', () => {
  const done: Handover = {
    state: 'done',
    message: nothing,
    leftOut: [
      { tr: 'Bina (bina): çok', en: 'Building (bina): too many' },
      { tr: 'b', en: 'c' },
    ],
  };
  expect(textOf(done, { say: wordsIn('tr'), language: 'tr' })).toContain('Bina (bina): çok; b');
  expect(textOf(done, { say: wordsIn('en'), language: 'en' })).toContain('Building (bina): too many; c');
});
