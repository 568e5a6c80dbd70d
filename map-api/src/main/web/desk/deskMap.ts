import 'maplibre-gl/dist/maplibre-gl.css';
import { AttributionControl, Map as MapLibre, NavigationControl, ScaleControl, type StyleSpecification, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { addIcons } from '../guide/icons';
import { call } from '../shared/api';
import { loadMapFonts } from '../shared/fonts';
import { fadeDuration } from '../shared/motion';
import type { Say } from './words';

setWorkerUrl(workerUrl);

declare global {
  interface Window {
    /** The desk's map once it is drawn, for tests. */
    deskMap?: MapLibre;
  }
}

export interface DeskCity {
  readonly name: string;
  readonly bbox: readonly [number, number, number, number];
  readonly attribution?: string;
}

/** Whether this browser can draw the map at all. */
export function canDraw(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null;
}

/** The desk reads the city as who is signed in may see it: at the desk's own address of the data. */
export function asStaff(address: string, base: string): string {
  const url = new URL(address, base);
  if (url.origin === new URL(base).origin && /^\/ogc(\/|$)/.test(url.pathname)) {
    url.pathname = `/api/desk${url.pathname}`;
  }
  return url.href;
}

/** Opens a map of the whole city in an element; it resolves when it is drawn. */
export async function openDeskMap(container: HTMLElement, city: DeskCity, say: Say): Promise<MapLibre> {
  const [style] = await Promise.all([
    call<StyleSpecification>(`/api/desk/ogc/styles/kent?lang=${document.documentElement.lang}`),
    loadMapFonts(),
  ]);
  const [west, south, east, north] = city.bbox;
  const map = new MapLibre({
    container,
    style,
    bounds: [west, south, east, north],
    fitBoundsOptions: { padding: 16 },
    minZoom: 5,
    maxZoom: 20.5,
    renderWorldCopies: false,
    fadeDuration: fadeDuration(),
    attributionControl: false,
    locale: texts(say),
    transformRequest: (url) => ({ url: asStaff(url, location.href) }),
  });
  map.addControl(new NavigationControl({ visualizePitch: false }), 'top-right');
  map.addControl(new ScaleControl({ maxWidth: 110 }), 'bottom-left');
  map.addControl(
    new AttributionControl({ compact: false, ...(city.attribution ? { customAttribution: plain(city.attribution) } : {}) }),
    'bottom-right',
  );
  map.once('styledata', () => addIcons(map));
  await map.once('load');
  window.deskMap = map;
  return map;
}

/** What the map's own parts say. */
function texts(say: Say): Record<string, string> {
  return {
    'Map.Title': say('app.map'),
    'NavigationControl.ZoomIn': say('map.zoomIn'),
    'NavigationControl.ZoomOut': say('map.zoomOut'),
    'NavigationControl.ResetBearing': say('map.north'),
    'AttributionControl.ToggleAttribution': say('map.attribution'),
    'ScaleControl.Meters': say('map.metres'),
    'ScaleControl.Kilometers': say('map.kilometres'),
  };
}

/** The attribution control reads markup; our own text goes in as text. */
function plain(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
