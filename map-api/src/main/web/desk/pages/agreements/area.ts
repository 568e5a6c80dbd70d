import type { GeoJSONSource, Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import type { Desk } from '../../desk';
import type { Polygon } from './types';

type Corner = [number, number];

const SOURCE = 'agreement-area';
const SAMPLE = 'agreement-sample';

/** Shows areas on the shell's map; what it gives back takes them off again. */
export async function showAreas(desk: Desk, shapes: readonly Polygon[]): Promise<() => void> {
  const map = await desk.map().catch(() => undefined);
  if (!map) {
    return () => undefined;
  }
  add(map);
  set(map, SOURCE, shapes as unknown as GeoJSON.Geometry[]);
  return () => remove(map);
}

/** Lets somebody draw an area: a click sets a corner, a double click closes it. */
export async function drawArea(desk: Desk, changed: (shape: Polygon | undefined) => void): Promise<Drawing | undefined> {
  const map = await desk.map().catch(() => undefined);
  return map ? new Drawing(map, changed) : undefined;
}

export class Drawing {
  private corners: Corner[] = [];
  private drawing = false;

  constructor(
    private readonly map: MapLibre,
    private readonly changed: (shape: Polygon | undefined) => void,
  ) {
    add(map);
    map.on('click', this.click);
    map.on('dblclick', this.close);
  }

  /** Begins anew. */
  start(): void {
    this.corners = [];
    this.drawing = true;
    this.map.doubleClickZoom.disable();
    this.map.getCanvas().style.cursor = 'crosshair';
    this.draw();
  }

  clear(): void {
    this.corners = [];
    this.stop();
    this.draw();
    this.changed(undefined);
  }

  /** Shows what a partner would see. */
  sample(shapes: readonly GeoJSON.Geometry[]): void {
    set(this.map, SAMPLE, shapes);
  }

  show(shape: Polygon): void {
    set(this.map, SOURCE, [shape as unknown as GeoJSON.Geometry]);
  }

  remove(): void {
    this.stop();
    this.map.off('click', this.click);
    this.map.off('dblclick', this.close);
    remove(this.map);
  }

  private readonly click = (event: MapMouseEvent): void => {
    if (this.drawing) {
      this.corners.push([event.lngLat.lng, event.lngLat.lat]);
      this.draw();
    }
  };

  private readonly close = (event: MapMouseEvent): void => {
    event.preventDefault();
    const distinct = this.corners.filter((corner, i) => i === 0 || corner.some((n, axis) => n !== this.corners[i - 1]?.[axis]));
    const first = distinct[0];
    if (!this.drawing || distinct.length < 3 || !first) {
      return;
    }
    this.corners = distinct;
    this.stop();
    const shape: Polygon = { type: 'Polygon', coordinates: [[...distinct, first]] };
    this.show(shape);
    this.changed(shape);
  };

  private stop(): void {
    this.drawing = false;
    this.map.doubleClickZoom.enable();
    this.map.getCanvas().style.cursor = '';
  }

  private draw(): void {
    const first = this.corners[0];
    set(this.map, SOURCE, first ? [{ type: 'LineString', coordinates: this.corners.length > 1 ? [...this.corners, first] : [first, first] }] : []);
  }
}

function add(map: MapLibre): void {
  remove(map);
  for (const [name, colour, opacity] of [[SAMPLE, '#c2410c', 0.35], [SOURCE, '#0b5f7f', 0.12]] as const) {
    map.addSource(name, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } });
    map.addLayer({ id: `${name}-fill`, source: name, type: 'fill', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': colour, 'fill-opacity': opacity } });
    map.addLayer({ id: `${name}-line`, source: name, type: 'line', paint: { 'line-color': colour, 'line-width': 2 } });
    map.addLayer({ id: `${name}-point`, source: name, type: 'circle', filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-color': colour, 'circle-radius': 4 } });
  }
}

function remove(map: MapLibre): void {
  for (const name of [SAMPLE, SOURCE]) {
    for (const kind of ['fill', 'line', 'point']) {
      if (map.getLayer(`${name}-${kind}`)) {
        map.removeLayer(`${name}-${kind}`);
      }
    }
    if (map.getSource(name)) {
      map.removeSource(name);
    }
  }
}

function set(map: MapLibre, name: string, shapes: readonly GeoJSON.Geometry[]): void {
  const source = map.getSource(name) as GeoJSONSource | undefined;
  source?.setData({ type: 'FeatureCollection', features: shapes.map((geometry) => ({ type: 'Feature', properties: {}, geometry })) });
}
