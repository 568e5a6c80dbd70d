import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { expect, test } from 'vitest';
import { flat } from './city';

test('a flat style has the grounds of buildings and no walls', () => {
  const layer = (id: string, type: string) => ({ id, type, source: 's' }) as LayerSpecification;
  const style = { version: 8, sources: {}, layers: [layer('ground', 'fill'), layer('walls', 'fill-extrusion')] } as StyleSpecification;
  expect(flat(style).layers.map((one) => one.id)).toEqual(['ground']);
});
