import { describe, expect, it } from 'vitest';
import { formatView, parseGroups, parseView } from './address';

describe('the view in the address', () => {
  it('reads zoom, latitude and longitude', () => {
    expect(parseView('#14.5/41.0151/28.9795')).toEqual({
      zoom: 14.5,
      latitude: 41.0151,
      longitude: 28.9795,
      bearing: 0,
      pitch: 0,
    });
  });

  it('reads bearing and pitch where they are given', () => {
    expect(parseView('#16/41/29/-20/50')).toMatchObject({ bearing: -20, pitch: 50 });
  });

  it('reads positions with all the digits a program writes', () => {
    expect(parseView('#14/39.904882338741/32.998007820000007')).toMatchObject({
      latitude: 39.904882338741,
      longitude: Number('32.998007820000007'),
    });
  });

  it.each([
    '',
    '#',
    '#map',
    '#14',
    '#14/41',
    '#14/91/29',
    '#14/41/181',
    '#99/41/29',
    '#14/NaN/29',
    '#14/41/29/0/85',
    '#14/41/29/0/0/0',
    '#1e1/41/29',
    '#14//29',
    '#14/41,5/29',
  ])('takes %j for no view', (hash) => {
    expect(parseView(hash)).toBeUndefined();
  });

  it('writes what it can read again, to the pixel', () => {
    const view = { zoom: 17.25, latitude: 40.98765, longitude: 29.12345, bearing: 12.5, pitch: 45 };
    const again = parseView(formatView(view));
    expect(again).toMatchObject({ zoom: 17.25, bearing: 12.5, pitch: 45 });
    expect(again?.latitude).toBeCloseTo(view.latitude, 5);
    expect(again?.longitude).toBeCloseTo(view.longitude, 5);
  });

  it('leaves bearing and pitch out when the map lies flat with north up', () => {
    expect(formatView({ zoom: 10, latitude: 41, longitude: 29, bearing: -0.01, pitch: 0 })).toBe('#10/41.0000/29.0000');
  });
});

describe('the query part of the address', () => {
  it('names the layer groups that are on', () => {
    expect(parseGroups('?layers=buildings,3d')).toEqual(new Set(['buildings', '3d']));
  });

  it('may switch every group off', () => {
    expect(parseGroups('?layers=')).toEqual(new Set());
  });

  it('says nothing about layers when the parameter is missing', () => {
    expect(parseGroups('?lang=en')).toBeUndefined();
  });
});
