import type { FeatureCollection } from 'geojson';
import { AttributionControl, NavigationControl } from 'maplibre-gl';
import { boundsOf, cornersOf } from '../shared/bounds';
import { type Box, readStyle } from '../shared/city';
import { loadMapFonts } from '../shared/fonts';
import { getJson } from '../shared/http';
import { makeMap } from '../shared/map';
import { mapWords } from '../shared/mapWords';
import { messagesIn } from '../shared/messages';
import { canDraw } from '../shared/webgl';
import { addFeatures } from './features';

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };
const CLOSEST = 17.5;

/** Shows what a page is about: its features, or the box of a collection, on the city's map. */
export async function dataMap(place: HTMLElement): Promise<void> {
  if (!canDraw()) {
    return;
  }
  try {
    const address = place.dataset.features;
    const [style, data] = await Promise.all([readStyle(), address ? readFeatures(address) : NOTHING, loadMapFonts()]);
    const bounds = place.dataset.box ? boxOf(place.dataset.box) : boundsOf(data.features.flatMap(({ geometry }) => cornersOf(geometry)));
    if (!bounds) {
      return;
    }
    place.hidden = false;
    const map = makeMap({
      container: place,
      style,
      bounds: [...bounds],
      fitBoundsOptions: { padding: 32, maxZoom: CLOSEST },
      cooperativeGestures: true,
      locale: locale(),
    });
    map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    map.addControl(new AttributionControl({ compact: true }), 'bottom-right');
    map.once('load', () => addFeatures(map, data, place.dataset.pages, place.dataset.asOf ?? ''));
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

function boxOf(text: string): Box {
  const [west = 0, south = 0, east = 0, north = 0] = text.split(',').map(Number);
  return [west, south, east, north];
}
