import type { FeatureCollection, Geometry } from 'geojson';
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { addMarks, MARK } from '../shared/marks';

const SOURCE = 'selected';
const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Marks the geometry of the place whose card is open; a ring leaves a point's own symbol to be seen. */
export function addHighlight(map: MapLibre): void {
  addMarks(map, {
    source: SOURCE,
    data: NOTHING,
    areaOpacity: 0.14,
    point: { 'circle-radius': 13, 'circle-opacity': 0, 'circle-stroke-color': MARK, 'circle-stroke-width': 3 },
  });
}

export function highlight(map: MapLibre, geometry: Geometry | undefined): void {
  const data: FeatureCollection = geometry
    ? { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry }] }
    : NOTHING;
  map.getSource<GeoJSONSource>(SOURCE)?.setData(data);
}
