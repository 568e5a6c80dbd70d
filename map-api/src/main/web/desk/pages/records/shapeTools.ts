import type { Geometry } from 'geojson';
import type { Corner } from '../../../shared/bounds';
import { button, element } from '../../../shared/dom';
import { number as figure } from '../../../shared/format';
import { field, notice } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { nearCity, placesOf } from '../../parts/places';
import { reason } from '../../reason';
import { Neighbours } from './neighbours';
import { cornersOf, geometryOf, inserted, measuresOf, moved, removed, type Sketch } from './sketch';
import { type SketchHost, SketchMap } from './sketchMap';
import { MOST_PLACES, whereAre, written } from './typedPlace';

/** What a shape is drawn for. */
export interface Drawn {
  readonly type: string;
  /** The record that has it already. */
  readonly own?: string;
  /** As it is known, shown beneath. */
  readonly old: Geometry | null;
  readonly begun: Sketch;
  /** Told after each change. */
  changed?(): void;
}

/** The ways to a shape: its corners pointed at on the map, dragged, or chosen one after the other and typed; each step can be taken back. */
export class ShapeTools implements SketchHost {
  readonly root: HTMLElement;
  sketch: Sketch;
  private readonly past: Sketch[] = [];
  private current = 0;
  private isWanted = false;
  private map: SketchMap | undefined;
  private neighbours: Neighbours | undefined;
  private readonly draw: HTMLButtonElement;
  private readonly back: HTMLButtonElement;
  private readonly others: readonly HTMLButtonElement[];
  /** Whether corners cling to those of neighbours, with a map or before there is one. */
  private readonly clings = element('input', { type: 'checkbox', checked: '' });
  private readonly which = element('b', {});
  private readonly typed = element('textarea', { spellcheck: 'false', autocomplete: 'off' });
  private readonly measure = element('p', { role: 'status', class: 'measure' });
  private readonly told = element('div', { class: 'told', 'aria-live': 'polite' });

  constructor(
    private readonly desk: Desk,
    private readonly what: Drawn,
  ) {
    const { say } = desk;
    this.sketch = what.begun;
    const isPoint = this.sketch.kind === 'point';
    this.typed.rows = isPoint ? 1 : 2;
    const small = (word: Parameters<typeof say>[0], deed: () => unknown): HTMLButtonElement => button(say(word), { class: 'small' }, deed);
    this.draw = button(say(isPoint ? 'records.shape.point' : 'records.shape.draw'), { class: 'small', 'aria-pressed': 'false' }, () =>
      this.hold(!this.map?.pen.down),
    );
    this.back = small('records.shape.undo', () => this.undo());
    const move = small('records.shape.move', () => this.moveThere());
    const remove = small('records.shape.remove', () => this.change(removed(this.sketch, this.current), this.current));
    const steps = [small('records.shape.before', () => this.step(-1)), small('records.shape.next', () => this.step(1))];
    this.others = isPoint ? [] : [...steps, move, remove];
    this.root = element(
      'div',
      { class: 'shape-tools' },
      element('div', { class: 'actions' }, this.draw, this.back),
      element('label', { class: 'check' }, this.clings, element('span', {}, say('records.shape.cling'))),
      this.measure,
      isPoint ? undefined : element('div', { class: 'actions' }, this.which, ...steps, remove),
      field(say('records.shape.place'), this.typed, say(isPoint ? 'records.shape.place.hint' : 'records.shape.places.hint')),
      element(
        'div',
        { class: 'actions' },
        small('records.shape.middle', () => this.takeMiddle()),
        ...(isPoint ? [] : [move]),
        small(isPoint ? 'records.shape.put' : 'records.shape.add', () => this.addThere()),
      ),
      this.told,
    );
    desk.left.addEventListener('abort', () => this.close());
    this.show();
  }

  /** Undefined while corners are missing. */
  get geometry(): Geometry | undefined {
    return geometryOf(this.sketch);
  }

  get isChanged(): boolean {
    return this.past.length > 0;
  }

  /** Puts the sketch on the map, where there is one. */
  async open(): Promise<void> {
    this.isWanted = true;
    const map = await this.desk.map().catch(() => undefined);
    if (!map || this.map || !this.isWanted) {
      return;
    }
    this.map = new SketchMap(map, this);
    this.neighbours = new Neighbours(map, this.what.type, this.what.own, this.desk);
    this.show();
  }

  close(): void {
    this.isWanted = false;
    this.map?.remove();
    this.neighbours?.remove();
    this.map = undefined;
    this.neighbours = undefined;
    this.show();
  }

  /** Tells that corners are missing. */
  refuseFew(): void {
    this.refuse(this.desk.say(`records.shape.few.${this.sketch.kind}`));
  }

  /** Tells what is wrong with the shape. */
  refuse(why: string): void {
    this.told.replaceChildren(notice('bad', why));
  }

