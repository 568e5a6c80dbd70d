import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import type { Corner } from '../../shared/bounds';

/** What becomes of the places somebody points at. */
export interface PenHost {
  point(corner: Corner): void;
  /** Somebody says that this was the last one. */
  end(): void;
  /** Another pen was taken up, and this one lies. */
  laid?(): void;
}

/** Of each map, the pen that is down: one click draws one thing. */
const taken = new WeakMap<MapLibre, Pen>();

/** The pen that is down on a map. */
export function penOn(map: MapLibre): Pen | undefined {
  return taken.get(map);
}

/** Points at places of the shell's map while it is down: by a click, or by Enter at the middle of the map; a double click is the last one. */
export class Pen {
  private isDown = false;

  constructor(
    private readonly map: MapLibre,
    private readonly host: PenHost,
  ) {
    map.on('click', this.click);
    map.on('dblclick', this.doubleClick);
    map.getCanvas().addEventListener('keydown', this.key);
  }

  get down(): boolean {
    return this.isDown;
  }

  /** Taken up or laid down. */
  set down(isDown: boolean) {
    if (isDown === this.isDown) {
      return;
    }
    if (isDown) {
      taken.get(this.map)?.lay();
      taken.set(this.map, this);
    } else {
      taken.delete(this.map);
    }
    this.isDown = isDown;
    this.map.doubleClickZoom[isDown ? 'disable' : 'enable']();
    this.map.getContainer().toggleAttribute('data-aim', isDown);
    this.map.getCanvas().style.cursor = isDown ? 'crosshair' : '';
  }

  private lay(): void {
    this.down = false;
    this.host.laid?.();
  }

  pointAtMiddle(): void {
    const { lng, lat } = this.map.getCenter();
    this.point([lng, lat]);
  }

  remove(): void {
    this.down = false;
    this.map.off('click', this.click);
    this.map.off('dblclick', this.doubleClick);
    this.map.getCanvas().removeEventListener('keydown', this.key);
  }

  private point(corner: Corner): void {
    if (this.isDown) {
      this.host.point(corner);
    }
  }

  private readonly click = (event: MapMouseEvent): void => this.point([event.lngLat.lng, event.lngLat.lat]);

  private readonly key = (event: KeyboardEvent): void => {
    if (this.isDown && event.key === 'Enter') {
      event.preventDefault();
      this.pointAtMiddle();
    }
  };

  private readonly doubleClick = (event: MapMouseEvent): void => {
    if (this.isDown) {
      event.preventDefault();
      this.host.end();
    }
  };
}
