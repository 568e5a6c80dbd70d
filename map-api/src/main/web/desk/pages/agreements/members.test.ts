import { expect, test } from 'vitest';
import { memberName } from './members';
import { LayerNames } from './names';
import { tr } from './words';

const say = (key: string) => (tr as Record<string, string>)[key] ?? key;
const names = new LayerNames([
  {
    type: 'parsel',
    title: 'Parseller',
    isPublic: true,
    hasPlace: true,
    features: 1,
    fields: [{ name: 'adaNo', title: 'Ada no', isPublic: true }],
  },
]);
const name = (path: string) => memberName(path, [{ type: 'bina' }, { type: 'parsel' }], names, say as never);

test('a member of the terms is called what its field is called', () => {
  expect(name('number')).toBe('Protokol no');
  expect(name('decision.date')).toBe('Karar tarihi');
  expect(name('layers')).toBe('Katmanlar ve öznitelikler');
});

test('a member of a layer is told with its layer, one that is not there any more by its own name', () => {
  expect(name('layers[1].fields')).toBe('Parseller, Öznitelikler');
  expect(name('layers[0].area.shape')).toBe('bina, Alan');
});

test('what the page has no field for keeps its name', () => {
  expect(name('releases')).toBe('releases');
});

test('a layer and its fields are called what people call them', () => {
  expect(names.fields('parsel', ['adaNo', 'gone'])).toBe('Ada no, gone');
  expect(names.fields('bina', ['katUstu'])).toBe('katUstu');
});
