import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { flat } from '../shared/city';
import { number } from '../shared/format';
import type { LegendEntry } from '../shared/legend';
import type { Language } from '../shared/messages';

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
    readonly years: boolean;
    readonly classes: readonly LegendEntry[];
    readonly noData: LegendEntry | null;
  };
  readonly style: unknown;
  readonly release: number;
  readonly bbox?: readonly number[];
  readonly decisionNo: string | null;
  readonly decisionDate: string | null;
}

/** What the map says of a feature of its tiles: the number it is classed by, if it is one, and its line of the legend. */
export function toldOf(
  { legend }: SharedMap,
  { sinif, deger }: { readonly sinif?: number; readonly deger?: number },
  language: Language,
): string {
  const entry = sinif === undefined ? legend.noData : legend.classes[sinif];
  const value = deger === undefined ? '' : legend.years ? String(deger) : number(deger, language);
  const unit = value && legend.unit ? `\u00a0${legend.unit[language]}` : '';
  return [value + unit, entry?.label[language]].filter((part) => part).join(' · ');
}

/** The city's style with the theme in it, below all names; buildings stay flat, so that nothing hides the theme. */
export function merged(
  base: StyleSpecification,
  theme: { readonly sources: StyleSpecification['sources']; readonly layers: LayerSpecification[] },
  origin: string,
): StyleSpecification {
  const ground = flat(base).layers;
  const names = ground.findIndex((layer) => layer.type === 'symbol');
  const at = names < 0 ? ground.length : names;
  const sources = { ...base.sources };
  for (const [name, source] of Object.entries(theme.sources)) {
    sources[name] = 'tiles' in source && source.tiles ? { ...source, tiles: source.tiles.map((tile: string) => origin + tile) } : source;
  }
  return { ...base, sources, layers: [...ground.slice(0, at), ...theme.layers, ...ground.slice(at)] };
}
