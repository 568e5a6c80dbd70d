import { describe, expect, it } from 'vitest';
import { messagesIn } from '../shared/messages';
import { announcement, hitsAt, isNamed, titleOf } from './card';
import type { Hit } from './places';
import { clickRadius, type Found, ownPath } from './service';

const say = messagesIn('tr');
const building: Found = { collection: 'bina', id: '1', kind: 'Bina', title: 'Çınar Apartmanı', rows: [], href: '/ogc' };

function hit(id: string, title: string): Hit {
  return { id, sort: 'place', code: '', group: '', kind: '', title, where: '', path: '', longitude: 0, latitude: 0 };
}

describe('the card', () => {
  it('has a word for a feature without a name', () => {
    expect(titleOf({ ...building, title: ' ' }, say)).toBe('(adsız)');
  });

  it('announces how much was found, and the first of it', () => {
    expect(announcement([], {}, say)).toBe('Burada yayımlanmış bir kayıt yok.');
    expect(announcement([building], {}, say)).toBe('1 kayıt bulundu: Bina, Çınar Apartmanı');
    expect(announcement([building, building], {}, say)).toBe('2 kayıt bulundu. İlki: Bina, Çınar Apartmanı');
  });

  it('says the address and the parcel before the records, and no word twice', () => {
    const here = { address: hit('a', 'Gül Sokak No: 4'), parcel: hit('p', '101 ada 2 parsel') };
    expect(announcement([{ ...building, title: 'Bina' }], here, say)).toBe('Gül Sokak No: 4, 101 ada 2 parsel. 1 kayıt bulundu: Bina');
    expect(announcement([], here, say)).toBe('Gül Sokak No: 4, 101 ada 2 parsel');
  });

  it('is headed by a name only, not by a number or the kind again', () => {
    expect([building, { ...building, title: 'Bina' }, { ...building, title: '4' }].map(isNamed)).toEqual([true, false, false]);
  });

  it('begins with the place that was clicked, not with one beside it', () => {
    const here = { address: hit('a', 'Gül Sokak No: 4'), places: [hit('1', 'Çınar Eczanesi'), hit('2', 'Dere Eczanesi')] };
    expect(hitsAt([building], here).map(({ title }) => title)).toEqual(['Çınar Eczanesi', 'Gül Sokak No: 4']);
  });

  it('links into the own service only', () => {
    expect(ownPath('/ogc/collections/bina/items/1')).toBe('/ogc/collections/bina/items/1');
    for (const href of ['//example.org/x', '/\\example.org', 'https://example.org/', 'javascript:alert(1)', '']) {
      expect(ownPath(href)).toBeUndefined();
    }
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
