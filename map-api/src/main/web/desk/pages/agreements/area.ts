import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import type { Corner } from '../../../shared/bounds';
import type { Desk } from '../../desk';
import { Pen } from '../../parts/pen';
import type { Polygon } from './types';

/** What is on the map of an area: nothing, the line of one that is not closed yet, or the area. */
export interface Drawn {
  readonly shape: Polygon | undefined;
  readonly isOpen: boolean;
  /** There are corners enough to close it. */
  readonly canClose: boolean;
}

const SOURCE = 'agreement-area';
const OWN = 'agreement-own-area';
const SAMPLE = 'agreement-sample';
const COLOURS = [
  [SAMPLE, '#c2410c', 0.35],
  [OWN, '#6b21a8', 0.1],
  [SOURCE, '#0b5f7f', 0.12],
] as const;

/** Shows areas on the shell's map, in place of those before, until the page is left. */
export async function showAreas(desk: Desk, shapes: readonly Polygon[]): Promise<void> {
  const map = await desk.map().catch(() => undefined);
  if (map) {
    add(map);
    set(map, SOURCE, shapes as unknown as GeoJSON.Geometry[]);
    desk.left.addEventListener('abort', () => remove(map));
  }
}

/** Lets somebody draw an area with a pen; its last place closes it. */
export async function drawArea(desk: Desk, changed: (drawn: Drawn) => void): Promise<Drawing | undefined> {
  const map = await desk.map().catch(() => undefined);
  return map ? new Drawing(map, changed) : undefined;
}

export class Drawing {
  private corners: Corner[] = [];
  private readonly pen: Pen;

  constructor(
    private readonly map: MapLibre,
    private readonly changed: (drawn: Drawn) => void,
  ) {
    add(map);
    this.pen = new Pen(map, { point: (corner) => this.add(corner), end: () => this.close() });
  }

  /** Begins anew; what was there before is gone. */
  start(): void {
    this.corners = [];
    this.pen.down = true;
    this.draw();
  }

  /** Closes the line to an area, if it has corners enough. */
  close(): void {
    const first = this.corners[0];
    if (!this.pen.down || this.corners.length < 3 || !first) {
      return;
    }
    this.take({ type: 'Polygon', coordinates: [[...this.corners, first]] });
  }

  /** An area that is whole. */
  take(shape: Polygon): void {
    this.corners = [];
    this.pen.down = false;
    this.show(shape);
    this.changed({ shape, isOpen: false, canClose: false });
  }

  addMiddle(): void {
    this.pen.pointAtMiddle();
  }

  clear(): void {
    this.corners = [];
    this.pen.down = false;
    this.draw();
  }

  /** Shows what a partner would see. */
  sample(shapes: readonly GeoJSON.Geometry[]): void {
    set(this.map, SAMPLE, shapes);
  }

  show(shape: Polygon): void {
    set(this.map, SOURCE, [shape as unknown as GeoJSON.Geometry]);
  }

  /** Shows the areas that layers have of their own. */
  showOwn(shapes: readonly Polygon[]): void {
    set(this.map, OWN, shapes as unknown as GeoJSON.Geometry[]);
  }

  remove(): void {
    this.pen.remove();
    remove(this.map);
  }

  private add(corner: Corner): void {
    const isSame = this.corners.at(-1)?.every((degrees, axis) => degrees === corner[axis]) ?? false;
    if (!isSame) {
      this.corners.push(corner);
      this.draw();
    }
  }

  /** The line stays open until it is an area. */
  private draw(): void {
    const first = this.corners[0];
    set(
      this.map,
      SOURCE,
      first
        ? [
            { type: 'LineString', coordinates: (this.corners.length > 1 ? this.corners : [first, first]).map(position) },
            { type: 'MultiPoint', coordinates: this.corners.map(position) },
          ]
        : [],
    );
    this.changed({ shape: undefined, isOpen: this.pen.down, canClose: this.corners.length > 2 });
  }
}

function position([longitude, latitude]: Corner): [number, number] {
  return [longitude, latitude];
}

function add(map: MapLibre): void {
  remove(map);
  for (const [name, colour, opacity] of COLOURS) {
    map.addSource(name, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } });
    map.addLayer({
      id: `${name}-fill`,
      source: name,
      type: 'fill',
      filter: ['in', ['geometry-type'], ['literal', ['Polygon', 'MultiPolygon']]],
      paint: { 'fill-color': colour, 'fill-opacity': opacity },
    });
    map.addLayer({ id: `${name}-line`, source: name, type: 'line', paint: { 'line-color': colour, 'line-width': 2 } });
    map.addLayer({
      id: `${name}-point`,
      source: name,
      type: 'circle',
      filter: ['in', ['geometry-type'], ['literal', ['Point', 'MultiPoint']]],
      paint: { 'circle-color': colour, 'circle-radius': 4 },
    });
  }
}

function remove(map: MapLibre): void {
  for (const [name] of COLOURS) {
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
