import type { LngLat, Map as MapLibre } from 'maplibre-gl';
import type { Language, Messages } from '../shared/messages';
import { announcement, makeCard } from './card';
import { addHighlight, highlight } from './highlight';
import { type Found, clickRadius, findAt } from './service';

/** Lets people read about a place: a click, or Enter for the middle of the map; Esc closes. Returns the card's element. */
export function addIdentify(map: MapLibre, language: Language, say: Messages, announce: (text: string) => void): HTMLElement {
  let pending: AbortController | undefined;
  const canvas = map.getCanvas();
  const card = makeCard(say, (found: Found | undefined) => highlight(map, found?.geometry), () => {
    pending?.abort();
    canvas.focus({ preventScroll: true });
  });

  const identify = async (place: LngLat): Promise<void> => {
    pending?.abort();
    const own = (pending = new AbortController());
    card.show({ state: 'loading' });
    try {
      const radius = clickRadius(place.lat, map.getZoom());
      const features = await findAt({ longitude: place.lng, latitude: place.lat }, radius, language, own.signal);
      card.show({ state: 'found', features });
      keepVisible(map, place, card.root);
      announce(announcement(features, say));
    } catch {
      if (!own.signal.aborted) {
        card.show({ state: 'failed', retry: () => void identify(place) });
        announce(say('card.failed'));
      }
    }
  };

  addHighlight(map);
  map.on('click', (event) => void identify(event.lngLat));
  canvas.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      void identify(map.getCenter()).then(() => card.root.focus({ preventScroll: true }));
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && card.isOpen()) {
      card.close();
    }
  });
  return card.root;
}

/** Moves the map so that the card does not hide the place it speaks of. */
function keepVisible(map: MapLibre, place: LngLat, card: HTMLElement): void {
  const spot = map.project(place);
  const mapBox = map.getContainer().getBoundingClientRect();
  const cardBox = card.getBoundingClientRect();
  const isSheet = cardBox.width >= mapBox.width * 0.9;
  const hidden = isSheet && spot.y > cardBox.top - mapBox.top - 80;
  if (hidden) {
    map.panBy([0, spot.y - (cardBox.top - mapBox.top) / 2]);
  }
}
