import { button, element } from '../../shared/dom';
import { field, notice } from '../../shared/parts';
import type { Desk } from '../desk';
import { type Drawing, type Drawn, drawArea } from '../pages/agreements/area';
import { areasOf, corners, type DrawnArea, polygon } from '../pages/planning/question';
import { nearCity } from './places';

/** What becomes of areas. */
interface AreaHost {
  /** What is being drawn, and at the end its area. */
  drew(drawn: Drawn): void;
  /** Areas that were typed or brought along. */
  took(areas: readonly DrawnArea[]): void;
}

/** The ways to an area: drawn on the map by clicks or by keys, typed corner by corner, or brought along as a file. */
export class AreaTools {
  readonly element: HTMLElement;
  private readonly middle: HTMLButtonElement;
  private readonly close: HTMLButtonElement;
  private readonly told = element('div', {});
  private coming: Promise<Drawing | undefined> | undefined;

  /** @param others buttons and words that stand beside those for drawing */
  constructor(
    private readonly desk: Desk,
    verb: string,
    private readonly host: AreaHost,
    ...others: readonly HTMLElement[]
  ) {
    const { say } = desk;
    this.middle = button(say('planning.areas.middle'), { class: 'small', hidden: '' }, () => this.on((drawing) => drawing.addMiddle()));
    this.close = button(say('agreements.form.close'), { class: 'small', hidden: '' }, () => this.on((drawing) => drawing.close()));
    const draw = button(verb, { class: 'small' }, () => this.draw());
    this.element = element(
      'div',
      {},
      element('div', { class: 'actions' }, draw, this.middle, this.close, ...others),
      this.entry(),
      this.told,
    );
  }

  /** What draws, once the map is there; undefined where there is none. */
  open(): Promise<Drawing | undefined> {
    this.coming ??= drawArea(this.desk, (drawn) => this.changed(drawn));
    return this.coming;
  }

  /** Takes off the map what drawing put there. */
  async leave(): Promise<void> {
    (await this.coming)?.remove();
  }

  private changed(drawn: Drawn): void {
    this.middle.hidden = !drawn.isOpen;
    this.close.hidden = !drawn.isOpen;
    this.close.disabled = !drawn.canClose;
    if (!drawn.isOpen) {
      this.told.replaceChildren();
    }
    this.host.drew(drawn);
  }

  private async on(deed: (drawing: Drawing) => void): Promise<void> {
    const drawing = await this.coming;
    if (drawing) {
      deed(drawing);
    }
  }

  private async draw(): Promise<void> {
    const drawing = await this.open();
    drawing?.start();
    this.told.replaceChildren(notice('note', this.desk.say(drawing ? 'planning.areas.drawing' : 'app.noMap')));
  }

  private entry(): HTMLElement {
    const { say } = this.desk;
    const typed = element('textarea', { rows: '4', spellcheck: 'false' });
    const take = button(say('planning.areas.take'), { class: 'small' }, () => this.type(typed));
    const file = element('input', { type: 'file', accept: '.geojson,.json,application/geo+json,application/json' });
    file.addEventListener('change', () => void this.load(file));
    return element(
      'details',
      {},
      element('summary', {}, say('planning.areas.other')),
      field(say('planning.areas.corners'), typed, say('planning.areas.corners.hint')),
      element('div', { class: 'actions' }, take),
      field(say('planning.areas.file'), file, say('planning.areas.file.hint')),
    );
  }

  private type(input: HTMLTextAreaElement): void {
    const { say, city } = this.desk;
    const typed = corners(input.value);
    const positions = typed && nearCity(typed, city.bbox);
    const shape = positions && polygon(positions);
    if (!shape) {
      this.told.replaceChildren(notice('bad', say(typed && !positions ? 'places.far' : 'planning.areas.corners.bad')));
      return;
    }
    input.value = '';
    this.take([{ name: '', shape }]);
  }

  private async load(input: HTMLInputElement): Promise<void> {
    try {
      const found = areasOf((await input.files?.[0]?.text()) ?? '', this.desk.say('planning.areas.name'));
      if (found.length === 0) {
        throw new Error('no area');
      }
      this.take(found);
    } catch {
      this.told.replaceChildren(notice('bad', this.desk.say('planning.areas.file.bad')));
    }
  }

  private take(areas: readonly DrawnArea[]): void {
    this.host.took(areas);
    this.told.replaceChildren(notice('good', this.desk.say('planning.areas.loaded', { count: areas.length })));
  }
}
