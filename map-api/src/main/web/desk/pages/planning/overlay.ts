import type { FilterSpecification, LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import { boundsOf, cornersOf } from '../../../shared/bounds';

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
    const box = boundsOf(data.features.flatMap(({ geometry }) => cornersOf(geometry)));
    if (box) {
      this.map?.fitBounds([...box], { padding: 24, maxZoom: 18, animate: false });
    }
  }
}
