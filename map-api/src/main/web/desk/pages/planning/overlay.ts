import type { FilterSpecification, LayerSpecification, Map as MapLibre } from 'maplibre-gl';

const SOURCE = 'planning';

/** A layer of the answer; its source is added by itself. */
export type Layer = { readonly filter?: FilterSpecification } & (
  | { readonly type: 'fill'; readonly paint: object }
  | { readonly type: 'line'; readonly paint: object }
  | { readonly type: 'circle'; readonly paint: object }
);

/** What an answer shows on the shell's map; it takes off what it put there. */
export class Overlay {
  private drawn: string[] = [];

  constructor(private readonly map: MapLibre | undefined) {}

  show(data: GeoJSON.FeatureCollection, layers: readonly Layer[]): void {
    this.clear();
    const map = this.map;
    if (!map) {
      return;
    }
    map.addSource(SOURCE, { type: 'geojson', data });
    const above = map.getStyle().layers.find((layer) => layer.type === 'symbol')?.id;
    layers.forEach((layer, index) => {
      const id = `${SOURCE}-${index}`;
      map.addLayer({ ...layer, id, source: SOURCE } as LayerSpecification, layer.type === 'circle' ? undefined : above);
      this.drawn.push(id);
    });
    this.fit(data);
  }

  clear(): void {
    for (const id of this.drawn.splice(0)) {
      this.map?.removeLayer(id);
    }
    if (this.map?.getSource(SOURCE)) {
      this.map.removeSource(SOURCE);
    }
  }

  private fit(data: GeoJSON.FeatureCollection): void {
    const box = boxOf(data);
    if (box) {
      this.map?.fitBounds(box, { padding: 24, animate: false });
    }
  }
}

/** West, south, east, north of all positions; undefined when there are none. */
export function boxOf(data: GeoJSON.FeatureCollection): [number, number, number, number] | undefined {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (part: unknown): void => {
    if (!Array.isArray(part)) {
      return;
    }
    if (typeof part[0] !== 'number') {
      part.forEach(take);
      return;
    }
    const [lon, lat] = part as [number, number];
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  };
  for (const { geometry } of data.features) {
    take('coordinates' in geometry ? geometry.coordinates : undefined);
  }
  return box[0] <= box[2] ? box : undefined;
}
