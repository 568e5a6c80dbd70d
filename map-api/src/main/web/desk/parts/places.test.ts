import { expect, test } from 'vitest';
import { nearCity, placesOf } from './places';

test('degrees are longitude and latitude, with a point or a comma', () => {
  const place = [{ isMetres: false, x: 32.96, y: 39.88 }];
  for (const text of ['32.96 39.88', '32,96 39,88', '32.96,39.88', '32.96, 39.88', '32.96 , 39.88', ' 32,96; 39,88 ']) {
    expect(placesOf(text)).toEqual(place);
  }
});

test('metres may come in either order', () => {
  expect(placesOf('4421234.5 487654.12\n487654.12 4421234.5')).toEqual(Array(2).fill({ isMetres: true, x: 487654.12, y: 4421234.5 }));
});

test('what is no place is none', () => {
  for (const text of ['', '32.96', '32,85', '32,39', '32.96 139.88', 'otuz iki', '32.96 39.88 5']) {
    expect(placesOf(text)).toBeUndefined();
  }
});

test('what was typed latitude first is turned round, and what is far from the city either way is not taken', () => {
  const city = [32.8, 39.8, 33.1, 40.0] as const;
  expect(nearCity([[32.96, 39.88]], city)).toEqual([[32.96, 39.88]]);
  expect(nearCity([[39.88, 32.96]], city)).toEqual([[32.96, 39.88]]);
  expect(nearCity([[32.7, 39.7]], city)).toEqual([[32.7, 39.7]]);
  expect(
    nearCity(
      [
        [32.96, 39.88],
        [28.98, 41.01],
      ],
      city,
    ),
  ).toBeUndefined();
});

test('where both orders lie near the city the first is longitude', () => {
  expect(nearCity([[38.3, 38.4]], [38.0, 38.1, 38.6, 38.7])).toEqual([[38.3, 38.4]]);
});
