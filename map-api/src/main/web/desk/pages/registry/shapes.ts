import type { Geometry } from 'geojson';
import { type GeoJSONSource, LngLatBounds, type Map as MapLibre, Marker } from 'maplibre-gl';
import { call } from '../../../shared/http';
import type { Desk } from '../../desk';
import { API, type Conflict, type Here } from './conflict';

const LAYER = 'registry-shapes';
const OURS = '#0b5f7f';
const THEIRS = '#c05a12';

/** The outlines of a building or the centre lines of a street on both sides, in the colours of their pins. */
export class Shapes {
  private shown = 0;

  constructor(
    private readonly map: MapLibre,
    private readonly desk: Desk,
  ) {
    map.addSource(LAYER, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } });
    map.addLayer({
      id: LAYER,
      type: 'line',
      source: LAYER,
      paint: { 'line-color': ['match', ['get', 'side'], 'ours', OURS, THEIRS], 'line-width': 3 },
    });
    desk.left.addEventListener('abort', () => {
      if (map.getLayer(LAYER)) map.removeLayer(LAYER);
      if (map.getSource(LAYER)) map.removeSource(LAYER);
    });
  }

  /** Of the conflict shown last, and of that alone; who has candidates beside it sees all of those, whichever come last. */
  async show({ number, level }: Conflict, hasCandidates: boolean): Promise<void> {
    this.clear();
    this.shown = number;
    if (level !== 'building' && level !== 'street') return;
    const found = await call<{ readonly ours: Geometry | null; readonly theirs: Geometry | null }>(`${API}/conflicts/${number}/shapes`, {
      cancel: this.desk.left,
    }).catch(() => undefined); // the pins are there
    if (!found || this.shown !== number || this.desk.left.aborted) return;
    const features = (['theirs', 'ours'] as const).flatMap((side) => {
      const geometry = found[side];
      return geometry ? [{ type: 'Feature' as const, properties: { side }, geometry }] : [];
    });
    this.draw(features);
    if (hasCandidates) return;
    const bounds = new LngLatBounds();
    for (const { geometry } of features) for (const at of pointsOf(geometry)) bounds.extend(at);
    if (!bounds.isEmpty()) this.map.fitBounds(bounds, { padding: 80, maxZoom: 19, animate: false });
  }

  clear(): void {
    this.shown = 0;
    this.draw([]);
  }

  private draw(features: GeoJSON.Feature[]): void {
    this.map.getSource<GeoJSONSource>(LAYER)?.setData({ type: 'FeatureCollection', features });
  }
}

function pointsOf(geometry: Geometry): [number, number][] {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(pointsOf);
  const points: [number, number][] = [];
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (typeof part[0] === 'number') points.push([part[0], Number(part[1])]);
    else part.forEach(walk);
  };
  walk(geometry.coordinates);
  return points;
}

export function clear(markers: Marker[]): void {
  for (const marker of markers.splice(0)) {
    marker.remove();
  }
}

/** Ours is blue, the registry's is orange. */
export function point(map: MapLibre, row: Conflict, markers: Marker[], { say }: Desk): void {
  clear(markers);
  const add = (here: Here, color: string, name: string): void => {
    if (here.lon === null || here.lat === null) return;
    const marker = new Marker({ color }).setLngLat([here.lon, here.lat]).addTo(map);
    marker.getElement().setAttribute('aria-label', name);
    markers.push(marker);
  };
  add(row.theirs, THEIRS, say('registry.theirs'));
  add(row.ours, OURS, say('registry.ours'));
  const place = markers[markers.length - 1]?.getLngLat();
  if (place) map.jumpTo({ center: place, zoom: Math.max(map.getZoom(), 17) });
}
