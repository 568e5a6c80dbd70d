import { GeolocateControl, type Map as MapLibre, type StyleSpecification } from 'maplibre-gl';
import type { City } from '../shared/city';
import { dayOf } from '../shared/format';
import { addControls, makeMap } from '../shared/map';
import { mapWords } from '../shared/mapWords';
import type { Language, Messages } from '../shared/messages';
import { formatView, parseView } from './address';

/** A bright, even light: walls stay pale, so that the plan reads well from straight above too. */
const SOFT_LIGHT = { anchor: 'viewport', color: '#ffffff', intensity: 0.22, position: [1.3, 210, 35] } as const;

/** Opens the map where the address says, else on the whole city, and keeps the address up to date. */
export function openMap(container: HTMLElement, city: City, style: StyleSpecification, language: Language, say: Messages): MapLibre {
  const view = parseView(location.hash);
  const [west, south, east, north] = city.bbox;
  const map = makeMap({
    container,
    style,
    ...(view
      ? { center: [view.longitude, view.latitude], zoom: view.zoom, bearing: view.bearing, pitch: view.pitch }
      : { bounds: [west, south, east, north], fitBoundsOptions: { padding: 24 } }),
    maxPitch: 60,
    refreshExpiredTiles: false, // else an open page would ask for all it shows each minute
    locale: mapWords(say, say('map.label', { city: city.name })),
  });
  addControls(map, city, releaseText(city, language, say), true);
  addLocate(map);
  map.once('styledata', () => map.setLight({ ...SOFT_LIGHT, position: [...SOFT_LIGHT.position] }));
  map.on('moveend', () => keepInAddress(map));
  window.addEventListener('hashchange', () => followAddress(map));
  return map;
}

function releaseText(city: City, language: Language, say: Messages): string | undefined {
  const release = city.release;
  return release ? say('app.release', { number: release.number, date: dayOf(release.publishedAt, language) }) : undefined;
}

function addLocate(map: MapLibre): void {
  const locate = new GeolocateControl({ positionOptions: { enableHighAccuracy: true }, fitBoundsOptions: { maxZoom: 17 } });
  map.addControl(locate, 'top-right');
  locate.on('error', () => map.getContainer().dispatchEvent(new CustomEvent('kent:locate-failed', { bubbles: true })));
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
