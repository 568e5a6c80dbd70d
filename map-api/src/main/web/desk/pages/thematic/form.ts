import { element } from '../../../shared/dom';
import { keepingFocus, keyed } from '../../../shared/focus';
import { field } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { choice } from '../../parts/choice';
import { FilterFields } from '../../parts/filterFields';
import { paletteChoice, reversedChoice } from './colours';
import { type Definition, type Field, type MapType, type Palette, type Saved, type Text, usualField, usualPalette } from './definition';

const METHODS = [
  'natural-breaks',
  'quantile',
  'equal-interval',
  'standard-deviation',
  'geometric',
  'pretty',
  'head-tail',
  'manual',
] as const;

/** What the form does when something is chosen. */
interface Choices {
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
  private usual: Text | undefined;
  private readonly filterFields: FilterFields;

  constructor(
    private readonly desk: Desk,
    private readonly definition: Definition,
    private readonly types: readonly MapType[],
    private readonly palettes: readonly Palette[],
    private readonly choices: Choices,
  ) {
    this.element.addEventListener('submit', (event) => event.preventDefault());
    this.filterFields = new FilterFields(
      desk,
      (type) => `/api/desk/thematic/types/${type}/fields`,
      () => this.element.querySelector<HTMLInputElement>('[data-key=filter]'),
    );
  }

  /** The controls anew; the one that had the focus has it again. */
  fill(saved: readonly Saved[], id: string | undefined): void {
    const parts = [this.chosen(saved, id), ...this.content(), ...this.classing(), ...this.words()];
    keepingFocus(this.element, () => this.element.replaceChildren(...parts.filter((one) => one !== undefined)));
  }

  private chosen(saved: readonly Saved[], id: string | undefined): HTMLElement {
    const { say, language } = this.desk;
    const maps = saved.map((one): [string, string] => [
      one.id,
      [one.map.title?.[language] ?? one.id, say(`thematic.state.${one.state}`), ...(one.mine ? [] : [one.owner])].join(' · '),
    ]);
    return field(
      say('thematic.saved'),
      keyed(
        'saved',
        choice([['', say('thematic.new')], ...maps], id ?? '', (chosen) => this.choices.load(chosen)),
      ),
    );
  }

  private content(): (HTMLElement | undefined)[] {
    const { say, language } = this.desk;
    const d = this.definition;
    const type = this.types.find((one) => one.name === d.type);
    const known = type?.fields.some((one) => one.name === d.value);
    const all = type?.fields ?? [];
    const fields = all.map((one) => this.option(one));
    const areas: [string, string][] = type?.hasArea
      ? [
          ['area-ha', say('thematic.perHectare')],
          ['area-km2', say('thematic.perKm2')],
        ]
      : [];
    const divisors: [string, string][] = [
      ['', '–'],
      ...areas,
      ...all.filter((one) => one.kind === 'number').map((one) => this.option(one)),
    ];
    this.filterFields.of(d.type);
    const isDivided = this.kind !== 'category' && this.kind !== 'year';
    return [
      field(
        say('thematic.type'),
        keyed(
          'type',
          choice(
            this.types.map((one) => [one.name, one.title[language]]),
            d.type,
            (name) => this.choose(name),
          ),
        ),
      ),
      field(
        say('thematic.field'),
        keyed(
          'field',
          choice([...fields, ['', say('thematic.expression')]], known ? d.value : '', (name) => this.measure(name)),
        ),
      ),
      known
        ? undefined
        : field(
            say('thematic.expression'),
            this.text('expression', d.value, (value) => {
              d.value = value;
            }),
            say('thematic.expression.hint'),
          ),
      !isDivided
        ? undefined
        : field(
            say('thematic.normaliser'),
            keyed(
              'normaliser',
              choice(divisors, d.normaliser ?? '', (value) => {
                d.normaliser = value || null;
                this.choices.changedWhole();
              }),
            ),
          ),
      field(
        say('thematic.filter'),
        this.text('filter', d.filter ?? '', (value) => {
          d.filter = value || null;
        }),
        say('thematic.filter.hint'),
      ),
      this.filterFields.element,
    ];
  }

