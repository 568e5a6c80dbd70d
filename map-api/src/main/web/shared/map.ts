import 'maplibre-gl/dist/maplibre-gl.css';
import { AttributionControl, Map as MapLibre, type MapOptions, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { City } from './city';
import { addIcons } from './icons';
import { fadeDuration } from './motion';

setWorkerUrl(workerUrl);

/** Makes a map of the city; what a page says of it comes last. */
export function makeMap(options: MapOptions): MapLibre {
  const map = new MapLibre({
    minZoom: 5,
    maxZoom: 20.5,
    renderWorldCopies: false,
    fadeDuration: fadeDuration(),
    attributionControl: false,
    // A worker resolves addresses against its own file, so they are made whole here.
    transformRequest: (url) => ({ url: new URL(url, location.href).href }),
    ...options,
  });
  map.once('styledata', () => addIcons(map));
  return map;
}

/**
 * The buttons, the scale, what is said of the map, and whose data it is, as its licence asks: the map's sources name it as well, in the
 * same markup, and it is shown once.
 */
export function addControls(map: MapLibre, { attribution }: City, said = '', visualizePitch = false): void {
  map.addControl(new NavigationControl({ visualizePitch }), 'top-right');
  map.addControl(new ScaleControl({ maxWidth: 110 }), 'bottom-left');
  const customAttribution = [plain(said), attribution ?? ''].filter((text) => text !== '');
  map.addControl(new AttributionControl({ compact: false, customAttribution }), 'bottom-right');
}

/** The attribution control reads markup; our own text goes in as text. */
function plain(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
