import type { FilterSpecification, LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import { boundsOf, cornersOf } from '../../../shared/bounds';

/** A layer of the answer; its source is added by itself. */
export type Layer = { readonly filter?: FilterSpecification } & (
  | { readonly type: 'fill'; readonly paint: object }
  | { readonly type: 'line'; readonly paint: object }
  | { readonly type: 'circle'; readonly paint: object }
);

/** What an answer shows on the shell's map; it takes off what it put there. */
export class Overlay {
  private drawn: string[] = [];

  /** @param name of its source, which no other page has */
  constructor(
    private readonly name: string,
    private readonly map: MapLibre | undefined,
  ) {}

  show(data: GeoJSON.FeatureCollection, layers: readonly Layer[]): void {
    this.clear();
    const map = this.map;
    if (!map) {
      return;
    }
    map.addSource(this.name, { type: 'geojson', data });
    const above = map.getStyle().layers.find((layer) => layer.type === 'symbol')?.id;
    layers.forEach((layer, index) => {
      const id = `${this.name}-${index}`;
      map.addLayer({ ...layer, id, source: this.name } as LayerSpecification, layer.type === 'circle' ? undefined : above);
      this.drawn.push(id);
    });
    this.fit(data);
  }

  clear(): void {
    for (const id of this.drawn.splice(0)) {
      this.map?.removeLayer(id);
    }
    if (this.map?.getSource(this.name)) {
      this.map.removeSource(this.name);
    }
  }

  private fit(data: GeoJSON.FeatureCollection): void {
    const box = boundsOf(data.features.flatMap(({ geometry }) => cornersOf(geometry)));
    if (box) {
      this.map?.fitBounds([...box], { padding: 24, maxZoom: 18, animate: false });
    }
  }
}
