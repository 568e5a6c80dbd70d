import type { Feature, Geometry } from 'geojson';
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { boundsOf, type Corner, cornersOf } from '../shared/bounds';
import { MARK } from '../shared/marks';
import { highlight } from './highlight';
import { NARROW } from './narrow';
import type { Hit, Spot } from './places';
import type { Stage } from './stage';

const RESULTS = 'results';
const MEASURE = 'measure';
const BRAND = '#0b4f6c';
const CLOSE = 17;

/** A stage with a map; `middle` is what lies in the middle of what is seen of it. */
export function mapStage(map: MapLibre, middle: () => Spot, open: (id: string) => void): Stage {
  addLayers(map);
  map.on('click', 'results', (event) => {
    const id: unknown = event.features?.[0]?.properties.id;
    if (typeof id === 'string') {
      event.preventDefault();
      open(id);
    }
  });
  map.on('mouseenter', 'results', () => (map.getCanvas().style.cursor = 'pointer'));
  map.on('mouseleave', 'results', () => (map.getCanvas().style.cursor = ''));
  const set = (source: string, features: Feature[]): void => {
    map.getSource<GeoJSONSource>(source)?.setData({ type: 'FeatureCollection', features });
  };
  const clear = (): void => {
    set(RESULTS, []);
    set(MEASURE, []);
    highlight(map, undefined);
    map.doubleClickZoom.enable();
  };
  const markHits = (hits: readonly Hit[]): void => {
    clear();
    set(RESULTS, marksOf(hits));
  };
  return {
    middle,
    markHits,
    showHits(hits) {
      markHits(hits);
      if (hits.length > 0) {
        lookAt(
          map,
          hits.slice(0, 10).map(({ longitude, latitude }) => [longitude, latitude]),
        );
      }
    },
    showPlace(place) {
      clear();
      highlight(map, place.geometry ?? pointAt(place));
      lookAt(map, place.geometry ? cornersOf(place.geometry) : [[place.longitude, place.latitude]]);
    },
    showSpot(spot) {
      clear();
      highlight(map, pointAt(spot));
      lookAt(map, [[spot.longitude, spot.latitude]]);
    },
    showMeasure(corners) {
      set(MEASURE, measureFeatures(corners));
    },
    lookAtMeasure(corners) {
      clear();
      map.doubleClickZoom.disable(); // two corners soon after one another are no double click
      set(MEASURE, measureFeatures(corners));
      if (corners.length > 0) {
        lookAt(map, corners);
      }
    },
    clear,
  };
}

function addLayers(map: MapLibre): void {
  const empty = { type: 'FeatureCollection', features: [] } as const;
  map.addSource(RESULTS, { type: 'geojson', data: { ...empty, features: [] } });
  map.addSource(MEASURE, { type: 'geojson', data: { ...empty, features: [] } });
  map.addLayer({
    id: 'measure-area',
    type: 'fill',
    source: MEASURE,
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': MARK, 'fill-opacity': 0.15 },
  });
  map.addLayer({
    id: 'measure-line',
    type: 'line',
    source: MEASURE,
    filter: ['==', ['geometry-type'], 'LineString'],
    paint: { 'line-color': MARK, 'line-width': 3, 'line-dasharray': [2, 1] },
  });
  map.addLayer({
    id: 'measure-corner',
    type: 'circle',
    source: MEASURE,
    filter: ['==', ['geometry-type'], 'Point'],
    paint: { 'circle-radius': 5, 'circle-color': '#ffffff', 'circle-stroke-color': MARK, 'circle-stroke-width': 2.5 },
  });
  map.addLayer({
    id: 'results',
    type: 'circle',
    source: RESULTS,
    paint: { 'circle-radius': 12, 'circle-color': BRAND, 'circle-stroke-color': '#ffffff', 'circle-stroke-width': 2 },
  });
  map.addLayer({
    id: 'results-number',
    type: 'symbol',
    source: RESULTS,
    layout: {
      'text-field': ['get', 'number'],
      'text-font': ['Kent Sans Semibold'],
      'text-size': 12,
      'text-padding': 3, // a number half under another mark is left out
      'symbol-sort-key': ['to-number', ['get', 'number']],
    },
    paint: { 'text-color': '#ffffff' },
  });
}

/** The first of a list is drawn last, above those beside it. */
export function marksOf(hits: readonly Hit[]): Feature[] {
  return hits.map((hit, i) => point(hit, { id: hit.id, number: String(i + 1) })).reverse();
}

function point(spot: Spot, properties: Record<string, string>): Feature {
  return { type: 'Feature', properties, geometry: pointAt(spot) };
}

function pointAt({ longitude, latitude }: Spot): Geometry {
  return { type: 'Point', coordinates: [longitude, latitude] };
}

function measureFeatures(corners: readonly Corner[]): Feature[] {
  const line = corners.map((corner) => [...corner]);
  const features: Feature[] = corners.map(([longitude, latitude]) => point({ longitude, latitude }, {}));
  if (line.length > 1) {
    features.push({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: line } });
  }
  const [first] = line;
  if (first && line.length > 2) {
    features.push({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [[...line, first]] } });
  }
  return features;
}

/** Room that the map's buttons and the search box over it take, and half a pin, in pixels: what is shown does not lie under them. */
const CONTROLS = 64;
const SEARCH = 84;
const PIN = 16;

/** Moves the map without motion for who asked for none; the library looks at prefers-reduced-motion itself. */
function lookAt(map: MapLibre, corners: readonly Corner[]): void {
  const bounds = boundsOf(corners);
  if (bounds) {
    map.fitBounds([...bounds], { padding: paddingOf(map.getContainer()), maxZoom: CLOSE, duration: 500 });
  }
}

interface Padding {
  readonly top: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

function paddingOf(container: HTMLElement): Padding {
  const { clientWidth, clientHeight } = container;
  const layers = layersOf(container);
  if (window.matchMedia(NARROW).matches) {
    return { top: Math.max(SEARCH, Math.min(layers.bottom, clientHeight / 3)), left: 24, right: CONTROLS, bottom: clientHeight * 0.5 };
  }
  const least = Math.min(56, clientWidth / 6, clientHeight / 6);
  return { top: least, left: Math.max(least, Math.min(layers.right, clientWidth / 2)), right: Math.max(least, CONTROLS), bottom: least };
}

/** How far the layer switches reach into the map, and the pin that must not lie under them. */
function layersOf(container: HTMLElement): { right: number; bottom: number } {
  const box = container.parentElement?.querySelector('.layers')?.getBoundingClientRect();
  const map = container.getBoundingClientRect();
  return { right: box ? box.right - map.left + PIN : 0, bottom: box ? box.bottom - map.top + PIN : 0 };
}
