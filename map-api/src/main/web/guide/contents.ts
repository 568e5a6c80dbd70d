import { button, element } from '../shared/dom';
import { Refusal } from '../shared/http';
import { reason } from '../shared/reason';
import { doorAnswer } from './door';
import { dutyEnd, dutyNote, dutyView } from './dutyView';
import { homeView } from './homeView';
import { type Measurer, measureView } from './measureView';
import { measured, type Origin, type Origins } from './origin';
import { type Found, type Here, type Kind, MOST_RESULTS, type Places, type PositionCard, type Spot } from './places';
import { placeView } from './placeView';
import { hereView, hitsOf, positionForm, positionRows } from './positionView';
import { type Listed, nowhere, resultsView } from './resultsView';
import type { Stage } from './stage';
import type { State } from './state';
import { type Desk, heading } from './views';

/** What the page lends to what it shows. */
export interface Reader extends Desk, Measurer {
  announce(text: string): void;
  /** Sorts by the distance from where the reader is, once they allow it. */
  locate(): void;
  again(): void;
}

/** Asks the service for what a state shows, shows it on the map, and gives the panel's content. */
export class Contents {
  private home: Promise<readonly [readonly Kind[], Here]> | undefined;
  /** When what was shown last is to be asked for again, in milliseconds. */
  end = Infinity;

  constructor(
    private readonly reader: Reader,
    private readonly places: Places,
    private readonly stage: Stage,
    private readonly origins: Origins,
    private readonly middle: Spot,
  ) {}

  async of(state: State, cancel: AbortSignal): Promise<readonly Node[]> {
    this.end = Infinity;
    switch (state.view) {
      case 'home':
        this.stage.clear();
        this.home ??= this.start();
        return homeView(this.reader, this.middle, ...(await this.home));
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
        this.stage.lookAtMeasure(state.corners);
        return measureView(this.reader, state.corners);
    }
  }

  /** What is said instead when it could not be had. */
  failure(state: State, cause: unknown): readonly Node[] {
    const { say } = this.reader;
    const gone = state.view === 'place' && cause instanceof Refusal && cause.status === 404;
    const [title, help] = gone ? [say('place.gone'), say('place.goneHelp')] : [say('search.failed'), reason(cause, say)];
    this.stage.clear();
    this.reader.announce(`${title} ${help}`);
    return [...heading(title), element('p', {}, help), ...(gone ? [] : [this.retry()])];
  }

  private retry(): HTMLElement {
    return button(this.reader.say('error.retry'), { class: 'primary' }, () => this.reader.again());
  }

  /** The first page works without what it offers: kinds and examples are left out when they cannot be had. */
  private async start(): Promise<readonly [readonly Kind[], Here]> {
    const without =
      <T>(nothing: T) =>
      (): T => {
        this.home = undefined;
        return nothing;
      };
    return Promise.all([this.places.kinds().catch(without([])), this.places.here(this.middle).catch(without<Here>({}))]);
  }

  private async results(text: string, cancel: AbortSignal): Promise<readonly Node[]> {
    const origin = this.origins.now();
    const found = measured(await this.places.search(text, origin, cancel), origin);
    if (found.understood === 'duty') {
      return this.duty(cancel, found);
    }
    if (found.position) {
      const [systems, ...here] = await this.position(found.position, cancel);
      return [...heading(this.reader.say('convert.title')), ...here, ...(systems ? [systems] : [])];
    }
    const nearest = found.understood === 'nearest' && found.results.length > 0;
    return this.list({
      title: this.reader.say('search.resultsFor', { text }),
      hits: found.results.slice(0, MOST_RESULTS),
      note: nearest
        ? `${found.loose ? `${this.reader.say('search.loose')} ` : ''}${this.sorted(origin)}`
        : this.from(this.noteOn(text, found), found, origin),
      ...(found.understood === 'open' && !found.around ? this.locating(origin) : {}),
      ...(nearest ? this.locating(origin) : {}),
    });
  }

  private list(listed: Listed): readonly Node[] {
    this.stage.showHits(listed.hits);
    this.reader.announce(listed.note);
    return resultsView(this.reader, listed);
  }

