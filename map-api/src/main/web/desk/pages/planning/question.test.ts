import { describe, expect, it, test } from 'vitest';
import { addressOf, areasOf, corners, fromAddress, minutesOf, polygon, releaseOf, shareOf, toAddress, unitOf } from './question';

const USUAL = { type: 'bina', fields: [] as string[], filter: null as string | null, neighbourhoods: true };

describe('the address of the page', () => {
  test('keeps a question and gives it back', () => {
    const asked = { ...USUAL, type: 'park_bahce', fields: ['alan'], filter: "tur = 'park' AND ad LIKE '%ğ%'" };
    expect(fromAddress(toAddress(asked), USUAL)).toEqual(asked);
  });

  test('that nobody understands is as good as none', () => {
    expect(fromAddress('#q=%7Bbroken', USUAL)).toBe(USUAL);
    expect(fromAddress(`#q=${encodeURIComponent('{"type":7,"fields":"x","other":1}')}`, USUAL)).toEqual(USUAL);
    expect(fromAddress('', USUAL)).toBe(USUAL);
  });

  test('does not take what is too long for it', () => {
    expect(toAddress({ filter: 'x'.repeat(7000) })).toBe('');
  });
});

test('a position has decimal points or commas and lies on the earth', () => {
  expect(corners('32,96 39,88')).toEqual([[32.96, 39.88]]);
  expect(corners('32.96, 39.88')).toEqual([[32.96, 39.88]]);
  expect(corners('32,96;39,88')).toEqual([[32.96, 39.88]]);
  for (const none of ['32,96', '32,85', '32.96', '496580.5 4414270.2', '32.96 139.88', '32.96 39.88 5', 'meydan'])
    expect(corners(none)).toBeUndefined();
});

describe('an area', () => {
  test('is typed one corner to a line and closed by itself', () => {
    expect(polygon(corners('32.1 39.1\n32.2, 39.1\n\n32.2;39.2') ?? [])).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [32.1, 39.1],
          [32.2, 39.1],
          [32.2, 39.2],
          [32.1, 39.1],
        ],
      ],
    });
  });

  test('needs three corners that are numbers', () => {
    expect(corners('32.1 39.1\nnorth')).toBeUndefined();
    expect(corners('32.1')).toBeUndefined();
    expect(
      polygon([
        [1, 2],
        [3, 4],
        [1, 2],
      ]),
    ).toBeUndefined();
    expect(polygon([])).toBeUndefined();
  });

  test('comes from a file with its name', () => {
    const square = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    };
    const file = {
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: { ad: 'Kuzey' }, geometry: square },
        { type: 'Feature', properties: {}, geometry: null },
        { type: 'Feature', properties: null, geometry: square },
      ],
    };
    expect(areasOf(JSON.stringify(file), 'Alan').map((area) => area.name)).toEqual(['Kuzey', 'Alan 3']);
    expect(areasOf(JSON.stringify(square), 'Alan')).toHaveLength(1);
    expect(areasOf('{"type":"Point","coordinates":[1,2]}', 'Alan')).toEqual([]);
  });
});

test('minutes are read as they are typed', () => {
  expect(minutesOf('5, 10;15 ')).toEqual([5, 10, 15]);
});

test('shares and units are written as people write them', () => {
  expect(shareOf(909, 1000, 'tr')).toBe('%90,9');
  expect(shareOf(1, 8, 'en')).toBe('12.5%');
  expect(shareOf(0, 0, 'tr')).toBe('–');
  expect([unitOf({ unit: 'm2' }), unitOf({ unit: null })]).toEqual([' (m²)', '']);
});

describe('the release that is asked of', () => {
  it('is named by the address of the page and handed on', () => {
    expect(addressOf('/types', '')).toBe('/api/desk/planning/types');
    expect(addressOf('/types', '?lang=en&release=3')).toBe('/api/desk/planning/types?release=3');
    expect(addressOf('/statistics.csv?lang=tr', '?release=3')).toBe('/api/desk/planning/statistics.csv?lang=tr&release=3');
  });

  it.each(['?release=', '?release=0', '?release=-1', '?release=1e9', '?release=<b>', '?release=99999999999'])(
    'is the served one for %s',
    (search) => {
      expect(releaseOf(search)).toBeUndefined();
    },
  );
});
