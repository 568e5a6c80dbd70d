import { expect, test } from 'vitest';
import { placesOf } from './places';

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