  private noteOn(text: string, { understood, results, loose }: Found): string {
    const { say } = this.reader;
    const [first] = results;
    if (!first) {
      return say(understood === 'parcel' ? 'search.noParcel' : 'search.none');
    }
    if (loose) {
      return say('search.loose');
    }
    if (understood === 'open') {
      return say('search.open');
    }
    const door = understood !== 'address' ? 'same' : first.sort === 'address' ? doorAnswer(text, first.title) : 'other';
    if (door !== 'same') {
      return say(door === 'outer' ? 'search.outerDoor' : 'search.noDoor');
    }
    return results.length > MOST_RESULTS ? say('search.first', { count: MOST_RESULTS }) : say('search.count', { count: results.length });
  }

  /** The note, and where the distances of a list begin. */
  private from(note: string, { results, around }: Pick<Found, 'results' | 'around'>, { own }: Origin): string {
    if (around) {
      return `${note} ${this.reader.say('from.place', { place: around.title })}`;
    }
    const isFar = results.some(({ distance }) => distance !== undefined);
    return isFar ? `${note} ${this.reader.say(own ? 'from.own' : 'from.middle')}` : note;
  }

  private sorted({ own }: Origin): string {
    return this.reader.say(own ? 'near.noteOwn' : 'near.note');
  }

  private locating({ own }: Origin): Pick<Listed, 'locate'> {
    return own ? {} : { locate: () => this.reader.locate() };
  }

  private async place(id: string, cancel: AbortSignal): Promise<readonly Node[]> {
    const place = await this.places.place(id, cancel);
    this.stage.showPlace(place);
    this.reader.announce(`${place.title}, ${place.kind}`);
    return placeView(this.reader, place);
  }

  private async near(kind: string, cancel: AbortSignal): Promise<readonly Node[]> {
    const origin = this.origins.now();
    const hits = await this.places.nearest(kind, origin, cancel);
    const [first] = hits;
    if (!first) {
      this.stage.showHits(hits);
      this.reader.announce(this.reader.say('near.none'));
      return nowhere(this.reader);
    }
    return this.list({
      title: this.reader.say('near.title', { kind: first.kind }),
      hits,
      note: this.sorted(origin),
      ...this.locating(origin),
    });
  }

  /** Around a place that was named, else from where lists begin. */
  private async duty(cancel: AbortSignal, { around, loose }: Partial<Found> = {}): Promise<readonly Node[]> {
    const origin = this.origins.now();
    const duty = await this.places.duty(around ?? origin, cancel);
    const results = [...duty.onDuty, ...duty.next].map((turn) => turn.pharmacy);
    this.stage.showHits(results);
    this.reader.announce(dutyNote(duty, this.reader.say));
    this.end = dutyEnd(duty);
    const note = this.from(loose ? this.reader.say('search.loose') : '', around ? { results, around } : { results }, origin).trim();
    return dutyView(this.reader, duty, note, around ? undefined : this.locating(origin).locate);
  }

  private async convert(text: string, cancel: AbortSignal): Promise<readonly Node[]> {
    const form = positionForm(this.reader, text, () => this.stage.middle());
    if (text === '') {
      this.stage.clear();
      return form;
    }
    const position = await this.places.convert(text, cancel).catch((cause: unknown) => {
      if (cause instanceof Refusal && cause.status === 400) {
        return undefined;
      }
      throw cause;
    });
    const wrong = (): HTMLElement => element('p', { role: 'alert', class: 'note' }, this.reader.say('convert.failed'));
    return [...form, ...(position ? await this.position(position, cancel) : [wrong()])];
  }

  /** The position in every system also when what is there cannot be had. */
  private async position(position: PositionCard, cancel: AbortSignal): Promise<readonly Node[]> {
    const here = await this.places.here(position, cancel).catch(() => undefined);
    cancel.throwIfAborted();
    this.stage.showSpot(position);
    this.reader.announce(here ? this.heard(position, here) : this.reader.say('here.failed'));
    return [positionRows(this.reader, position), ...(here ? hereView(this.reader, here) : this.nothingOfHere())];
  }

  private heard({ systems }: PositionCard, here: Here): string {
    const around = hitsOf(here).map(({ title }) => title);
    return [systems[0]?.text ?? '', ...(around.length > 0 ? around : [this.reader.say('here.none')])].join('. ');
  }

  private nothingOfHere(): readonly Node[] {
    return [element('p', { class: 'note', role: 'note' }, this.reader.say('here.failed')), this.retry()];
  }
}
