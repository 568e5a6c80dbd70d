import type { GeoJSONSource, Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import type { Desk } from '../../desk';
import type { Polygon } from './types';

type Corner = [number, number];

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

/** Lets somebody draw an area: a click sets a corner, as Enter does in the middle of the map; a double click closes it. */
export async function drawArea(desk: Desk, changed: (drawn: Drawn) => void): Promise<Drawing | undefined> {
  const map = await desk.map().catch(() => undefined);
  return map ? new Drawing(map, changed) : undefined;
}

export class Drawing {
  private corners: Corner[] = [];
  private drawing = false;

  constructor(
    private readonly map: MapLibre,
    private readonly changed: (drawn: Drawn) => void,
  ) {
    add(map);
    map.on('click', this.click);
    map.on('dblclick', this.doubleClick);
    map.getCanvas().addEventListener('keydown', this.key);
  }

  /** Begins anew; what was there before is gone. */
  start(): void {
    this.corners = [];
    this.drawing = true;
    this.map.doubleClickZoom.disable();
    this.map.getContainer().toggleAttribute('data-aim', true);
    this.map.getCanvas().style.cursor = 'crosshair';
    this.draw();
  }

  /** Closes the line to an area, if it has corners enough. */
  close(): void {
    const first = this.corners[0];
    if (!this.drawing || this.corners.length < 3 || !first) {
      return;
    }
    this.take({ type: 'Polygon', coordinates: [[...this.corners, first]] });
  }

  /** An area that is whole. */
  take(shape: Polygon): void {
    this.corners = [];
    this.stop();
    this.show(shape);
    this.changed({ shape, isOpen: false, canClose: false });
  }

  addMiddle(): void {
    const { lng, lat } = this.map.getCenter();
    this.add([lng, lat]);
  }

  clear(): void {
    this.corners = [];
    this.stop();
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
    this.stop();
    this.map.off('click', this.click);
    this.map.off('dblclick', this.doubleClick);
    this.map.getCanvas().removeEventListener('keydown', this.key);
    remove(this.map);
  }

  private readonly click = (event: MapMouseEvent): void => this.add([event.lngLat.lng, event.lngLat.lat]);

  private readonly key = (event: KeyboardEvent): void => {
    if (this.drawing && event.key === 'Enter') {
      event.preventDefault();
      this.addMiddle();
    }
  };

  private add(corner: Corner): void {
    const isSame = this.corners.at(-1)?.every((degrees, axis) => degrees === corner[axis]) ?? false;
    if (this.drawing && !isSame) {
      this.corners.push(corner);
      this.draw();
    }
  }

  private readonly doubleClick = (event: MapMouseEvent): void => {
    event.preventDefault();
    this.close();
  };

  private stop(): void {
    this.drawing = false;
    this.map.doubleClickZoom.enable();
    this.map.getContainer().toggleAttribute('data-aim', false);
    this.map.getCanvas().style.cursor = '';
  }

  /** The line stays open until it is an area. */
  private draw(): void {
    const first = this.corners[0];
    set(
      this.map,
      SOURCE,
      first
        ? [
            { type: 'LineString', coordinates: this.corners.length > 1 ? this.corners : [first, first] },
            { type: 'MultiPoint', coordinates: this.corners },
          ]
        : [],
    );
    this.changed({ shape: undefined, isOpen: this.drawing, canClose: this.corners.length > 2 });
  }
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
