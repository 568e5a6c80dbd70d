import { button, element } from '../shared/dom';
import type { Language, Messages } from '../shared/messages';
import type { Frame } from './frame';
import { type Corner, areaOf, areaText, lengthOf, lengthText } from './measuring';
import { type Kind, type Places, type Spot, placesIn } from './places';
import { type SearchBox, searchBox } from './searchBox';
import { signOf } from './signs';
import type { Stage } from './stage';
import { type State, parseState, withState } from './state';
import { type Desk, dutyView, heading, homeView, placeView, positionRows, resultsView } from './views';

/** The panel beside the map: shows the state the address names, and moves between states so that the back button works. */
export class Guide implements Desk {
  private readonly places: Places;
  private readonly box: SearchBox;
  private pending = new AbortController();
  private kinds: readonly Kind[] = [];
  private corners: readonly Corner[] = [];
  private state: State = { view: 'home' };

  constructor(
    private readonly frame: Frame,
    private stage: Stage,
    readonly language: Language,
    readonly say: Messages,
  ) {
    this.places = placesIn(language);
    this.box = searchBox(say, {
      suggest: async (text, cancel) => (await this.places.suggest(text, this.stage.middle(), cancel)).results,
      choose: (hit) => this.go({ view: 'place', id: hit.id }),
      submit: (text) => this.go({ view: 'results', text }),
      announce: frame.announce,
    });
    frame.search.replaceChildren(this.box.root);
    window.addEventListener('popstate', () => void this.show(parseState(location.search), true));
    void this.show(parseState(location.search), false);
  }

  /** The map has come: from now on it shows what the panel speaks of. */
  attach(stage: Stage): void {
    this.stage = stage;
    void this.show(this.state, false);
  }

  /** While something is measured a click on the map is a corner. */
  takesClick(spot: Spot): boolean {
    if (this.state.view !== 'measure') {
      return false;
    }
    this.measure([...this.corners, [spot.longitude, spot.latitude]]);
    return true;
  }

  go(state: State): void {
    history.pushState(null, '', `${location.pathname}${withState(location.search, state)}${location.hash}`);
    void this.show(state, true);
  }

  copy(text: string): void {
    navigator.clipboard.writeText(text).then(
      () => this.frame.announce(this.say('place.copied')),
      () => this.frame.announce(text),
    );
  }

  private async show(state: State, focus: boolean): Promise<void> {
    this.state = state;
    this.pending.abort();
    const own = (this.pending = new AbortController());
    this.box.set(state.view === 'results' ? state.text : '');
    this.frame.setPanel(state.view);
    try {
      const content = await this.contentOf(state, own.signal);
      if (!own.signal.aborted) {
        this.put(state, content, focus);
      }
    } catch {
      if (!own.signal.aborted) {
        this.put(state, this.failure(state), focus);
      }
    }
  }

  private put(state: State, content: readonly Node[], focus: boolean): void {
    const back = state.view === 'home' ? [] : [this.home()];
    this.frame.panel.replaceChildren(...back, ...content);
    this.frame.panel.scrollTop = 0;
    this.frame.panel.dataset['view'] = state.view;
    if (focus && state.view !== 'home') {
      this.frame.panel.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    }
  }

  private home(): HTMLElement {
    const back = element('a', { href: `/${withState(location.search, { view: 'home' })}`, class: 'back' }, signOf('back'), element('span', {}, this.say('panel.home')));
    back.addEventListener('click', (event) => {
      event.preventDefault();
      this.go({ view: 'home' });
      this.box.focus();
    });
    return back;
  }

  private failure(state: State): readonly Node[] {
    this.frame.announce(this.say('search.failed'));
    return [...heading(this.say('search.failed')), button(this.say('error.retry'), { class: 'primary' }, () => void this.show(state, true))];
  }

  private async contentOf(state: State, cancel: AbortSignal): Promise<readonly Node[]> {
    switch (state.view) {
      case 'home':
        this.stage.clear();
        this.kinds = this.kinds.length > 0 ? this.kinds : await this.places.kinds(cancel).catch(() => []);
        return homeView(this, this.kinds);
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
        this.stage.clear();
        this.corners = [];
        return this.measureView();
    }
  }

