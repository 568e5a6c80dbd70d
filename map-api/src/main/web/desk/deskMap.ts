import type { Map as MapLibre } from 'maplibre-gl';
import type { City } from '../shared/city';
import { flat, readStyle } from '../shared/city';
import { loadMapFonts } from '../shared/fonts';
import { addControls, makeMap } from '../shared/map';
import { mapWords } from '../shared/mapWords';
import { type Language, messagesIn } from '../shared/messages';

declare global {
  interface Window {
    /** The desk's map once it is drawn, for tests. */
    deskMap?: MapLibre;
  }
}

/** The desk reads the city as who is signed in may see it: at the desk's own address of the data. */
function asStaff(address: string, base: string): string {
  const url = new URL(address, base);
  if (url.origin === new URL(base).origin && /^\/ogc(\/|$)/.test(url.pathname)) {
    url.pathname = `/api/desk${url.pathname}`;
  }
  return url.href;
}

/** Opens a map of the whole city in an element, its buildings flat, for shapes are drawn against their outlines; it resolves when it is drawn. */
export async function openDeskMap(container: HTMLElement, city: City, language: Language, title: string): Promise<MapLibre> {
  const [style] = await Promise.all([readStyle('/api/desk/ogc'), loadMapFonts()]);
  const [west, south, east, north] = city.bbox;
  const map = makeMap({
    container,
    style: flat(style),
    bounds: [west, south, east, north],
    fitBoundsOptions: { padding: 16 },
    locale: mapWords(messagesIn(language), title),
    transformRequest: (url) => ({ url: asStaff(url, location.href) }),
  });
  addControls(map, city);
  await map.once('load');
  window.deskMap = map;
  return map;
}
