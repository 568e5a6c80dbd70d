import type { Corner } from '../shared/bounds';
import { copied } from '../shared/copy';
import { element } from '../shared/dom';
import { keepingFocus, stillThere } from '../shared/focus';
import type { Language, Messages } from '../shared/messages';
import { Contents, type Reader } from './contents';
import type { Frame } from './frame';
import { HeldStage } from './heldStage';
import type { Asker, SpotCard } from './identify';
import { measureHeard, measureView } from './measureView';
import { Origins } from './origin';
import { dutyHit, type Here, type Hit, type Places, placesIn, type Spot } from './places';
import { type SearchBox, searchBox } from './searchBox';
import { signOf } from './signs';
import type { Stage } from './stage';
import { MOST_CORNERS, parseSpot, parseState, type State, withCorner, withSpot, withState } from './state';
import { stillStage } from './stillStage';
import { pinned, stepsToList, type Trail } from './trail';
import { isPlain } from './views';

/** How long the panel keeps what it showed before it says that it is waiting, milliseconds. */
const PATIENCE_MS = 300;
/** What tells of now is old for who comes back to it after so long, milliseconds. */
const OLD_MS = 60_000;
const TIMELY: readonly State['view'][] = ['duty', 'near', 'results', 'place'];

/** The panel beside the map: shows the state the address names, and moves between states so that the back button works. */
export class Guide implements Reader, Asker {
  private readonly stage: HeldStage;
  private readonly places: Places;
  private readonly box: SearchBox;
  private pending = new AbortController();
  private readonly origins: Origins;
  private readonly contents: Contents;
  /** Tells the same anew, and leaves the map where it is. */
  private readonly renewed: Contents;
  /** Whose content is shown, and since when. */
  private shownBy: Contents;
  private shownAt = 0;
  private corners: readonly Corner[] = [];
  private card: Pick<SpotCard, 'close' | 'follow'> | undefined;
  private state: State = { view: 'home' };

  constructor(
    private readonly frame: Frame,
    middle: Spot,
    stage: Stage,
    readonly language: Language,
    readonly say: Messages,
  ) {
    this.stage = new HeldStage(stage);
    this.places = placesIn(language);
    this.origins = new Origins(() => this.stage.middle());
    this.contents = new Contents(this, this.places, this.stage, this.origins, middle);
    this.renewed = new Contents(this, this.places, stillStage(this.stage), this.origins, middle);
    this.shownBy = this.contents;
    this.box = searchBox(say, {
      suggest: async (text, cancel) => {
        const { understood, results, around } = await this.places.suggest(text, this.stage.middle(), cancel);
        return understood === 'duty' && !around ? [dutyHit(say('duty.title')), ...results] : results;
      },
      choose: ({ id }) => this.go(id === 'duty' ? { view: 'duty' } : { view: 'place', id }),
      submit: (text) => this.go({ view: 'results', text }),
      announce: frame.announce,
    });
    frame.search.replaceChildren(this.box.root);
    window.addEventListener('popstate', () => this.travel());
    this.listenToTime();
    void this.show(parseState(location.search), false);
  }

  /** The map has come: from now on it shows what the panel speaks of, and the card of a clicked place gives way to it. */
  attach(stage: Stage, card: Pick<SpotCard, 'close' | 'follow'>): void {
    this.card = card;
    this.stage.attach(stage);
    card.follow(parseSpot(location.search));
  }

  middle(): Spot {
    return this.stage.middle();
  }

  here(spot: Spot, cancel: AbortSignal): Promise<Here> {
    return this.places.here(spot, cancel);
  }

  place(id: string, cancel: AbortSignal): Promise<Hit> {
    return this.places.place(id, cancel);
  }

  announce(text: string): void {
    this.frame.announce(text);
  }

  /** While something is measured a click on the map is a corner. */
  takesClick(spot: Spot): boolean {
    if (this.state.view !== 'measure') {
      return false;
    }
    const corners = withCorner(this.corners, spot);
    if (!corners) {
      this.frame.tell(this.say('measure.most', { count: MOST_CORNERS }));
    } else if (corners !== this.corners) {
      this.measure(corners);
    }
    return true;
  }

  addMiddle(): void {
    this.takesClick(this.stage.middle());
  }

  pin(spot: Spot | undefined): void {
    history.pushState(pinned(trail()), '', `${location.pathname}${withSpot(location.search, spot)}${location.hash}`);
  }

  go(state: State): void {
    const address = this.addressOf(state);
    if (address === `${location.pathname}${location.search}${location.hash}`) {
      history.replaceState({ ...trail(), asked: undefined }, '', address); // the same again is no other step
    } else {
      history.pushState({ from: this.state.view }, '', address);
    }
    void this.show(state, true);
  }

  copy(text: string): void {
    void copied(text).then((isCopied) => {
      if (isCopied) {
        this.frame.tell(this.say('place.copied'));
      } else {
        this.frame.notice(this.say('place.copyByHand', { text }));
      }
    });
  }

