import { readdirSync, readFileSync } from 'node:fs';
import { createPropertyExpression, isExpression, latest, type StylePropertySpecification } from '@maplibre/maplibre-gl-style-spec';
import { afterEach, expect, test, vi } from 'vitest';

const FOLDER = new URL('../../../../../data/styles/map/', import.meta.url);
const GROUPS = ['paint', 'layout'] as const;
const ZOOMS = [6, 10, 13, 16, 19];

type Layer = { readonly id: string; readonly type: string } & Readonly<
  Partial<Record<(typeof GROUPS)[number], Readonly<Record<string, unknown>>>>
>;

const layers: readonly Layer[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Layer[]);

afterEach(() => {
  vi.restoreAllMocks();
});

test('a feature of which nothing is known is drawn without complaint: real data has gaps', () => {
  const complaints = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  let evaluated = 0;
  for (const layer of layers) {
    for (const group of GROUPS) {
      for (const [property, value] of Object.entries(layer[group] ?? {})) {
        evaluated += isExpression(value) ? evaluate(layer, group, property, value) : 0;
      }
    }
  }
  expect(evaluated).toBeGreaterThan(100);
  expect(complaints.mock.calls).toEqual([]);
});

function evaluate(layer: Layer, group: (typeof GROUPS)[number], property: string, value: unknown): number {
  const specification = (latest as unknown as Record<string, Record<string, StylePropertySpecification>>)[`${group}_${layer.type}`]?.[
    property
  ];
  if (specification === undefined) {
    throw new Error(`${layer.id} has an unknown ${property}`);
  }
  const expression = createPropertyExpression(value, `${layer.id}.${property}`, specification);
  if (expression.result === 'error') {
    throw new Error(`${layer.id} ${property}: ${expression.value.map((fault) => fault.message).join('; ')}`);
  }
  for (const zoom of ZOOMS) {
    expression.value.evaluate({ zoom }, { type: 3, properties: {} }, {}, undefined, []);
  }
  return ZOOMS.length;
}
