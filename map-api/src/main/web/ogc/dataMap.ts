import 'maplibre-gl/dist/maplibre-gl.css';
import type { FeatureCollection, Position } from 'geojson';
import { AttributionControl, LngLatBounds, Map as MapLibre, NavigationControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { addIcons } from '../guide/icons';
import { readStyle } from '../guide/service';
import { loadMapFonts } from '../shared/fonts';
import { getJson } from '../shared/http';
import { mapWords } from '../shared/mapWords';
import { messagesIn } from '../shared/messages';
import { fadeDuration } from '../shared/motion';
import { addFeatures } from './features';

setWorkerUrl(workerUrl);

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };
const CLOSEST = 17.5;

/** Shows what a page is about: its features, or the box of a collection, on the city's map. */
export async function dataMap(place: HTMLElement): Promise<void> {
  if (document.createElement('canvas').getContext('webgl2') === null) {
    return;
  }
  try {
    const address = place.dataset.features;
    const [style, data] = await Promise.all([readStyle(), address ? readFeatures(address) : NOTHING, loadMapFonts()]);
    const bounds = place.dataset.box ? boxOf(place.dataset.box) : boundsOf(data);
    if (bounds.isEmpty()) {
      return;
    }
    place.hidden = false;
    const map = new MapLibre({
      container: place,
      style,
      bounds,
      fitBoundsOptions: { padding: 32, maxZoom: CLOSEST },
      cooperativeGestures: true,
      fadeDuration: fadeDuration(),
      attributionControl: false,
      locale: locale(),
      // A worker resolves addresses against its own file, so they are made whole here.
      transformRequest: (url) => ({ url: new URL(url, location.href).href }),
    });
    map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    map.addControl(new AttributionControl({ compact: true }), 'bottom-right');
    map.once('styledata', () => addIcons(map));
    map.once('load', () => addFeatures(map, data, place.dataset.pages));
    map.once('idle', () => (place.dataset.state = 'ready'));
  } catch (cause) {
    console.warn(cause); // the page is whole without its map
  }
}

/** In the language of the page, which the server chose. */
function locale(): Record<string, string> {
  const say = messagesIn(document.documentElement.lang === 'en' ? 'en' : 'tr');
  return mapWords(say, say('map.title'));
}

async function readFeatures(address: string): Promise<FeatureCollection> {
  const answer = await getJson<FeatureCollection | GeoJSON.Feature>(address);
  return answer.type === 'Feature' ? { type: 'FeatureCollection', features: [answer] } : answer;
}

function boxOf(text: string): LngLatBounds {
  const [west = 0, south = 0, east = 0, north = 0] = text.split(',').map(Number);
  return new LngLatBounds([west, south], [east, north]);
}

function boundsOf(data: FeatureCollection): LngLatBounds {
  const bounds = new LngLatBounds();
  for (const { geometry } of data.features) {
    if (geometry && 'coordinates' in geometry) {
      extend(bounds, geometry.coordinates);
    }
  }
  return bounds;
}

type Coordinates = Position | readonly Coordinates[];

function extend(bounds: LngLatBounds, coordinates: Coordinates): void {
  const [first, second] = coordinates;
  if (typeof first === 'number' && typeof second === 'number') {
    bounds.extend([first, second]);
  } else {
    for (const part of coordinates as readonly Coordinates[]) {
      extend(bounds, part);
    }
  }
}