  private async results(text: string, cancel: AbortSignal): Promise<readonly Node[]> {
    const found = await this.places.search(text, this.stage.middle(), cancel);
    if (found.understood === 'duty') {
      return this.duty(cancel);
    }
    if (found.position) {
      this.stage.showSpot(found.position);
      return [...heading(this.say('convert.title')), positionRows(this, found.position)];
    }
    this.stage.showHits(found.results);
    const note = found.results.length === 0 ? this.say('search.none') : found.loose ? this.say('search.loose') : this.say('search.count', { count: found.results.length });
    this.frame.announce(note);
    return resultsView(this, this.say('search.resultsFor', { text }), found.results, note);
  }

  private async place(id: string, cancel: AbortSignal): Promise<readonly Node[]> {
    const place = await this.places.place(id, cancel);
    this.stage.showPlace(place);
    this.frame.announce(`${place.title}, ${place.kind}`);
    return placeView(this, place);
  }

  private async near(kind: string, cancel: AbortSignal): Promise<readonly Node[]> {
    const hits = await this.places.nearest(kind, this.stage.middle(), cancel);
    this.stage.showHits(hits);
    const note = this.say(hits.length === 0 ? 'search.none' : 'near.note');
    this.frame.announce(note);
    return resultsView(this, this.say('near.title', { kind: hits[0]?.kind ?? kind }), hits, note);
  }

  private async duty(cancel: AbortSignal): Promise<readonly Node[]> {
    const duty = await this.places.duty(this.stage.middle(), cancel);
    this.stage.showHits([...duty.onDuty, ...duty.next].map((turn) => turn.pharmacy));
    return dutyView(this, duty);
  }

  private async convert(text: string, cancel: AbortSignal): Promise<readonly Node[]> {
    const input = element('input', { id: 'position', name: 'position', type: 'text', maxlength: '120', value: text, 'aria-describedby': 'position-help', autocomplete: 'off' });
    const form = element('form', { class: 'convert' }, element('label', { for: 'position' }, this.say('convert.label')), input,
      element('p', { id: 'position-help', class: 'quiet' }, this.say('convert.help')),
      element('p', { class: 'actions' }, element('button', { type: 'submit', class: 'primary' }, this.say('convert.go')),
        button(this.say('convert.middle'), {}, () => this.go({ view: 'convert', text: middleText(this.stage.middle()) }))));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.go({ view: 'convert', text: input.value.trim() });
    });
    return [...heading(this.say('convert.title')), form, ...(text === '' ? [] : [await this.position(text, cancel)])];
  }

  private async position(text: string, cancel: AbortSignal): Promise<HTMLElement> {
    try {
      const position = await this.places.convert(text, cancel);
      this.stage.showSpot(position);
      return positionRows(this, position);
    } catch (cause) {
      if (cancel.aborted) {
        throw cause;
      }
      return element('p', { role: 'alert' }, this.say('convert.failed'));
    }
  }

  private measureView(): readonly Node[] {
    const locale = this.language === 'tr' ? 'tr-TR' : 'en-GB';
    const count = this.corners.length;
    const rows: readonly (readonly [string, string])[] = [
      [this.say('measure.length'), lengthText(lengthOf(this.corners), locale)],
      [this.say('measure.area'), count > 2 ? areaText(areaOf(this.corners), locale) : '–'],
      [this.say('measure.corners'), String(count)]];
    return [
      ...heading(this.say('measure.title')),
      element('p', { class: 'quiet' }, this.say('measure.help')),
      element('dl', { class: 'figures measured' }, ...rows.map(([label, value]) => element('div', {}, element('dt', {}, label), element('dd', {}, value)))),
      element('p', { class: 'actions' },
        button(this.say('measure.add'), { class: 'primary' }, () => this.takesClick(this.stage.middle())),
        button(this.say('measure.undo'), count === 0 ? { disabled: '' } : {}, () => this.measure(this.corners.slice(0, -1))),
        button(this.say('measure.clear'), count === 0 ? { disabled: '' } : {}, () => this.measure([]))),
    ];
  }

  private measure(corners: readonly Corner[]): void {
    const pressed = [...this.frame.panel.querySelectorAll('button')].indexOf(document.activeElement as HTMLButtonElement);
    this.corners = corners;
    this.stage.showMeasure(corners);
    const content = this.measureView();
    this.put({ view: 'measure' }, content, false);
    this.frame.panel.querySelectorAll<HTMLButtonElement>('button')[corners.length === 0 && pressed > 0 ? 0 : pressed]?.focus();
    const values = [...this.frame.panel.querySelectorAll('.measured dd')].map((value) => value.textContent);
    this.frame.announce(this.say('measure.heard', { length: values[0] ?? '', area: values[1] ?? '' }));
  }
}

function middleText({ longitude, latitude }: Spot): string {
  return `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`;
}
