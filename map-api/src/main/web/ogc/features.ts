import type { FeatureCollection } from 'geojson';
import type { Map as MapLibre } from 'maplibre-gl';

const SOURCE = 'page';
const COLOUR = '#c2410c';
const LAYERS = ['page-area', 'page-line', 'page-point'];

/** Draws a page's features above the city; where they have pages of their own, a click opens them. */
export function addFeatures(map: MapLibre, data: FeatureCollection, pages: string | undefined): void {
  const named = data.features.map((feature) => ({ ...feature, properties: { id: feature.id } }));
  map.addSource(SOURCE, { type: 'geojson', data: { ...data, features: named } });
  map.addLayer({
    id: 'page-area',
    type: 'fill',
    source: SOURCE,
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': COLOUR, 'fill-opacity': 0.22 },
  });
  map.addLayer({
    id: 'page-line',
    type: 'line',
    source: SOURCE,
    filter: ['!=', ['geometry-type'], 'Point'],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': COLOUR, 'line-width': 2.5 },
  });
  map.addLayer({
    id: 'page-point',
    type: 'circle',
    source: SOURCE,
    filter: ['==', ['geometry-type'], 'Point'],
    paint: { 'circle-radius': 6, 'circle-color': COLOUR, 'circle-stroke-color': '#ffffff', 'circle-stroke-width': 2 },
  });
  if (pages) {
    openOnClick(map, pages);
  }
}

function openOnClick(map: MapLibre, pages: string): void {
  for (const layer of LAYERS) {
    map.on('click', layer, ({ features }) => {
      const id: unknown = features?.[0]?.properties['id'];
      if (typeof id === 'string') {
        location.assign(`${pages}${encodeURIComponent(id)}?f=html&lang=${document.documentElement.lang}`);
      }
    });
    map.on('mouseenter', layer, () => (map.getCanvas().style.cursor = 'pointer'));
    map.on('mouseleave', layer, () => (map.getCanvas().style.cursor = ''));
  }
}
