import { expect, test } from 'vitest';
import { wordsIn } from '../../words';
import { deeds } from './bulk';
import { address, type Conflict, deed, type Here } from './conflict';

const nothing: Here = { street: null, door: null, label: null, lon: null, lat: null };
const conflict = (parts: Partial<Conflict>): Conflict => ({
  number: 1,
  mark: 'm',
  kind: 'C04',
  level: 'building',
  object: null,
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

test('a deed is named by what it does to a conflict of its kind, and there is none where a pair is chosen', () => {
  const say = wordsIn('en');
  const named = (kind: Conflict['kind']): string => say(deed(kind, 'send') ?? 'registry.do.link');
  expect(named('C03')).toBe('Have it retired in the registry');
  expect(named('C04')).toBe('Add it to the registry');
  expect(named('C16')).toBe('Link');
});

test('before many are decided each kind is told with what becomes of it', () => {
  const selected = new Map<number, Pick<Conflict, 'mark' | 'kind'>>([
    [1, { mark: 'a', kind: 'C11' }],
    [2, { mark: 'b', kind: 'C03' }],
    [3, { mark: 'c', kind: 'C03' }],
  ]);
  expect(deeds(selected, 'send-local', { say: wordsIn('en'), language: 'en' })).toEqual([
    'C03 · In the registry, not here (2): Have it retired in the registry',
    'C11 · Contents differ (1): Change the registry to ours',
  ]);
});
