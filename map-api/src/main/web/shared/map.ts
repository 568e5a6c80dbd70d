import 'maplibre-gl/dist/maplibre-gl.css';
import { AttributionControl, Map as MapLibre, type MapOptions, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
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

/** The buttons, the scale and whose data it is, as its licence asks. */
export function addControls(map: MapLibre, sources: readonly (string | undefined)[], visualizePitch = false): void {
  map.addControl(new NavigationControl({ visualizePitch }), 'top-right');
  map.addControl(new ScaleControl({ maxWidth: 110 }), 'bottom-left');
  const customAttribution = sources.filter((text) => text !== undefined).map(plain);
  map.addControl(new AttributionControl({ compact: false, customAttribution }), 'bottom-right');
}

/** The attribution control reads markup; our own text goes in as text. */
function plain(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
