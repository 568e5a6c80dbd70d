import { element } from '../../../shared/dom';
import type { Desk } from '../../desk';
import { field } from '../../parts';
import { choice } from './choice';
import { coloursOf, type Definition, type MapType, type Palette, type Saved } from './definition';
import { keepingFocus, keyed } from './focus';

const METHODS = ['natural-breaks', 'quantile', 'equal-interval', 'standard-deviation', 'geometric', 'pretty', 'head-tail', 'manual'] as const;

/** What the form does when something is chosen. */
export interface Choices {
  load(id: string): void;
  method(value: string): void;
  /** The definition is another now; the form stays as it is. */
  changed(): void;
  /** The same, and other things may be chosen now. */
  changedWhole(): void;
}

/** What is shown, how it is classed and coloured: writes into the definition it is given. */
export class DefinitionForm {
  readonly element = element('form', { class: 'thematic' });

  constructor(
    private readonly desk: Desk,
    private readonly definition: Definition,
    private readonly types: readonly MapType[],
    private readonly palettes: readonly Palette[],
    private readonly choices: Choices,
  ) {
    this.element.addEventListener('submit', (event) => event.preventDefault());
  }

  /** The controls anew; the one that had the focus has it again. */
  fill(saved: readonly Saved[], id: string | undefined): void {
    const parts = [this.chosen(saved, id), ...this.content(), ...this.classing(), ...this.words()];
    keepingFocus(this.element, () => this.element.replaceChildren(...parts.filter((one) => one !== undefined)));
  }

  private chosen(saved: readonly Saved[], id: string | undefined): HTMLElement {
    const { say, language } = this.desk;
    const maps = saved.map((one): [string, string] => [one.id, `${one.map.title?.[language] ?? one.id} · ${say(`thematic.state.${one.state}`)}`]);
    return field(say('thematic.saved'), keyed('saved', choice([['', say('thematic.new')], ...maps], id ?? '', (chosen) => this.choices.load(chosen))));
  }

  private content(): (HTMLElement | undefined)[] {
    const { say, language } = this.desk;
    const d = this.definition;
    const type = this.types.find((one) => one.name === d.type);
    const known = type?.fields.some((one) => one.name === d.value);
    const fields = (type?.fields ?? []).map((one): [string, string] => [one.name, one.title[language]]);
    const divisors: [string, string][] = [['', '–'], ['area-ha', say('thematic.perHectare')], ['area-km2', say('thematic.perKm2')], ...fields];
    return [
      field(say('thematic.type'), keyed('type', choice(this.types.map((one) => [one.name, one.title[language]]), d.type, (name) => this.choose(name)))),
      field(say('thematic.field'), keyed('field', choice([...fields, ['', say('thematic.expression')]], known ? d.value : '', (name) => this.measure(name)))),
      known ? undefined : field(say('thematic.expression'), this.text('expression', d.value, (value) => { d.value = value; }), say('thematic.expression.hint')),
      this.isCategory ? undefined : field(say('thematic.normaliser'), keyed('normaliser', choice(divisors, d.normaliser ?? '', (value) => { d.normaliser = value || null; this.choices.changedWhole(); }))),
      field(say('thematic.filter'), this.text('filter', d.filter ?? '', (value) => { d.filter = value || null; }), say('thematic.filter.hint')),
    ];
  }

  private classing(): (HTMLElement | undefined)[] {
    const { say } = this.desk;
    const d = this.definition;
    const fitting = this.palettes.filter((one) => (one.kind === 'QUALITATIVE') === this.isCategory);
    return [
      this.isCategory ? undefined : field(say('thematic.method'), keyed('method', choice(METHODS.map((one) => [one, say(`thematic.method.${one}`)]), d.method, (value) => this.choices.method(value)))),
      d.method === 'manual' || d.method === 'head-tail' ? undefined : field(say('thematic.classes'), this.classes()),
      element('fieldset', { class: 'palettes' }, element('legend', {}, say('thematic.palette')), ...fitting.map((one) => this.palette(one))),
      this.reversed(),
    ];
  }

  private words(): HTMLElement[] {
    const { say, language } = this.desk;
    const d = this.definition;
    return [
      field(say('thematic.title'), this.text('title', d.title?.[language] ?? '', (value) => this.titled(value))),
      field(say('thematic.source'), this.text('source', d.source?.tr ?? '', (value) => { d.source = { tr: value, en: value }; })),
    ];
  }

  private get isCategory(): boolean {
    return this.definition.method === 'categories';
  }

  private titled(value: string): void {
    if (value) {
      this.definition.title = { tr: value, en: value };
    } else {
      delete this.definition.title;
    }
  }

  private text(key: string, value: string, set: (value: string) => void): HTMLInputElement {
    const made = keyed(key, element('input', { type: 'text', value }));
    made.addEventListener('change', () => {
      set(made.value.trim());
      this.choices.changed();
    });
    return made;
  }

  private classes(): HTMLInputElement {
    const made = keyed('classes', element('input', { type: 'number', min: '2', max: '12', value: String(this.definition.classes) }));
    made.addEventListener('change', () => {
      this.definition.classes = Math.min(12, Math.max(2, Math.round(Number(made.value) || 5)));
      this.choices.changedWhole();
    });
    return made;
  }

  private palette(palette: Palette): HTMLElement {
    const d = this.definition;
    const colours = coloursOf(palette, d.classes);
    const isSafe = palette.colourBlindSafe >= d.classes;
    const words = `${palette.name}${isSafe ? ` · ${this.desk.say('thematic.safe')}` : ''}`;
    const radio = keyed(`palette-${palette.name}`, element('input', { type: 'radio', name: 'palette', 'aria-label': words }));
    radio.checked = d.palette === palette.name;
    radio.addEventListener('change', () => {
      d.palette = palette.name;
      this.choices.changedWhole();
    });
    const swatches = (d.reversed ? [...colours].reverse() : colours).map((colour) => {
      const swatch = element('span', {});
      swatch.style.background = colour;
      return swatch;
    });
    return element('label', { class: 'palette', title: words }, radio, ...swatches);
  }

  private reversed(): HTMLElement {
    const box = keyed('reversed', element('input', { type: 'checkbox' }));
    box.checked = this.definition.reversed;
    box.addEventListener('change', () => {
      this.definition.reversed = box.checked;
      this.choices.changedWhole();
    });
    return element('label', { class: 'check' }, box, ` ${this.desk.say('thematic.reversed')}`);
  }

  private choose(name: string): void {
    const type = this.types.find((one) => one.name === name);
    this.definition.type = name;
    this.definition.filter = null;
    this.measure(type?.fields[0]?.name ?? '');
  }

  private measure(name: string): void {
    const d = this.definition;
    const kind = this.types.find((one) => one.name === d.type)?.fields.find((one) => one.name === name)?.kind;
    const isCategory = kind === 'category';
    if (isCategory !== this.isCategory) {
      d.method = isCategory ? 'categories' : 'natural-breaks';
      d.palette = isCategory ? 'Paired' : 'YlGnBu';
      d.classes = isCategory ? 9 : 5;
    }
    d.value = name || `${d.value} * 1`;
    d.normaliser = null;
    delete d.title;
    this.choices.changedWhole();
  }
}
