import type { LngLat, Map as MapLibre } from 'maplibre-gl';
import type { Language, Messages } from '../shared/messages';
import { type Card, announcement, makeCard } from './card';
import { addHighlight, highlight } from './highlight';
import { clickRadius, findAt } from './service';

/** What the page lends to the reading of places. */
export interface Voice {
  readonly language: Language;
  readonly say: Messages;
  announce(text: string): void;
  /** Whether a click is somebody else's, such as a corner of what is measured. */
  takesClick(place: LngLat): boolean;
}

/** Lets people read about a place: a click, or Enter for the middle of the map; Esc closes. Returns the card's element. */
export function addIdentify(map: MapLibre, voice: Voice): HTMLElement {
  addHighlight(map);
  const identify = new Identify(map, voice);
  map.on('click', (event) => {
    if (!event.defaultPrevented && !voice.takesClick(event.lngLat)) {
      void identify.at(event.lngLat);
    }
  });
  map.getCanvas().addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      if (!voice.takesClick(map.getCenter())) {
        void identify.atTheMiddle();
      }
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      identify.card.close();
    }
  });
  return identify.card.root;
}

/** Asks the service about one place at a time; a newer question or closing the card drops the older one. */
class Identify {
  readonly card: Card;
  private pending = new AbortController();

  constructor(
    private readonly map: MapLibre,
    private readonly voice: Voice,
  ) {
    this.card = makeCard(voice.say, (found) => highlight(map, found?.geometry), () => this.leave());
  }

  async at(place: LngLat): Promise<void> {
    this.pending.abort();
    const own = (this.pending = new AbortController());
    this.card.show({ state: 'loading' });
    try {
      await this.ask(place, own.signal);
    } catch {
      if (!own.signal.aborted) {
        this.fail(place);
      }
    }
  }

  async atTheMiddle(): Promise<void> {
    await this.at(this.map.getCenter());
    this.card.root.focus({ preventScroll: true });
  }

  private async ask(place: LngLat, cancel: AbortSignal): Promise<void> {
    const radius = clickRadius(place.lat, this.map.getZoom());
    const spot = { longitude: place.lng, latitude: place.lat };
    const features = await findAt(spot, radius, this.voice.language, cancel);
    this.card.show({ state: 'found', features });
    keepVisible(this.map, place, this.card.root);
    this.voice.announce(announcement(features, this.voice.say));
  }

  private fail(place: LngLat): void {
    this.card.show({ state: 'failed', retry: () => void this.at(place) });
    this.voice.announce(this.voice.say('card.failed'));
  }

  private leave(): void {
    this.pending.abort();
    this.map.getCanvas().focus({ preventScroll: true });
  }
}

/** Moves the map so that the sheet at the bottom does not hide the place it speaks of. */
function keepVisible(map: MapLibre, place: LngLat, card: HTMLElement): void {
  const spot = map.project(place);
  const mapBox = map.getContainer().getBoundingClientRect();
  const cardBox = card.getBoundingClientRect();
  const isSheet = cardBox.width >= mapBox.width * 0.9;
  const free = cardBox.top - mapBox.top;
  if (isSheet && spot.y > free - 80) {
    map.panBy([0, spot.y - free / 2]);
  }
}
