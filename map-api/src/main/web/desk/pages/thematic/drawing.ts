import type { Map as MapLibre } from 'maplibre-gl';
import type { Preview } from './definition';

/** The layers of a thematic map on the desk's map, below its names. */
export class Drawing {
  private readonly drawn: string[] = [];

  constructor(private readonly map: MapLibre) {}

  show({ sources, layers }: Preview['style']): void {
    this.clear();
    const above = this.map.getStyle().layers.find((layer) => layer.type === 'symbol')?.id;
    for (const [name, source] of Object.entries(sources)) {
      const tiles = 'tiles' in source ? (source.tiles ?? []).map((tile: string) => location.origin + tile) : [];
      this.map.addSource(name, { ...source, tiles } as typeof source);
    }
    for (const layer of layers) {
      this.map.addLayer(layer, above);
      this.drawn.push(layer.id);
    }
  }

  clear(): void {
    for (const id of this.drawn.splice(0)) {
      this.map.removeLayer(id);
    }
    if (this.map.getSource('tema')) {
      this.map.removeSource('tema');
    }
  }
}