  locate(): void {
    const { state } = this;
    const failed = (): void => this.frame.tell(this.say('map.locateFailed'));
    if (!('geolocation' in navigator)) {
      failed();
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        if (this.state !== state) {
          return; // something else is read by now
        }
        this.origins.use({ longitude: coords.longitude, latitude: coords.latitude });
        this.again();
      },
      failed,
      { timeout: 10_000, maximumAge: 60_000 },
    );
  }

  again(): void {
    history.replaceState(history.state, '', this.addressOf(this.state));
    void this.show(this.state, true);
  }

  private addressOf(state: State): string {
    return `${location.pathname}${withState(location.search, state)}${location.hash}`;
  }

  /** A step through the history; what the panel shows already stays as it is. */
  private travel(): void {
    const state = parseState(location.search);
    if (withState('', state) !== withState('', this.state)) {
      void this.show(state, true);
    }
    this.card?.follow(parseSpot(location.search));
  }

  private listenToTime(): void {
    const comeBack = (): void => void (Date.now() - this.shownAt > OLD_MS && this.renew());
    document.addEventListener('visibilitychange', comeBack);
    window.addEventListener('pageshow', comeBack);
    window.setInterval(() => Date.now() > this.shownBy.end && void this.renew(), OLD_MS / 2);
  }

  /** What tells of now is asked for again, where it is read: the keyboard, the panel and the map stay as they are. */
  private async renew(): Promise<void> {
    const { state, pending } = this;
    if (document.visibilityState !== 'visible' || !TIMELY.includes(state.view)) {
      return;
    }
    this.shownAt = Date.now();
    const content = await this.renewed.of(state, pending.signal).catch(() => undefined); // what is shown stays
    if (content && !pending.signal.aborted) {
      const { panel } = this.frame;
      const { scrollTop } = panel;
      this.shownBy = this.renewed;
      keepingFocus(panel, () => this.fill(state, content));
      panel.scrollTop = scrollTop;
    }
  }

  private async show(state: State, focus: boolean): Promise<void> {
    this.state = state;
    this.shownBy = this.contents;
    this.shownAt = Date.now();
    this.corners = state.view === 'measure' ? state.corners : [];
    this.card?.close();
    this.pending.abort();
    const own = new AbortController();
    this.pending = own;
    this.box.set(state.view === 'results' ? state.text : '');
    this.frame.setPanel(state.view);
    const isThere = stillThere();
    const waiting = window.setTimeout(() => own.signal.aborted || this.wait(), PATIENCE_MS);
    try {
      const content = await this.contents.of(state, own.signal);
      if (!own.signal.aborted) {
        this.put(state, content, focus && isThere());
      }
    } catch (cause) {
      if (!own.signal.aborted) {
        this.put(state, this.contents.failure(state, cause), focus && isThere());
      }
    } finally {
      window.clearTimeout(waiting);
    }
  }

  private wait(): void {
    this.frame.panel.setAttribute('aria-busy', 'true');
    this.frame.panel.replaceChildren(element('p', { class: 'quiet waiting' }, this.say('card.loading')));
    this.frame.announce(this.say('card.loading'));
  }

  private put(state: State, content: readonly Node[], focus: boolean): void {
    const { panel } = this.frame;
    const headline = this.fill(state, content);
    panel.scrollTop = 0;
    if (focus) {
      headline?.focus({ preventScroll: true });
      window.scrollBy(0, panel.getBoundingClientRect().top); // where the page scrolls as a whole
    }
  }

  private fill(state: State, content: readonly Node[]): HTMLElement | null {
    const { panel } = this.frame;
    panel.removeAttribute('aria-busy');
    panel.replaceChildren(...(state.view === 'home' ? [] : [this.back(state)]), ...content);
    panel.dataset.view = state.view;
    const headline = panel.querySelector<HTMLElement>('h2');
    this.frame.setPage(state.view === 'home' ? '' : (headline?.textContent ?? ''));
    return headline;
  }

  /** A card that was opened from a list leads back to the list, anything else to the beginning. */
  private back(state: State): HTMLElement {
    const toList = stepsToList(state, trail()) > 0;
    const href = `/${withState(location.search, { view: 'home' })}`;
    const back = element(
      'a',
      { href, class: 'back' },
      signOf('back'),
      element('span', {}, this.say(toList ? 'panel.results' : 'panel.home')),
    );
    back.addEventListener('click', (event) => {
      if (!isPlain(event)) {
        return;
      }
      event.preventDefault();
      if (toList) {
        history.go(-stepsToList(state, trail()));
      } else {
        this.go({ view: 'home' });
        this.box.focus();
      }
    });
    return back;
  }

  measure(corners: readonly Corner[]): void {
    const state: State = { view: 'measure', corners };
    const pressed = [...this.frame.panel.querySelectorAll('button')].indexOf(document.activeElement as HTMLButtonElement);
    this.corners = corners;
    this.state = state;
    history.replaceState(history.state, '', this.addressOf(state));
    this.stage.showMeasure(corners);
    this.put(state, measureView(this, corners), false);
    this.frame.panel.querySelectorAll<HTMLButtonElement>('button')[corners.length === 0 && pressed > 0 ? 0 : pressed]?.focus();
    this.frame.announce(measureHeard(this, corners));
  }
}

function trail(): Trail | null {
  return history.state as Trail | null;
}
