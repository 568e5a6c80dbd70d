import type { FeatureCollection, Geometry } from 'geojson';
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';

const SOURCE = 'selected';
const COLOUR = '#c2410c';
const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Marks the geometry of the place whose card is open. */
export function addHighlight(map: MapLibre): void {
  map.addSource(SOURCE, { type: 'geojson', data: NOTHING });
  map.addLayer({
    id: 'selected-area',
    type: 'fill',
    source: SOURCE,
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': COLOUR, 'fill-opacity': 0.14 },
  });
  map.addLayer({
    id: 'selected-line',
    type: 'line',
    source: SOURCE,
    filter: ['!=', ['geometry-type'], 'Point'],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': COLOUR, 'line-width': 2.5 },
  });
  map.addLayer({
    id: 'selected-point',
    type: 'circle',
    source: SOURCE,
    filter: ['==', ['geometry-type'], 'Point'],
    paint: { 'circle-radius': 13, 'circle-opacity': 0, 'circle-stroke-color': COLOUR, 'circle-stroke-width': 3 },
  });
}

export function highlight(map: MapLibre, geometry: Geometry | undefined): void {
  const data: FeatureCollection = geometry
    ? { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry }] }
    : NOTHING;
  map.getSource<GeoJSONSource>(SOURCE)?.setData(data);
}