  private option(one: Field): [string, string] {
    const { say, language } = this.desk;
    const title = one.kind === 'year' ? say('thematic.yearOf', { title: one.title[language] }) : one.title[language];
    return [one.name, one.open ? title : say('thematic.closed', { title })];
  }

  private classing(): (HTMLElement | undefined)[] {
    const { say } = this.desk;
    const d = this.definition;
    const fitting = this.palettes.filter((one) => (one.kind === 'qualitative') === this.isCategory);
    return [
      this.isCategory
        ? undefined
        : field(
            say('thematic.method'),
            keyed(
              'method',
              choice(
                METHODS.map((one) => [one, say(`thematic.method.${one}`)]),
                d.method,
                (value) => this.choices.method(value),
              ),
            ),
          ),
      d.method === 'manual' ? this.limits() : undefined,
      d.method === 'manual' || d.method === 'head-tail' ? undefined : field(say('thematic.classes'), this.classes()),
      element(
        'fieldset',
        { class: 'palettes' },
        element('legend', {}, say('thematic.palette')),
        ...fitting.map((one) => paletteChoice(one, this.definition, this.desk, () => this.choices.changedWhole())),
      ),
      reversedChoice(this.definition, this.desk, () => this.choices.changedWhole()),
    ];
  }

  private words(): HTMLElement[] {
    const { say, language } = this.desk;
    const d = this.definition;
    const title = this.text('title', d.title?.[language] ?? '', (value) => this.titled(value));
    title.placeholder = this.usual?.[language] ?? '';
    return [
      field(say('thematic.title'), title),
      field(
        say('thematic.source'),
        this.text('source', d.source?.tr ?? '', (value) => {
          d.source = { tr: value, en: value };
        }),
      ),
    ];
  }

  /** What the map is called by itself: a title that says just that is none of its own. */
  usually(title: Text): void {
    this.usual = title;
    const own = this.definition.title;
    if (own && own.tr === title.tr && own.en === title.en) {
      delete this.definition.title;
    }
    const input = this.element.querySelector<HTMLInputElement>('[data-key=title]');
    if (input) {
      input.placeholder = title[this.desk.language];
      input.value = input === document.activeElement ? input.value : (this.definition.title?.[this.desk.language] ?? '');
    }
  }

  /** Each limit as a number to be typed; they are put in order by themselves. */
  private limits(): HTMLElement {
    const { say } = this.desk;
    const d = this.definition;
    const fields = d.breaks.map((limit, i) => {
      const input = keyed(
        `break-${i}`,
        element('input', { type: 'number', step: 'any', value: String(limit), 'aria-label': say('thematic.break', { index: i + 1 }) }),
      );
      input.addEventListener('change', () => {
        const typed = Number.isFinite(input.valueAsNumber) ? [input.valueAsNumber] : [];
        d.breaks = [...new Set([...d.breaks.filter((_, at) => at !== i), ...typed])].sort((one, other) => one - other);
        this.choices.changedWhole();
      });
      return input;
    });
    return element('fieldset', { class: 'breaks' }, element('legend', {}, say('thematic.breaks')), ...fields);
  }

  private get kind(): Field['kind'] | undefined {
    const { type, value } = this.definition;
    return this.types.find((one) => one.name === type)?.fields.find((one) => one.name === value)?.kind;
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

  private choose(name: string): void {
    const type = this.types.find((one) => one.name === name);
    this.definition.type = name;
    this.definition.filter = null;
    this.measure(usualField(type)?.name ?? '');
  }

  private measure(name: string): void {
    const d = this.definition;
    const before = d.value;
    d.value = name;
    const isCategory = this.kind === 'category';
    if (isCategory !== this.isCategory) {
      d.method = isCategory ? 'categories' : 'natural-breaks';
      d.palette = usualPalette(d.method);
      d.classes = isCategory ? 9 : 5;
    }
    d.value = name || `${before} * 1`;
    d.normaliser = null;
    this.choices.changedWhole();
  }
}
