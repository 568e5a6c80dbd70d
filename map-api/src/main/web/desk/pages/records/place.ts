import type { Feature, Geometry } from 'geojson';
import type { Map as MapLibre } from 'maplibre-gl';
import { MARK } from '../../../shared/marks';
import type { Desk } from '../../desk';
import { type Layer, Overlay } from '../planning/overlay';
import { OLD } from './sketchMap';

/** Of others, the one of what was there before. */
const COLOUR = ['case', ['has', 'isOther'], OLD, MARK];

const LAYERS: readonly Layer[] = [
  {
    type: 'fill',
    filter: ['in', ['geometry-type'], ['literal', ['Polygon', 'MultiPolygon']]],
    paint: { 'fill-color': COLOUR, 'fill-opacity': 0.25 },
  },
  {
    type: 'line',
    filter: ['!', ['in', ['geometry-type'], ['literal', ['Point', 'MultiPoint']]]],
    paint: { 'line-color': COLOUR, 'line-width': 2.5 },
  },
  {
    type: 'circle',
    filter: ['in', ['geometry-type'], ['literal', ['Point', 'MultiPoint']]],
    paint: { 'circle-color': COLOUR, 'circle-radius': 6, 'circle-stroke-color': '#fff', 'circle-stroke-width': 2 },
  },
];

function featuresOf(shapes: readonly (Geometry | null)[], properties: Feature['properties']): Feature[] {
  return shapes.flatMap((geometry) => (geometry ? [{ type: 'Feature', properties, geometry }] : []));
}

/** Shapes of records on the shell's map, and places somebody points at there. */
export class Places {
  private overlay: Overlay | undefined;
  private listening: (() => void) | undefined;

  constructor(private readonly desk: Desk) {
    desk.left.addEventListener('abort', () => {
      this.listening?.();
      this.overlay?.clear();
    });
  }

  /** @param others shown beneath, as those that were there before */
  async show(shapes: readonly (Geometry | null)[], others: readonly (Geometry | null)[] = []): Promise<void> {
    const map = await this.map();
    if (this.desk.left.aborted) {
      return;
    }
    this.overlay ??= new Overlay('records', map);
    const features = [...featuresOf(others, { isOther: true }), ...featuresOf(shapes, {})];
    this.overlay.show({ type: 'FeatureCollection', features }, LAYERS);
  }

  /** Tells each place that is clicked from now on, instead of what was told before. */
  async listen(told: (longitude: number, latitude: number) => void): Promise<void> {
    const map = await this.map();
    this.listening?.();
    if (map) {
      const click = (event: { lngLat: { lng: number; lat: number } }): void => told(event.lngLat.lng, event.lngLat.lat);
      map.on('click', click);
      this.listening = () => map.off('click', click);
    }
  }

  async middle(): Promise<{ lng: number; lat: number } | undefined> {
    return (await this.map())?.getCenter();
  }

  /** None where it cannot be drawn, or when the page was left before it was there. */
  private map(): Promise<MapLibre | undefined> {
    return this.desk.map().catch(() => undefined);
  }
}
