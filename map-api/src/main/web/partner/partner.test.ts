import { expect, test } from 'vitest';
import { daysUntil, endOf } from '../shared/days';
import { Refusal } from '../shared/http';
import { shapes } from './areaMap';
import { curl, ogr, wms } from './calls';
import { reason } from './reason';
import { isKey, type Layer } from './service';
import { wordsIn } from './words';

test('the last day still belongs to the agreement, in the time of the city', () => {
  expect(endOf('2026-11-20').toISOString()).toBe('2026-11-20T21:00:00.000Z');
  expect(daysUntil(endOf('2026-11-20'), new Date('2026-11-20T20:59:00Z'))).toBe(1);
});

test('a key has one form', () => {
  expect(isKey(`kent_0123abcd_${'x'.repeat(43)}`)).toBe(true);
  for (const wrong of ['', 'kent_0123abcd_x', `kent_0123ABCD_${'x'.repeat(43)}`, ` kent_0123abcd_${'x'.repeat(43)}`]) {
    expect(isKey(wrong)).toBe(false);
  }
});

test('commands name the key and do not contain it', () => {
  expect(ogr('http://x', 'bina')).toContain('-oo PAGE_SIZE=1000');
  for (const text of [
    curl('http://x', 'bina', { release: 3, version: 2 }),
    ogr('http://x', 'bina'),
    wms('http://x', 'bina', [1, 2, 3, 4]),
  ]) {
    expect(text).toContain('$KENT_KEY');
    expect(text).not.toMatch(/kent_/);
  }
});

test('a download goes on only in the file of its own release and version', () => {
  const files = [
    { release: 3, version: 1 },
    { release: 3, version: 2 },
    { release: 4, version: 2 },
  ].map((of) => / -o (\S+)/.exec(curl('http://x', 'bina', of))?.[1]);
  expect(files).toEqual(['bina-r3-v1.gpkg', 'bina-r3-v2.gpkg', 'bina-r4-v2.gpkg']);
  for (const file of files) expect(ogr('http://x', 'bina')).not.toContain(file);
});

test('what is refused is told by its kind', () => {
  const say = wordsIn('en');
  expect(reason(new Refusal(429, 'Used up.', [], 40), say)).toBe('The limit is reached: Used up. Try again in 40 seconds.');
  expect(reason(new Refusal(403, 'Ended.'), say)).toContain('closed: Ended.');
  expect(reason(new TypeError(), say)).toContain('could not be reached');
});

test('an area is drawn once, and a layer without one by its box', () => {
  const area: GeoJSON.Polygon = {
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
  const layer = (type: string, more: Partial<Layer>): Layer => ({ type, title: type, fields: [], features: 1, ...more });
  const all = shapes([layer('a', { area }), layer('b', { area }), layer('c', { bbox: [0, 0, 2, 2] }), layer('d', {})]);
  expect(all.map((one) => one.properties?.area)).toEqual([true, false]);
});
