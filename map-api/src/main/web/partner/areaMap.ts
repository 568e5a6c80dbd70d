import 'maplibre-gl/dist/maplibre-gl.css';
import {
  AttributionControl,
  LngLatBounds,
  Map as MapLibre,
  NavigationControl,
  ScaleControl,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { addIcons } from '../guide/icons';
import { loadMapFonts } from '../shared/fonts';
import { getJson } from '../shared/http';
import { mapWords } from '../shared/mapWords';
import { messagesIn, parseLanguage } from '../shared/messages';
import { fadeDuration } from '../shared/motion';
import type { Layer } from './service';

setWorkerUrl(workerUrl);

declare global {
  interface Window {
    /** The map once it is drawn, for tests. */
    partnerMap?: MapLibre;
  }
}

type Box = readonly [number, number, number, number];

/** The areas of the layers; of one without an area the box of what is shared. */
export function shapes(layers: readonly Layer[]): GeoJSON.Feature[] {
  const all = layers.flatMap((layer) => {
    const geometry = layer.area ?? (layer.bbox ? boxed(layer.bbox) : undefined);
    return geometry ? [{ type: 'Feature' as const, properties: { layer: layer.title, area: layer.area !== undefined }, geometry }] : [];
  });
  return all.filter((one, i) => all.findIndex((other) => JSON.stringify(other.geometry) === JSON.stringify(one.geometry)) === i);
}

/** Draws the public map of the city, without the key, and the areas on it. */
export async function openAreaMap(container: HTMLElement, layers: readonly Layer[], city: Box, title: string): Promise<void> {
  const [style] = await Promise.all([
    getJson<StyleSpecification>(`/ogc/styles/kent?lang=${document.documentElement.lang}`),
    loadMapFonts(),
  ]);
  const data: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: shapes(layers) };
  const map = new MapLibre({
    container,
    style,
    bounds: boundsOf(layers, city),
    fitBoundsOptions: { padding: 24 },
    maxZoom: 19,
    renderWorldCopies: false,
    attributionControl: false,
    cooperativeGestures: true,
    fadeDuration: fadeDuration(),
    locale: mapWords(messagesIn(parseLanguage(location.search)), title),
  });
  map.addControl(new NavigationControl({ visualizePitch: false }), 'top-right');
  map.addControl(new ScaleControl({ maxWidth: 110 }), 'bottom-left');
  map.addControl(new AttributionControl({ compact: false }), 'bottom-right');
  map.once('styledata', () => addIcons(map));
  await map.once('load');
  map.addSource('areas', { type: 'geojson', data });
  map.addLayer({
    id: 'areas-fill',
    source: 'areas',
    type: 'fill',
    filter: ['get', 'area'],
    paint: { 'fill-color': '#c2410c', 'fill-opacity': 0.14 },
  });
  map.addLayer({ id: 'areas-line', source: 'areas', type: 'line', paint: { 'line-color': '#c2410c', 'line-width': 2.5 } });
  window.partnerMap = map;
}

function boundsOf(layers: readonly Layer[], city: Box): LngLatBounds {
  const bounds = new LngLatBounds();
  for (const layer of layers) {
    if (layer.bbox) {
      bounds.extend([layer.bbox[0], layer.bbox[1]]).extend([layer.bbox[2], layer.bbox[3]]);
    }
  }
  return bounds.isEmpty() ? new LngLatBounds([city[0], city[1], city[2], city[3]]) : bounds;
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