  point(corner: Corner): void {
    this.put([this.cling(corner)]);
  }

  end(): void {
    this.hold(false);
  }

  laid(): void {
    this.told.replaceChildren();
    this.show();
  }

  cling(place: Corner): Corner {
    return (this.clings.checked ? this.neighbours?.cling(place) : undefined) ?? place;
  }

  drag(sketch: Sketch): void {
    this.map?.show(this.what.old, sketch, -1);
    this.tell(sketch);
  }

  drop(sketch: Sketch, number: number): void {
    if (sketch === this.sketch) {
      this.choose(number);
    } else {
      this.change(sketch, number);
    }
  }

  /** Takes up the pen, or lays it down. */
  private hold(isDown: boolean): void {
    if (this.map) {
      this.map.pen.down = isDown;
      this.told.replaceChildren(...(isDown ? [notice('note', this.desk.say('records.shape.drawing'))] : []));
    } else {
      this.refuse(this.desk.say('app.noMap'));
    }
    this.show();
  }

  /** New corners after the one that is chosen; the place of a point. */
  private put(corners: readonly Corner[]): void {
    const { kind } = this.sketch;
    let { sketch, current } = this;
    for (const corner of corners) {
      const all = cornersOf(sketch);
      if (kind === 'point' && all.length > 0) {
        sketch = moved(sketch, current, corner);
      } else if (all[current]?.[0] !== corner[0] || all[current]?.[1] !== corner[1]) {
        sketch = inserted(sketch, current, corner);
        current = Math.min(current + 1, all.length);
      }
    }
    if (sketch !== this.sketch) {
      this.change(sketch, current);
    }
  }

  private change(sketch: Sketch, current: number): void {
    this.past.push(this.sketch);
    this.sketch = sketch;
    this.told.replaceChildren();
    this.choose(current);
    this.what.changed?.();
  }

  private undo(): void {
    const before = this.past.pop();
    if (before) {
      this.sketch = before;
      this.choose(this.current);
      this.what.changed?.();
    }
  }

  private choose(number: number): void {
    this.current = Math.max(0, Math.min(number, cornersOf(this.sketch).length - 1));
    const corner = cornersOf(this.sketch)[this.current];
    this.typed.value = corner ? written(corner) : '';
    this.show();
  }

  private step(by: number): void {
    const count = cornersOf(this.sketch).length;
    this.choose((this.current + by + count) % Math.max(1, count));
    const corner = cornersOf(this.sketch)[this.current];
    if (corner) {
      this.map?.bringIntoView(corner);
      this.desk.announce(`${this.which.textContent}: ${written(corner)}`);
    }
  }

  private takeMiddle(): void {
    const middle = this.map?.middle();
    if (middle) {
      this.typed.value = written(middle);
    } else {
      this.refuse(this.desk.say('app.noMap'));
    }
  }

  private async addThere(): Promise<void> {
    this.put(await this.places());
  }

  private async moveThere(): Promise<void> {
    const [place] = await this.places(1);
    if (place) {
      this.change(moved(this.sketch, this.current, place), this.current);
    }
  }

  /** What was typed for the corner that is chosen; none where it cannot be read, which is told, or where another corner is meant by now. */
  private async places(most = MOST_PLACES): Promise<readonly Corner[]> {
    const { say, language } = this.desk;
    const { sketch, current } = this;
    const typed = placesOf(this.typed.value);
    if (!typed || typed.length > most) {
      this.refuse(say(typed ? 'records.shape.place.many' : 'records.shape.place.bad', { count: figure(most, language) }));
      return [];
    }
    try {
      const places = nearCity(await whereAre(typed), this.desk.city.bbox);
      if (!places) {
        this.refuse(say('places.far'));
        return [];
      }
      return sketch === this.sketch && current === this.current ? places : [];
    } catch (cause) {
      this.refuse(reason(cause, this.desk.say));
      return [];
    }
  }

  private show(): void {
    const count = cornersOf(this.sketch).length;
    const isDown = this.map?.pen.down ?? false;
    this.draw.setAttribute('aria-pressed', String(isDown));
    this.back.disabled = this.past.length === 0;
    for (const one of this.others) {
      one.disabled = count === 0;
    }
    this.which.textContent = this.desk.say('records.shape.corner', { number: count === 0 ? 0 : this.current + 1, count });
    this.tell(this.sketch);
    this.map?.show(this.what.old, this.sketch, this.current);
  }

  private tell(sketch: Sketch): void {
    const { say, language } = this.desk;
    const { length, area } = measuresOf(sketch);
    const words = { length: `${figure(length, language, 1)} m`, area: `${figure(area, language, 1)} m²` };
    const [corner] = cornersOf(sketch);
    this.measure.textContent =
      sketch.kind === 'point' ? (corner ? written(corner) : say('records.shape.none')) : say(`records.shape.${sketch.kind}`, words);
  }
}
