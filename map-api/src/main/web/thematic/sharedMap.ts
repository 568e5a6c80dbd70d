import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { LegendEntry } from '../shared/legend';

interface Text {
  readonly tr: string;
  readonly en: string;
}

/** A map as /api/thematic tells it. */
export interface SharedMap {
  readonly map: { readonly source?: Text };
  readonly legend: {
    readonly title: Text;
    readonly about: Text;
    readonly unit: Text | null;
    readonly classes: readonly LegendEntry[];
    readonly noData: LegendEntry | null;
  };
  readonly style: unknown;
  readonly release: number;
  readonly bbox?: readonly number[];
  readonly decisionNo: string | null;
  readonly decisionDate: string | null;
}

/** The city's style with the theme in it, below all names; buildings stay flat, so that nothing hides the theme. */
export function merged(
  base: StyleSpecification,
  theme: { readonly sources: StyleSpecification['sources']; readonly layers: LayerSpecification[] },
  origin: string,
): StyleSpecification {
  const ground = base.layers.filter((layer) => layer.type !== 'fill-extrusion');
  const names = ground.findIndex((layer) => layer.type === 'symbol');
  const at = names < 0 ? ground.length : names;
  const sources = { ...base.sources };
  for (const [name, source] of Object.entries(theme.sources)) {
    sources[name] = 'tiles' in source && source.tiles ? { ...source, tiles: source.tiles.map((tile: string) => origin + tile) } : source;
  }
  return { ...base, sources, layers: [...ground.slice(0, at), ...theme.layers, ...ground.slice(at)] };
}
