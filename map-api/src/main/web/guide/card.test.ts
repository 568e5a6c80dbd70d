import { describe, expect, it } from 'vitest';
import { messagesIn } from '../shared/messages';
import { announcement, titleOf } from './card';
import { type Found, clickRadius, ownPath } from './service';

const say = messagesIn('tr');
const building: Found = { collection: 'bina', id: '1', kind: 'Bina', title: 'Çınar Apartmanı', rows: [], href: '/ogc' };

describe('the card', () => {
  it('has a word for a feature without a name', () => {
    expect(titleOf({ ...building, title: ' ' }, say)).toBe('(adsız)');
  });

  it('announces how much was found, and the first of it', () => {
    expect(announcement([], say)).toBe('Burada yayımlanmış bir kayıt yok.');
    expect(announcement([building], say)).toBe('1 kayıt bulundu: Bina, Çınar Apartmanı');
    expect(announcement([building, building], say)).toBe('2 kayıt bulundu. İlki: Bina, Çınar Apartmanı');
  });

  it('links into the own service only', () => {
    expect(ownPath('/ogc/collections/bina/items/1')).toBe('/ogc/collections/bina/items/1');
    ['//example.org/x', '/\\example.org', 'https://example.org/', 'javascript:alert(1)', ''].forEach((href) =>
      expect(ownPath(href)).toBeUndefined(),
    );
  });
});

describe('the radius of a click', () => {
  it('is a finger on the ground: 9 m at z16 in Istanbul', () => {
    expect(clickRadius(41, 16)).toBeCloseTo(9.01, 1);
  });

  it('never falls under a metre and never spans a town', () => {
    expect(clickRadius(41, 22)).toBe(1);
    expect(clickRadius(41, 5)).toBe(500);
  });
});
