import type { LayerSpecification } from 'maplibre-gl';

/** The groups a citizen may switch, in the order shown. A style names a layer's group in its metadata, `kent:group`. */
export const GROUPS = ['buildings', 'parcels', 'plan', 'services', 'utilities', 'other', '3d'] as const;

export type Group = (typeof GROUPS)[number];

/** A group that the style really has: its layers, and whether the style shows it. */
export interface LayerGroup {
  readonly name: Group;
  readonly layers: readonly string[];
  readonly shownByStyle: boolean;
  /** What its colours mean, where the style says so: `kent:legend` of a layer's metadata. */
  readonly legend: readonly Swatch[];
}

/** A colour and what it means, in each language. */
export interface Swatch {
  readonly colour: string;
  readonly tr: string;
  readonly en: string;
}

export function groupsOf(layers: readonly LayerSpecification[]): readonly LayerGroup[] {
  return GROUPS.map((name) => groupOf(name, layers)).filter((group) => group.layers.length > 0);
}

/** The groups to show: what the address says, else what the style says. */
export function shownGroups(groups: readonly LayerGroup[], asked: ReadonlySet<string> | undefined): Set<Group> {
  return new Set(groups.filter((group) => (asked ? asked.has(group.name) : group.shownByStyle)).map((group) => group.name));
}

/** Whether a group's layers are drawn: buildings stand up only while buildings are shown at all. */
export function isDrawn(name: Group, shown: ReadonlySet<Group>): boolean {
  return shown.has(name) && (name !== '3d' || shown.has('buildings'));
}

/** The `layers` parameter for these groups; undefined when they are just the style's own. */
export function groupsParameter(groups: readonly LayerGroup[], shown: ReadonlySet<Group>): string | undefined {
  const asInStyle = groups.every((group) => group.shownByStyle === shown.has(group.name));
  return asInStyle
    ? undefined
    : groups
        .filter((group) => shown.has(group.name))
        .map((group) => group.name)
        .join(',');
}

function groupOf(name: Group, layers: readonly LayerSpecification[]): LayerGroup {
  const own = layers.filter((layer) => metadata(layer)['kent:group'] === name);
  return {
    name,
    layers: own.map((layer) => layer.id),
    shownByStyle: own.some((layer) => layer.layout?.visibility !== 'none'),
    legend: own.flatMap((layer) => (metadata(layer)['kent:legend'] ?? []) as readonly Swatch[]),
  };
}

function metadata(layer: LayerSpecification): Readonly<Record<string, unknown>> {
  return (layer.metadata ?? {}) as Readonly<Record<string, unknown>>;
}
