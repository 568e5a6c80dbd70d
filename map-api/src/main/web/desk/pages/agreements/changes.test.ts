import { expect, test } from 'vitest';
import { commonArea } from './areaChoice';
import { changes } from './changes';
import { LayerNames } from './names';
import type { Area, Terms } from './types';
import { tr } from './words';

const say = ((key: string, values: Readonly<Record<string, string>> = {}) =>
  ((tr as Record<string, string>)[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)) as never;
const words = { say, language: 'tr' as const };
const names = new LayerNames([
  {
    type: 'parsel',
    title: 'Parseller',
    isPublic: true,
    hasPlace: true,
    features: 1,
    fields: [{ name: 'adaNo', title: 'Ada no', isPublic: true }],
  },
]);
const square = (west: number, policy: Area['policy'] = 'within'): Area => ({
  policy,
  shape: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 0],
        [west + 1, 0],
        [west, 1],
        [west, 0],
      ],
    ],
  },
});

const TERMS: Terms = {
  number: '2026/1',
  provider: 'Örnekova Belediyesi',
  partner: 'Su İdaresi',
  contact: '',
  purpose: 'Abone adresleri',
  decision: { number: '2026/17', date: '2026-11-03' },
  from: '2026-01-01',
  until: '2026-12-31',
  releases: ['published'],
  ratePerMinute: 600,
  monthlyQuota: 100_000,
  layers: [{ type: 'parsel', fields: ['parselNo'], area: square(1) }],
};

test('a version that says the same changes nothing', () => {
  expect(
    changes(TERMS, { ...TERMS, layers: [{ ...TERMS.layers[0], type: 'parsel', fields: ['parselNo'], area: square(1) }] }, names, words),
  ).toEqual([]);
});

test('what a version says otherwise is told with what was said before', () => {
  const after: Terms = {
    ...TERMS,
    until: '2027-12-31',
    ground: 'KVKK m. 5/2-ç',
    releases: ['published', 'superseded'],
    layers: [
      { type: 'parsel', fields: ['adaNo'], area: square(1, 'intersects'), rows: 'adaNo = 7', ground: '2560 s. K.' },
      { type: 'bina', fields: ['adi'] },
    ],
  };
  expect(changes(TERMS, after, names, words)).toEqual([
    'Süre: 1 Oca 2026 – 31 Ara 2026 → 1 Oca 2026 – 31 Ara 2027',
    'Hukuki dayanak (KVKK): – → KVKK m. 5/2-ç',
    'Okunabilen yayınlar: yalnız yürürlükteki → yürürlükteki ve öncekiler',
    'Parseller: eklenen öznitelikler Ada no',
    'Parseller: çıkarılan öznitelikler parselNo',
    'Parseller: Kayıt koşulu: – → adaNo = 7',
    'Parseller: sınırdaki kayıtlar değişti (Değen her şey)',
    'Parseller: Hukuki dayanak: – → 2560 s. K.',
    'bina eklendi: adi',
  ]);
});

test('an area that moves, and one that goes, are told apart', () => {
  const to = (area: Area | undefined): string[] =>
    changes(TERMS, { ...TERMS, layers: [{ type: 'parsel', fields: ['parselNo'], ...(area ? { area } : {}) }] }, names, words);
  expect(to(square(2))).toEqual(['Parseller: sınırlandığı yer değişti (Yalnız tümüyle içinde olanlar)']);
  expect(to(undefined)).toEqual(['Parseller: yer sınırı kalktı: bütün kent']);
  expect(changes(TERMS, { ...TERMS, layers: [] }, names, words)).toEqual(['Parseller çıkarıldı']);
});

test('the common area is what most layers have, the first of several', () => {
  expect(commonArea([])).toBeUndefined();
  expect(commonArea([square(1), square(2), undefined])).toEqual(square(1));
  expect(commonArea([square(1), square(2, 'intersects'), square(2), square(2)])).toEqual(square(2));
  expect(commonArea([square(1), undefined, undefined])).toBeUndefined();
});
