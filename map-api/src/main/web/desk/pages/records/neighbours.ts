import type { Map as MapLibre } from 'maplibre-gl';
import { type Corner, cornersOf } from '../../../shared/bounds';
import { call } from '../../../shared/http';
import { latest } from '../../../shared/latest';
import type { Desk } from '../../desk';
import { nearest } from './sketch';
import { API, type Found } from './types';

/** Below it the corners of neighbours lie too close to be told apart. */
const LEAST_ZOOM = 15;
const PIXELS = 12;

/** The corners of the shapes of a type that are in view, to which a corner that is being drawn can cling. */
export class Neighbours {
  private corners: readonly Corner[] = [];
  private readonly asks;

  /** @param own the record that is drawn itself */
  constructor(
    private readonly map: MapLibre,
    private readonly type: string,
    private readonly own: string | undefined,
    { left }: Desk,
  ) {
    this.asks = latest(left);
    map.on('moveend', this.look);
    this.look();
  }

  remove(): void {
    this.map.off('moveend', this.look);
  }

  /** The neighbours' corner that is meant, or else the place itself. */
  cling(place: Corner): Corner {
    const number = nearest(this.corners, place, this.map.getZoom(), PIXELS);
    return (number === undefined ? undefined : this.corners[number]) ?? place;
  }

  private readonly look = (): void => {
    if (this.map.getZoom() < LEAST_ZOOM) {
      this.corners = [];
      return;
    }
    const box = this.map.getBounds();
    const sides = { west: box.getWest(), south: box.getSouth(), east: box.getEast(), north: box.getNorth() };
    const query = new URLSearchParams(Object.entries(sides).map(([side, degrees]) => [side, degrees.toFixed(6)]));
    void this.asks((cancel) => call<readonly Found[]>(`${API}/${this.type}/shapes?${query}`, { cancel }), {
      show: (found) => {
        this.corners = found.filter(({ id }) => id !== this.own).flatMap(({ geometry }) => cornersOf(geometry));
      },
      refused: () => {
        this.corners = [];
      },
    });
  };
}
