import { expect, test } from 'vitest';
import { memberName } from './members';
import { tr } from './words';

const say = (key: string) => (tr as Record<string, string>)[key] ?? key;
const name = (path: string) => memberName(path, [{ type: 'bina' }, { type: 'parsel' }], say as never);

test('a member of the terms is called what its field is called', () => {
  expect(name('number')).toBe('Protokol no');
  expect(name('decision.date')).toBe('Karar tarihi');
  expect(name('layers')).toBe('Katmanlar ve alanlar');
});

test('a member of a layer is told with its layer', () => {
  expect(name('layers[1].fields')).toBe('parsel, Alanlar');
  expect(name('layers[0].area.shape')).toBe('bina, Alan');
});

test('what the page has no field for keeps its name', () => {
  expect(name('releases')).toBe('releases');
});
