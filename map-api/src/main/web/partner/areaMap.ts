import type { Map as MapLibre } from 'maplibre-gl';
import { boundsOf, type Corner } from '../shared/bounds';
import { type Box, type City, readStyle } from '../shared/city';
import { loadMapFonts } from '../shared/fonts';
import { addControls, makeMap } from '../shared/map';
import { mapWords } from '../shared/mapWords';
import { MARK } from '../shared/marks';
import { messagesIn, parseLanguage } from '../shared/messages';
import type { Layer } from './service';

declare global {
  interface Window {
    /** The map once it is drawn, for tests. */
    partnerMap?: MapLibre;
  }
}

/** The areas of the layers; of one without an area the box of what is shared. */
export function shapes(layers: readonly Layer[]): GeoJSON.Feature[] {
  const all = layers.flatMap((layer) => {
    const geometry = layer.area ?? (layer.bbox ? boxed(layer.bbox) : undefined);
    return geometry ? [{ type: 'Feature' as const, properties: { layer: layer.title, area: layer.area !== undefined }, geometry }] : [];
  });
  return all.filter((one, i) => all.findIndex((other) => JSON.stringify(other.geometry) === JSON.stringify(one.geometry)) === i);
}

/** Draws the public map of the city, without the key, and the areas on it. */
export async function openAreaMap(container: HTMLElement, layers: readonly Layer[], city: City, title: string): Promise<void> {
  const [style] = await Promise.all([readStyle(), loadMapFonts()]);
  const data: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: shapes(layers) };
  const map = makeMap({
    container,
    style,
    bounds: [...(boundsOf(layers.flatMap(({ bbox }) => (bbox ? ends(bbox) : []))) ?? city.bbox)],
    fitBoundsOptions: { padding: 24 },
    cooperativeGestures: true,
    locale: mapWords(messagesIn(parseLanguage(location.search)), title),
  });
  addControls(map, city);
  await map.once('load');
  map.addSource('areas', { type: 'geojson', data });
  map.addLayer({
    id: 'areas-fill',
    source: 'areas',
    type: 'fill',
    filter: ['get', 'area'],
    paint: { 'fill-color': MARK, 'fill-opacity': 0.14 },
  });
  map.addLayer({ id: 'areas-line', source: 'areas', type: 'line', paint: { 'line-color': MARK, 'line-width': 2.5 } });
  window.partnerMap = map;
}

function ends([west, south, east, north]: Box): readonly Corner[] {
  return [
    [west, south],
    [east, north],
  ];
}

function boxed([west, south, east, north]: Box): GeoJSON.Polygon {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}
