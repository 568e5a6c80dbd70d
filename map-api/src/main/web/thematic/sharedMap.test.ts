import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { expect, test } from 'vitest';
import { merged } from './sharedMap';

const layer = (id: string, type: string) => ({ id, type, source: 's' }) as LayerSpecification;

test('a theme lies above the ground and below the names', () => {
  const base = {
    version: 8,
    sources: {},
    layers: [layer('ground', 'fill'), layer('walls', 'fill-extrusion'), layer('name', 'symbol')],
  } as StyleSpecification;
  const theme = { sources: { tema: { type: 'vector' as const, tiles: ['/t/{z}'] } }, layers: [layer('tema', 'fill')] };
  const style = merged(base, theme, 'http://here');
  expect(style.layers.map((one) => one.id)).toEqual(['ground', 'tema', 'name']);
  expect(style.sources.tema).toEqual({ type: 'vector', tiles: ['http://here/t/{z}'] });
});
