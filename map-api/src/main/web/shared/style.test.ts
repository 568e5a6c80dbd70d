import { readdirSync, readFileSync } from 'node:fs';
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';

// The default cartography and the contents of the map tile are data beside the model; they must fit each other.
const styles = new URL('../../../../../data/styles/', import.meta.url);
type Layer = { id: string; 'source-layer'?: string; minzoom?: number };
const layers: Layer[] = readdirSync(new URL('map/', styles))
  .sort()
  .flatMap((file) => JSON.parse(readFileSync(new URL(`map/${file}`, styles), 'utf8')) as Layer[]);

interface TileType {
  readonly fields: readonly string[];
  readonly zoom: number;
}

function tileTypes(): Map<string, TileType> {
  const entry = /- type: (\w+)\n {2}fields: \[(.*)\]\n {2}levels:\n {4}- \{zoom: (\d+)/g;
  const text = readFileSync(new URL('tiles.yaml', styles), 'utf8');
  return new Map(
    [...text.matchAll(entry)].map(([, type = '', fields = '', zoom]) => [
      type,
      { fields: fields.split(',').map((field) => field.trim()), zoom: Number(zoom) },
    ]),
  );
}

/** A layer of label points belongs to its type. */
function typeOf(layer: Layer): string {
  return (layer['source-layer'] ?? '').replace(/_etiket$/, '');
}

function readFields(part: unknown): string[] {
  if (!Array.isArray(part)) {
    return part !== null && typeof part === 'object' ? Object.values(part).flatMap(readFields) : [];
  }
  const own = (part[0] === 'get' || part[0] === 'has') && typeof part[1] === 'string' ? [part[1]] : [];
  return [...own, ...part.flatMap(readFields)];
}

describe('the default cartography', () => {
  it('is a valid MapLibre style', () => {
    const style = { version: 8, sources: { kent: { type: 'vector', url: 'https://localhost/tiles' } }, layers };
    // Without glyphs on purpose: labels are drawn in the page's own font.
    const faults = validateStyleMin(style as never).filter((fault) => !fault.message.includes('glyphs'));
    expect(faults.map((fault) => fault.message)).toEqual([]);
  });

  it('names each layer once', () => {
    expect(new Set(layers.map((layer) => layer.id)).size).toBe(layers.length);
  });

  it.each(layers.filter((layer) => layer['source-layer']))('$id uses only what the tile carries', (layer) => {
    const type = tileTypes().get(typeOf(layer));
    expect(type?.fields ?? []).toEqual(expect.arrayContaining(readFields(layer)));
    expect(type?.zoom).toBeLessThanOrEqual(Math.floor(layer.minzoom ?? 0));
  });

  it('carries nothing in the tile that no layer draws', () => {
    const drawn = new Set(layers.map(typeOf));
    expect([...tileTypes().keys()].filter((type) => !drawn.has(type))).toEqual([]);
  });
});

describe('the legend of a layer', () => {
  const colours = (part: unknown): string[] =>
    Array.isArray(part) ? part.flatMap(colours) : typeof part === 'string' && /^#[0-9a-f]{6}$/.test(part) ? [part] : [];
  const told = layers.flatMap((layer) => {
    const { metadata, paint } = layer as { metadata?: Record<string, unknown>; paint?: Record<string, unknown> };
    const legend = metadata?.['kent:legend'] as { colour: string; tr: string; en: string }[] | undefined;
    return legend ? [{ id: layer.id, legend, drawn: new Set(colours(paint?.['fill-color'] ?? paint?.['line-color'])) }] : [];
  });

  it('has every colour it is drawn in, each once, and no other', () => {
    expect(told.map(({ id }) => id)).toEqual(['plan-use', 'utility-line']);
    for (const { id, legend, drawn } of told) {
      expect(legend.map(({ colour }) => colour).sort(), id).toEqual([...drawn].sort());
      expect(new Set(legend.map(({ tr }) => tr)).size, id).toBe(legend.length);
    }
  });
});
