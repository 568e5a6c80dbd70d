import type { Map as MapLibre } from 'maplibre-gl';
import { element } from '../shared/dom';
import type { Spot } from './places';

/** Puts a ring into the middle of what is seen of the map, where Enter looks and a corner is added; gives the spot under it. */
export function addAim(map: MapLibre): () => Spot {
  const ring = element('span', { class: 'aim', 'aria-hidden': 'true' });
  const container = map.getContainer();
  container.after(ring);
  return () => {
    const { left, top, width, height } = ring.getBoundingClientRect();
    const box = container.getBoundingClientRect();
    const { lng, lat } = map.unproject([left + width / 2 - box.left, top + height / 2 - box.top]);
    return { longitude: lng, latitude: lat };
  };
}
