import type { Feature, Geometry } from 'geojson';
import type { GeoJSONSource, LayerSpecification, Map as MapLibre, MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import type { Corner } from '../../../shared/bounds';
import { MARK } from '../../../shared/marks';
import { Pen, type PenHost, penOn } from '../../parts/pen';
import { cornersOf, geometryOf, inserted, middlesOf, moved, nearest, type Sketch } from './sketch';

/** What becomes of the corners somebody takes hold of. */
export interface SketchHost extends PenHost {
  readonly sketch: Sketch;
  /** Where a corner goes that is held there. */
  cling(place: Corner): Corner;
  /** While a corner is held. */
  drag(sketch: Sketch): void;
  /** A corner was let go, elsewhere than before or not. */
  drop(sketch: Sketch, number: number): void;
}

const SOURCE = 'records-sketch';
/** The colour of a shape that was there before. */
export const OLD = '#43505a';
const PIXELS = 12;
const FINGER_PIXELS = 24;
const ROLE = ['get', 'role'] as const;

const LAYERS: readonly Omit<Extract<LayerSpecification, { source: string }>, 'id' | 'source'>[] = [
  {
    type: 'fill',
    filter: ['in', ['geometry-type'], ['literal', ['Polygon', 'MultiPolygon']]],
    paint: { 'fill-color': ['match', ROLE, 'old', OLD, MARK], 'fill-opacity': ['match', ROLE, 'old', 0.12, 0.25] },
  },
  {
    type: 'line',
    filter: ['==', ROLE, 'old'],
    paint: { 'line-color': OLD, 'line-width': 2, 'line-dasharray': [3, 2] },
  },
  { type: 'line', filter: ['==', ROLE, 'shape'], paint: { 'line-color': MARK, 'line-width': 2.5 } },
  { type: 'circle', filter: ['==', ROLE, 'middle'], paint: { 'circle-color': MARK, 'circle-radius': 3.5, 'circle-opacity': 0.7 } },
  {
    type: 'circle',
    filter: ['in', ROLE, ['literal', ['oldPoint', 'corner', 'current']]],
    paint: {
      'circle-color': ['match', ROLE, 'oldPoint', OLD, 'current', MARK, '#fff'],
      'circle-radius': ['match', ROLE, 'current', 8, 5.5],
      'circle-stroke-color': ['match', ROLE, 'corner', MARK, '#fff'],
      'circle-stroke-width': 2.5,
    },
  },
] as never;

/** A sketch on the shell's map, above the shape that was there; its corners can be dragged, and those between two of them pulled out. */
export class SketchMap {
  readonly pen: Pen;
  private held: { readonly number: number; readonly begun: Sketch; now: Sketch } | undefined;

  constructor(
    private readonly map: MapLibre,
    private readonly host: SketchHost,
  ) {
    this.pen = new Pen(map, host);
    map.addSource(SOURCE, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } });
    LAYERS.forEach((layer, index) => {
      map.addLayer({ ...layer, id: `${SOURCE}-${index}`, source: SOURCE } as LayerSpecification);
    });
    map.on('mousedown', this.grab);
    map.on('touchstart', this.grab);
    map.on('mousemove', this.hover);
    map.getContainer().toggleAttribute('data-sketch', true);
  }

  show(old: Geometry | null, sketch: Sketch, current: number): void {
    const corners = cornersOf(sketch);
    const shape = geometryOf(sketch) ?? (corners.length > 1 ? line(corners) : undefined);
    const features = [
      ...(old ? [feature(/Point/.test(old.type) ? 'oldPoint' : 'old', old)] : []),
      ...(shape && sketch.kind !== 'point' ? [feature('shape', shape)] : []),
      ...(this.pen.down ? [] : middlesOf(sketch).map(({ corner }) => feature('middle', point(corner)))),
      ...corners.map((corner, number) => feature(number === current ? 'current' : 'corner', point(corner))),
    ];
    (this.map.getSource(SOURCE) as GeoJSONSource | undefined)?.setData({ type: 'FeatureCollection', features });
  }

  middle(): Corner {
    const { lng, lat } = this.map.getCenter();
    return [lng, lat];
  }

  bringIntoView([longitude, latitude]: Corner): void {
    if (!this.map.getBounds().contains([longitude, latitude])) {
      this.map.jumpTo({ center: [longitude, latitude] });
    }
  }

  remove(): void {
    this.letGo();
    this.pen.remove();
    this.map.getContainer().toggleAttribute('data-sketch', false);
    this.map.off('mousedown', this.grab);
    this.map.off('touchstart', this.grab);
    this.map.off('mousemove', this.hover);
    LAYERS.forEach((_, index) => {
      this.map.removeLayer(`${SOURCE}-${index}`);
    });
    this.map.removeSource(SOURCE);
  }

  private readonly grab = (event: MapMouseEvent | MapTouchEvent): void => {
    const isTouch = 'points' in event;
    const pen = penOn(this.map);
    const isPointed = pen && (pen !== this.pen || this.host.sketch.kind !== 'point');
    if (isPointed || (isTouch ? event.points.length > 1 : isTurning(event.originalEvent))) {
      return;
    }
    const found = this.at([event.lngLat.lng, event.lngLat.lat], isTouch ? FINGER_PIXELS : PIXELS);
    if (found) {
      event.preventDefault();
      this.held = { ...found, now: found.begun };
      this.map.on(isTouch ? 'touchmove' : 'mousemove', this.drag);
      for (const name of ['mouseup', 'touchend', 'touchcancel']) {
        window.addEventListener(name, this.drop);
      }
    }
  };

  /** The corner at a place, or the one that is pulled out there. */
  private at(place: Corner, pixels: number): { number: number; begun: Sketch } | undefined {
    const { sketch } = this.host;
    const zoom = this.map.getZoom();
    const number = nearest(cornersOf(sketch), place, zoom, pixels);
    if (number !== undefined) {
      return { number, begun: sketch };
    }
    const middles = middlesOf(sketch);
    const pulled = nearest(
      middles.map(({ corner }) => corner),
      place,
      zoom,
      pixels,
    );
    const middle = pulled === undefined ? undefined : middles[pulled];
    return middle && { number: middle.after + 1, begun: inserted(sketch, middle.after, middle.corner) };
  }

  private readonly drag = (event: MapMouseEvent | MapTouchEvent): void => {
    if (this.held) {
      const { begun, number } = this.held;
      this.held.now = moved(begun, number, this.host.cling([event.lngLat.lng, event.lngLat.lat]));
      this.host.drag(this.held.now);
    }
  };

  private readonly drop = (): void => {
    const { held } = this;
    this.letGo();
    const isPulled = held && held.begun !== this.host.sketch;
    if (held && !(isPulled && held.now === held.begun)) {
      this.host.drop(held.now, held.number); // a middle that was only clicked is no corner yet
    }
  };

  private letGo(): void {
    this.held = undefined;
    this.map.off('mousemove', this.drag);
    this.map.off('touchmove', this.drag);
    for (const name of ['mouseup', 'touchend', 'touchcancel']) {
      window.removeEventListener(name, this.drop);
    }
  }

  private readonly hover = (event: MapMouseEvent): void => {
    if (!this.pen.down && !this.held) {
      this.map.getCanvas().style.cursor = this.at([event.lngLat.lng, event.lngLat.lat], PIXELS) ? 'move' : '';
    }
  };
}

/** The map turns by the right button, or with Ctrl. */
function isTurning({ button, ctrlKey }: MouseEvent): boolean {
  return button !== 0 || ctrlKey;
}

function feature(role: string, geometry: Geometry): Feature {
  return { type: 'Feature', properties: { role }, geometry };
}

function point([longitude, latitude]: Corner): Geometry {
  return { type: 'Point', coordinates: [longitude, latitude] };
}

function line(corners: readonly Corner[]): Geometry {
  return { type: 'LineString', coordinates: corners.map(([longitude, latitude]) => [longitude, latitude]) };
}
