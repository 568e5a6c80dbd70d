import { button, element } from '../shared/dom';
import { ServiceError } from '../shared/http';
import type { Language, Messages } from '../shared/messages';
import type { Frame } from './frame';
import { HeldStage } from './heldStage';
import { type Measurer, measureHeard, measureView } from './measureView';
import type { Corner } from './measuring';
import { type Found, type Here, type Kind, type Places, type PositionCard, type Spot, dutyHit, placesIn } from './places';
import { hereView, positionForm, positionRows } from './positionView';
import { type SearchBox, searchBox } from './searchBox';
import { signOf } from './signs';
import type { Stage } from './stage';
import { type State, parseState, withState } from './state';
import { type Desk, dutyView, heading, homeView, nowhere, placeView, resultsView } from './views';

/** How long the panel keeps what it showed before it says that it is waiting, milliseconds. */
const PATIENCE_MS = 300;
/** Lists that a card opened from them leads back to. */
const LISTS: readonly unknown[] = ['results', 'near', 'duty'];

/** The panel beside the map: shows the state the address names, and moves between states so that the back button works. */
export class Guide implements Desk, Measurer {
  private readonly stage: HeldStage;
  private readonly places: Places;
  private readonly box: SearchBox;
  private pending = new AbortController();
  private home: Promise<readonly [readonly Kind[], Here]> | undefined;
  private corners: readonly Corner[] = [];
  private own: Spot | undefined;
  private state: State = { view: 'home' };

  constructor(
    private readonly frame: Frame,
    private readonly middle: Spot,
    stage: Stage,
    readonly language: Language,
    readonly say: Messages,
  ) {
    this.stage = new HeldStage(stage);
    this.places = placesIn(language);
    this.box = searchBox(say, {
      suggest: async (text, cancel) => {
        const { understood, results } = await this.places.suggest(text, this.stage.middle(), cancel);
        return understood === 'duty' ? [dutyHit(say('duty.title')), ...results] : results;
      },
      choose: ({ id }) => this.go(id === 'duty' ? { view: 'duty' } : { view: 'place', id }),
      submit: (text) => this.go({ view: 'results', text }),
      announce: frame.announce,
    });
    frame.search.replaceChildren(this.box.root);
    window.addEventListener('popstate', () => void this.show(parseState(location.search), true));
    void this.show(parseState(location.search), false);
  }

  /** The map has come: from now on it shows what the panel speaks of. */
  attach(stage: Stage): void {
    this.stage.attach(stage);
  }

  /** While something is measured a click on the map is a corner. */
  takesClick(spot: Spot): boolean {
    if (this.state.view !== 'measure') {
      return false;
    }
    this.measure([...this.corners, [spot.longitude, spot.latitude]]);
    return true;
  }

  addMiddle(): void {
    this.takesClick(this.stage.middle());
  }

  go(state: State): void {
    history.pushState({ from: this.state.view }, '', this.addressOf(state));
    void this.show(state, true);
  }

  copy(text: string): void {
    const byHand = (): void => this.frame.tell(this.say('place.copyByHand', { text }));
    if ('clipboard' in navigator) {
      navigator.clipboard.writeText(text).then(() => this.frame.tell(this.say('place.copied')), byHand);
    } else {
      byHand(); // a page without https has no clipboard
    }
  }

