import 'maplibre-gl/dist/maplibre-gl.css';
import {
  AttributionControl,
  GeolocateControl,
  Map as MapLibre,
  NavigationControl,
  ScaleControl,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { mapWords } from '../shared/mapWords';
import { formatDay, type Language, type Messages } from '../shared/messages';
import { fadeDuration } from '../shared/motion';
import { formatView, parseView } from './address';
import { addIcons } from './icons';
import type { City } from './service';

setWorkerUrl(workerUrl);

/** A bright, even light: walls stay pale, so that the plan reads well from straight above too. */
const SOFT_LIGHT = { anchor: 'viewport', color: '#ffffff', intensity: 0.22, position: [1.3, 210, 35] } as const;

/** Opens the map where the address says, else on the whole city, and keeps the address up to date. */
export function openMap(container: HTMLElement, city: City, style: StyleSpecification, language: Language, say: Messages): MapLibre {
  const view = parseView(location.hash);
  const [west, south, east, north] = city.bbox;
  const map = new MapLibre({
    container,
    style,
    ...(view
      ? { center: [view.longitude, view.latitude], zoom: view.zoom, bearing: view.bearing, pitch: view.pitch }
      : { bounds: [west, south, east, north], fitBoundsOptions: { padding: 24 } }),
    minZoom: 5,
    maxZoom: 20.5,
    renderWorldCopies: false,
    maxPitch: 60,
    fadeDuration: fadeDuration(),
    refreshExpiredTiles: false, // else an open page would ask for all it shows each minute
    attributionControl: false,
    locale: mapWords(say, say('map.label', { city: city.name })),
    // A worker resolves addresses against its own file, so they are made whole here.
    transformRequest: (url) => ({ url: new URL(url, location.href).href }),
  });
  addControls(map, [releaseText(city, language, say), city.attribution ?? '']);
  map.once('styledata', () => {
    addIcons(map);
    map.setLight({ ...SOFT_LIGHT, position: [...SOFT_LIGHT.position] });
  });
  map.on('moveend', () => keepInAddress(map));
  window.addEventListener('hashchange', () => followAddress(map));
  return map;
}

function releaseText(city: City, language: Language, say: Messages): string {
  const release = city.release;
  return release ? say('app.release', { number: release.number, date: formatDay(release.publishedAt, language) }) : '';
}

function addControls(map: MapLibre, sources: readonly string[]): void {
  map.addControl(new NavigationControl({ visualizePitch: true }), 'top-right');
  const locate = new GeolocateControl({ positionOptions: { enableHighAccuracy: true }, fitBoundsOptions: { maxZoom: 17 } });
  map.addControl(locate, 'top-right');
  map.addControl(new ScaleControl({ maxWidth: 110 }), 'bottom-left');
  const customAttribution = sources.filter((text) => text !== '').map(escaped);
  map.addControl(new AttributionControl({ compact: false, customAttribution }), 'bottom-right');
  locate.on('error', () => map.getContainer().dispatchEvent(new CustomEvent('kent:locate-failed', { bubbles: true })));
}

/** The attribution control reads markup; our own text goes in as text. */
function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function keepInAddress(map: MapLibre): void {
  const { lng, lat } = map.getCenter();
  const hash = formatView({
    zoom: map.getZoom(),
    latitude: lat,
    longitude: lng,
    bearing: map.getBearing(),
    pitch: map.getPitch(),
  });
  if (hash !== location.hash) {
    history.replaceState(history.state, '', `${location.pathname}${location.search}${hash}`);
  }
}

function followAddress(map: MapLibre): void {
  const view = parseView(location.hash);
  if (view) {
    map.jumpTo({ center: [view.longitude, view.latitude], zoom: view.zoom, bearing: view.bearing, pitch: view.pitch });
  }
}
