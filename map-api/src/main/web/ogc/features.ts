import type { FeatureCollection } from 'geojson';
import type { Map as MapLibre } from 'maplibre-gl';
import { addMarks, MARK } from '../shared/marks';

const SOURCE = 'page';
const LAYERS = ['page-area', 'page-line', 'page-point'];

/** Draws a page's features above the city; where they have pages of their own, a click opens them, as of the page's own release. */
export function addFeatures(map: MapLibre, data: FeatureCollection, pages: string | undefined, asOf: string): void {
  const named = data.features.map((feature) => ({ ...feature, properties: { id: feature.id } }));
  addMarks(map, {
    source: SOURCE,
    data: { ...data, features: named },
    areaOpacity: 0.22,
    point: { 'circle-radius': 6, 'circle-color': MARK, 'circle-stroke-color': '#ffffff', 'circle-stroke-width': 2 },
  });
  if (pages) {
    openOnClick(map, pages, asOf);
  }
}

function openOnClick(map: MapLibre, pages: string, asOf: string): void {
  for (const layer of LAYERS) {
    map.on('click', layer, ({ features }) => {
      const id: unknown = features?.[0]?.properties.id;
      if (typeof id === 'string') {
        location.assign(`${pages}${encodeURIComponent(id)}?f=html&lang=${document.documentElement.lang}${asOf}`);
      }
    });
    map.on('mouseenter', layer, () => (map.getCanvas().style.cursor = 'pointer'));
    map.on('mouseleave', layer, () => (map.getCanvas().style.cursor = ''));
  }
}
