import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { LegendEntry as Line } from '../../../shared/legend';

/** Words in both languages. */
export interface Text {
  readonly tr: string;
  readonly en: string;
}

/** A feature type maps can be made of. */
export interface MapType {
  readonly name: string;
  readonly title: Text;
  readonly rows: number;
  /** Its features have areas, which a value can be divided by. */
  readonly hasArea: boolean;
  readonly fields: readonly Field[];
}

export interface Field {
  readonly name: string;
  readonly title: Text;
  /** A year is that of a day or an instant. */
  readonly kind: 'number' | 'category' | 'year';
  /** Everybody sees it; a map of one that is not can be shared with staff only. */
  readonly open: boolean;
}

export interface Palette {
  readonly name: string;
  readonly kind: 'sequential' | 'diverging' | 'qualitative';
  readonly colourBlindSafe: number;
  readonly schemes: readonly (readonly string[])[];
}

/** A definition as the service reads it. */
export interface Definition {
  type: string;
  value: string;
  normaliser: string | null;
  filter: string | null;
  method: string;
  classes: number;
  breaks: number[];
  palette: string;
  reversed: boolean;
  noData: string | null;
  title?: Text;
  source?: Text;
}

export interface LegendEntry extends Line {
  readonly from: number | null;
  readonly to: number | null;
}

/** How values are spread over equally wide bins; of each bin, how many belong to which class. */
export interface Spread {
  readonly from: number;
  readonly to: number;
  /** How many whole numbers each bin holds, from the least on; 0 where values are measures. */
  readonly step: number;
  readonly bins: readonly number[];
  readonly classes: readonly (readonly number[])[];
}

export interface Preview {
  readonly map: Definition;
  /** What it is called without a title of its own. */
  readonly usualTitle: Text;
  readonly legend: {
    readonly title: Text;
    /** Value, filter and method in words. */
    readonly about: Text;
    readonly unit: Text | null;
    /** The values are years: no thousands are set apart in them. */
    readonly years: boolean;
    readonly classes: readonly LegendEntry[];
    readonly noData: LegendEntry | null;
    readonly histogram: Spread;
    readonly total: number;
  };
  readonly style: { readonly sources: Readonly<Record<string, SourceSpecification>>; readonly layers: LayerSpecification[] };
  readonly bbox?: readonly [number, number, number, number];
}

export interface Saved {
  readonly id: string;
  readonly map: Definition;
  readonly state: 'private' | 'staff' | 'shared' | 'published';
  readonly decisionNo: string | null;
  readonly decisionDate: string | null;
  readonly owner: string;
  /** Whether who looks at it may change it. */
  readonly mine: boolean;
  /** Tells one version of it from another. */
  readonly changedAt: string;
}

/** The field a type's map begins with: a number everybody sees, where there is one. */
export function usualField(type: MapType | undefined): Field | undefined {
  const open = type?.fields.filter((one) => one.open) ?? [];
  const [usual] = (['number', 'category'] as const).flatMap((kind) => open.find((one) => one.kind === kind) ?? []);
  return usual ?? open[0] ?? type?.fields[0];
}

/** The palette a method begins with: one with two ends where classes lie around a mean. */
export function usualPalette(method: string): string {
  return method === 'categories' ? 'Paired' : method === 'standard-deviation' ? 'PuOr' : 'YlGnBu';
}

/** Whether two definitions as the service writes them say the same; the order of their members says nothing. */
export function sameMap(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return value;
  }
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => [name, sorted(member)]);
}

/** Limits between the classes of a legend. */
export function limitsOf(classes: readonly LegendEntry[]): number[] {
  return classes.slice(0, -1).flatMap((entry) => (entry.to === null ? [] : [entry.to]));
}

/** The colours a palette has for so many classes. */
export function coloursOf(palette: Palette, classes: number): readonly string[] {
  const fitting = palette.schemes.find((scheme) => scheme.length >= classes);
  return fitting ?? palette.schemes[palette.schemes.length - 1] ?? [];
}

/** The parts of a bar, the lowest class at its foot, each as high as its share. */
export function stacked(
  counts: readonly number[],
  height: number,
): { readonly index: number; readonly from: number; readonly height: number }[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  let from = 0;
  return counts.flatMap((count, index) => {
    if (count === 0) {
      return [];
    }
    const part = { index, from, height: (height * count) / all };
    from += part.height;
    return [part];
  });
}
