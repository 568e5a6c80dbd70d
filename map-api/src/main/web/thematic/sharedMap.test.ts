import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { expect, test } from 'vitest';
import { merged, type SharedMap, toldOf } from './sharedMap';

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

test('a feature tells its number, its unit and its class', () => {
  const entry = (tr: string) => ({ label: { tr, en: tr }, colour: '#000000', count: 1 });
  const legend = { classes: [entry('1 – 1.500')], noData: entry('Veri yok'), unit: { tr: 'm²', en: 'm²' }, years: false };
  const theme = { legend } as unknown as SharedMap;
  expect(toldOf(theme, { sinif: 0, deger: 1234.5 }, 'tr')).toBe('1.234,5\u00a0m² · 1 – 1.500');
  expect(toldOf(theme, {}, 'tr')).toBe('Veri yok');
  const years = { legend: { ...legend, unit: null, years: true } } as unknown as SharedMap;
  expect(toldOf(years, { sinif: 0, deger: 2004 }, 'tr')).toBe('2004 · 1 – 1.500');
});
