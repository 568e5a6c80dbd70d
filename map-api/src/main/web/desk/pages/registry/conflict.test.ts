import { expect, test } from 'vitest';
import { type Conflict, type Here, address } from './conflict';

const nothing: Here = { street: null, door: null, label: null, lon: null, lat: null };
const conflict = (parts: Partial<Conflict>): Conflict => ({
  number: 1,
  mark: 'm',
  kind: 'C04',
  level: 'building',
  code: null,
  neighbourhood: 1,
  mahalle: 'Çınar',
  street: null,
  detail: {},
  changedBy: 'local',
  ours: nothing,
  theirs: nothing,
  refusal: null,
  ...parts,
});

test('a building without a name is told by its street and door', () => {
  const ours = { ...nothing, street: 'Lale Sokağı', door: '12A', label: '' };
  expect(address(conflict({ ours }))).toBe('Lale Sokağı · 12A');
});

test('a building with a name has it after its door, one without anything its code', () => {
  const ours = { ...nothing, street: 'Lale Sokağı', door: '12A', label: 'Ada Apartmanı' };
  expect(address(conflict({ ours }))).toBe('Lale Sokağı · 12A · Ada Apartmanı');
  expect(address(conflict({ kind: 'C03', code: 900123 }))).toBe('900123');
  expect(address(conflict({}))).toBe('–');
});

test('a street is told by its name alone, a unit by street, door and its own number', () => {
  const ours = { ...nothing, street: 'Lale Sokağı', door: '12', label: '3' };
  expect(address(conflict({ level: 'unit', ours }))).toBe('Lale Sokağı · 12 · 3');
  expect(address(conflict({ level: 'street', detail: { label: ['Lale Sokağı', 'Lale Caddesi'] } }))).toBe('Lale Sokağı');
});