  /** Sorts by the distance from where the reader is, once they allow it. */
  locate(): void {
    const failed = (): void => this.frame.tell(this.say('map.locateFailed'));
    if (!('geolocation' in navigator)) {
      return failed();
    }
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      this.own = { longitude: coords.longitude, latitude: coords.latitude };
      void this.show(this.state, true);
    }, failed, { timeout: 10_000, maximumAge: 60_000 });
  }

  private addressOf(state: State): string {
    return `${location.pathname}${withState(location.search, state)}${location.hash}`;
  }

  private async show(state: State, focus: boolean): Promise<void> {
    this.state = state;
    this.pending.abort();
    const own = (this.pending = new AbortController());
    this.box.set(state.view === 'results' ? state.text : '');
    this.frame.setPanel(state.view);
    const waiting = window.setTimeout(() => own.signal.aborted || this.wait(), PATIENCE_MS);
    try {
      const content = await this.contentOf(state, own.signal);
      if (!own.signal.aborted) {
        this.put(state, content, focus);
      }
    } catch (cause) {
      if (!own.signal.aborted) {
        this.stage.clear();
        this.put(state, this.failure(state, cause), focus);
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
    const back = state.view === 'home' ? [] : [this.back(state)];
    const { panel } = this.frame;
    panel.removeAttribute('aria-busy');
    panel.replaceChildren(...back, ...content);
    panel.scrollTop = 0;
    panel.dataset['view'] = state.view;
    const headline = panel.querySelector<HTMLElement>('h2');
    this.frame.setPage(state.view === 'home' ? '' : (headline?.textContent ?? ''));
    if (focus && state.view !== 'home') {
      headline?.focus({ preventScroll: true });
    }
  }

  /** A card that was opened from a list leads back to the list, anything else to the beginning. */
  private back(state: State): HTMLElement {
    const before: unknown = (history.state as { from?: unknown } | null)?.from;
    const toList = state.view === 'place' && LISTS.includes(before);
    const href = `/${withState(location.search, { view: 'home' })}`;
    const back = element('a', { href, class: 'back' }, signOf('back'), element('span', {}, this.say(toList ? 'panel.results' : 'panel.home')));
    back.addEventListener('click', (event) => {
      event.preventDefault();
      if (toList) {
        history.back();
      } else {
        this.go({ view: 'home' });
        this.box.focus();
      }
    });
    return back;
  }

  private failure(state: State, cause: unknown): readonly Node[] {
    const gone = state.view === 'place' && cause instanceof ServiceError && cause.status === 404;
    const [title, help] = gone ? (['place.gone', 'place.goneHelp'] as const) : (['search.failed', 'search.failedHelp'] as const);
    this.frame.announce(`${this.say(title)} ${this.say(help)}`);
    return [...heading(this.say(title)), element('p', {}, this.say(help)),
      ...(gone ? [] : [button(this.say('error.retry'), { class: 'primary' }, () => void this.show(state, true))])];
  }

  private async contentOf(state: State, cancel: AbortSignal): Promise<readonly Node[]> {
    switch (state.view) {
      case 'home':
        this.stage.clear();
        return homeView(this, this.middle, ...(await (this.home ??= this.start())));
      case 'results':
        return this.results(state.text, cancel);
      case 'place':
        return this.place(state.id, cancel);
      case 'near':
        return this.near(state.kind, cancel);
      case 'duty':
        return this.duty(cancel);
      case 'convert':
        return this.convert(state.text, cancel);
      case 'measure':
        this.corners = state.corners;
        this.stage.lookAtMeasure(state.corners);
        return measureView(this, state.corners);
    }
  }

  /** The first page works without what it offers: kinds and examples are left out when they cannot be had. */
  private async start(): Promise<readonly [readonly Kind[], Here]> {
    const forget = (): void => (this.home = undefined);
    return Promise.all([
      this.places.kinds().catch(() => (forget(), [])),
      this.places.here(this.middle).catch((): Here => (forget(), {}))]);
  }

  private async results(text: string, cancel: AbortSignal): Promise<readonly Node[]> {
    const found = await this.places.search(text, this.stage.middle(), cancel);
    if (found.understood === 'duty') {
      return this.duty(cancel);
    }
    if (found.position) {
      const [systems, ...here] = await this.position(found.position, cancel);
      return [...heading(this.say('convert.title')), ...here, ...(systems ? [systems] : [])];
    }
    this.stage.showHits(found.results);
    const note = this.noteOn(found);
    this.frame.announce(note);
    return resultsView(this, this.say('search.resultsFor', { text }), found.results, note);
  }

  private noteOn({ understood, results, loose }: Found): string {
    const [first] = results;
    if (!first) {
      return this.say(understood === 'parcel' ? 'search.noParcel' : 'search.none');
    }
    if (loose) {
      return this.say('search.loose');
    }
    return understood === 'address' && first.sort !== 'address' ? this.say('search.noDoor') : this.say('search.count', { count: results.length });
  }

  private async place(id: string, cancel: AbortSignal): Promise<readonly Node[]> {
    const place = await this.places.place(id, cancel);
    this.stage.showPlace(place);
    this.frame.announce(`${place.title}, ${place.kind}`);
    return placeView(this, place);
  }

  private async near(kind: string, cancel: AbortSignal): Promise<readonly Node[]> {
    const hits = await this.places.nearest(kind, this.own ?? this.stage.middle(), cancel);
    this.stage.showHits(hits);
    const [first] = hits;
    if (!first) {
      this.frame.announce(this.say('near.none'));
      return nowhere(this);
    }
    const note = this.say(this.own ? 'near.noteOwn' : 'near.note');
    this.frame.announce(note);
    return resultsView(this, this.say('near.title', { kind: first.kind }), hits, note, this.own ? undefined : () => this.locate());
  }

  private async duty(cancel: AbortSignal): Promise<readonly Node[]> {
    const duty = await this.places.duty(this.own ?? this.stage.middle(), cancel);
    this.stage.showHits([...duty.onDuty, ...duty.next].map((turn) => turn.pharmacy));
    return dutyView(this, duty, this.own ? undefined : () => this.locate());
  }

  private async convert(text: string, cancel: AbortSignal): Promise<readonly Node[]> {
    const form = positionForm(this, text, () => this.stage.middle());
    if (text === '') {
      this.stage.clear();
      return form;
    }
    const position = await this.places.convert(text, cancel).catch((cause: unknown) => {
      if (cause instanceof ServiceError && cause.status === 400) {
        return undefined;
      }
      throw cause;
    });
    return [...form, ...(position ? await this.position(position, cancel) : [element('p', { role: 'alert', class: 'note' }, this.say('convert.failed'))])];
  }

  private async position(position: PositionCard, cancel: AbortSignal): Promise<readonly Node[]> {
    const here = await this.places.here(position, cancel);
    this.stage.showSpot(position);
    return [positionRows(this, position), ...hereView(this, here)];
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
