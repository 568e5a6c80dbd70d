import type { LngLat, Map as MapLibre } from 'maplibre-gl';
import { reason } from '../shared/reason';
import { announcement, type Card, makeCard } from './card';
import { addHighlight, highlight } from './highlight';
import type { Here, Hit, Spot } from './places';
import { clickRadius, type Found, findAt } from './service';
import type { Desk } from './views';

/** What the page lends to the reading of places. */
export interface Asker extends Desk {
  announce(text: string): void;
  /** Whether a click is somebody else's, such as a corner of what is measured. */
  takesClick(spot: Spot): boolean;
  /** What is in the middle of the map, as far as it is seen. */
  middle(): Spot;
  here(spot: Spot, cancel: AbortSignal): Promise<Here>;
  place(id: string, cancel: AbortSignal): Promise<Hit>;
  /** Keeps in the address what is read about. */
  pin(spot: Spot | undefined): void;
}

/** The card of a place on the map; `follow` opens what an address names, or closes it where that is nothing. */
export interface SpotCard {
  readonly root: HTMLElement;
  close(): boolean;
  follow(spot: Spot | undefined): void;
}

const CLOSE = 17;
const FAR = 15;

/** Lets people read about a place: a click, or Enter for the middle of the map; Esc closes. Returns the card. */
export function addIdentify(map: MapLibre, asker: Asker): SpotCard {
  addHighlight(map);
  const identify = new Identify(map, asker);
  map.on('click', (event) => {
    const spot = spotOf(event.lngLat);
    if (!event.defaultPrevented && !asker.takesClick(spot)) {
      void identify.at(spot);
    }
  });
  map.getCanvas().addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      if (!asker.takesClick(asker.middle())) {
        void identify.atTheMiddle();
      }
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      identify.leave();
    }
  });
  return { root: identify.card.root, close: () => identify.close(), follow: (spot) => identify.follow(spot) };
}

/** Asks the service about one place at a time; a newer question or closing the card drops the older one. */
class Identify {
  readonly card: Card;
  private pending = new AbortController();

  constructor(
    private readonly map: MapLibre,
    private readonly asker: Asker,
  ) {
    this.card = makeCard(
      asker,
      (found) => highlight(map, found?.geometry),
      () => this.leave(),
    );
  }

  async at(spot: Spot): Promise<void> {
    this.asker.pin(spot);
    await this.read(spot);
  }

  /** What an opened link or a step back names; the map shows it closely enough to tell things apart. */
  follow(spot: Spot | undefined): void {
    if (!spot) {
      this.close();
      return;
    }
    const center: [number, number] = [spot.longitude, spot.latitude];
    if (this.map.getZoom() < FAR || !this.map.getBounds().contains(center)) {
      this.map.jumpTo({ center, zoom: CLOSE });
    }
    void this.read(spot);
  }

  private async read(spot: Spot): Promise<void> {
    this.pending.abort();
    const own = new AbortController();
    this.pending = own;
    this.card.show({ state: 'loading' });
    try {
      await this.ask(spot, own.signal);
    } catch (cause) {
      if (!own.signal.aborted) {
        this.fail(spot, reason(cause, this.asker.say));
      }
    }
  }

  async atTheMiddle(): Promise<void> {
    await this.at(this.asker.middle());
    this.card.root.focus({ preventScroll: true });
  }

  /** Closed because something else is shown: the focus is that one's. */
  close(): boolean {
    this.pending.abort();
    return this.card.close();
  }

  /** Closed by its reader, who is back on the map. */
  leave(): void {
    if (this.close()) {
      this.asker.pin(undefined);
      this.map.getCanvas().focus({ preventScroll: true });
    }
  }

  private async ask(spot: Spot, cancel: AbortSignal): Promise<void> {
    const radius = clickRadius(spot.latitude, this.map.getZoom());
    const [features, at] = await Promise.all([
      findAt(spot, radius, this.asker.language, cancel),
      this.asker.here(spot, cancel).catch((): Here => ({})),
    ]);
    const here = at.parcel ? at : { ...at, ...(await this.touched(features, cancel)) };
    cancel.throwIfAborted();
    this.card.show({ state: 'found', features, here });
    keepVisible(this.map, spot, this.card.root);
    this.asker.announce(announcement(features, here, this.asker.say));
  }

  /** A finger also touches the parcel beside the spot. */
  private async touched(features: readonly Found[], cancel: AbortSignal): Promise<Pick<Here, 'parcel'>> {
    const parcel = features.find(({ collection }) => collection === 'parsel');
    return parcel
      ? this.asker.place(parcel.id, cancel).then(
          (hit) => ({ parcel: hit }),
          () => ({}),
        )
      : {};
  }

  private fail(spot: Spot, why: string): void {
    this.card.show({ state: 'failed', why, retry: () => void this.read(spot) });
    this.asker.announce(`${this.asker.say('card.failed')} ${why}`);
  }
}

function spotOf({ lng, lat }: LngLat): Spot {
  return { longitude: lng, latitude: lat };
}

/** Moves the map so that the sheet at the bottom does not hide the place it speaks of. */
function keepVisible(map: MapLibre, { longitude, latitude }: Spot, card: HTMLElement): void {
  const spot = map.project([longitude, latitude]);
  const mapBox = map.getContainer().getBoundingClientRect();
  const cardBox = card.getBoundingClientRect();
  const isSheet = cardBox.width >= mapBox.width * 0.9;
  const free = cardBox.top - mapBox.top;
  if (isSheet && spot.y > free - 80) {
    map.panBy([0, spot.y - free / 2]);
  }
}
