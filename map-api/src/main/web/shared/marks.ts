import type { FeatureCollection } from 'geojson';
import type { CircleLayerSpecification, Map as MapLibre } from 'maplibre-gl';

/** The colour of what a page is about, above the city's own colours. */
export const MARK = '#c2410c';

export interface Marks {
  /** Names the source, and with -area, -line and -point its layers. */
  source: string;
  data: FeatureCollection;
  areaOpacity: number;
  point: NonNullable<CircleLayerSpecification['paint']>;
}

/** Draws features above the city: areas filled, all but points outlined, points as circles. */
export function addMarks(map: MapLibre, { source, data, areaOpacity, point }: Marks): void {
  map.addSource(source, { type: 'geojson', data });
  map.addLayer({
    id: `${source}-area`,
    type: 'fill',
    source,
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': MARK, 'fill-opacity': areaOpacity },
  });
  map.addLayer({
    id: `${source}-line`,
    type: 'line',
    source,
    filter: ['!=', ['geometry-type'], 'Point'],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': MARK, 'line-width': 2.5 },
  });
  map.addLayer({
    id: `${source}-point`,
    type: 'circle',
    source,
    filter: ['==', ['geometry-type'], 'Point'],
    paint: point,
  });
}
