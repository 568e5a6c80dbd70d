import { button, element } from '../../shared/dom';
import { localeOf } from '../../shared/format';
import { call } from '../../shared/http';
import type { Language } from '../../shared/messages';
import { field, notice } from '../../shared/parts';
import type { Desk } from '../desk';
import { reason } from '../reason';
import { inserted, literal, nameInFilter } from './filterText';
import './filterFields.css';
import { keyed } from '../../shared/focus';

type Titles = Readonly<Record<Language, string>>;

/** What a filter can speak of, as the service tells it. */
interface FilterField {
  readonly name: string;
  readonly title: Titles;
  readonly kind: string;
  readonly isMany: boolean;
  readonly unit: string | null;
  readonly open: boolean;
  readonly codes: readonly { readonly code: string; readonly title: Titles }[];
}

/** The fields of a type beside the filter: a click puts the official name, or the value of a code, where the caret is. */
export class FilterFields {
  readonly element = element('details', { class: 'filter-fields' });
  private readonly search: HTMLInputElement;
  private readonly list = element('ul', {});
  private type = '';
  private fields: readonly FilterField[] = [];
  private isRead = false;

  /** @param address of the fields of a type */
  constructor(
    private readonly desk: Desk,
    private readonly address: (type: string) => string,
    private readonly filter: () => HTMLInputElement | null,
  ) {
    const { say } = desk;
    this.search = keyed('filter-search', element('input', { type: 'text' }));
    this.search.addEventListener('input', () => this.show());
    this.search.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') event.preventDefault(); // it would ask the whole question
    });
    this.element.append(
      element('summary', {}, say('thematic.filter.fields')),
      field(say('thematic.filter.search'), this.search),
      this.list,
    );
    this.element.addEventListener('toggle', () => void this.read());
  }

  /** Of another type from now on. */
  of(type: string): void {
    if (type !== this.type) {
      this.type = type;
      this.isRead = false;
      this.search.value = '';
      this.fields = [];
      this.list.replaceChildren();
      void this.read();
    }
  }

  /** Only once somebody looks. */
  private async read(): Promise<void> {
    if (!this.element.open || this.isRead) {
      return;
    }
    this.isRead = true;
    const { type } = this;
    try {
      const fields = await call<FilterField[]>(this.address(encodeURIComponent(type)));
      if (type === this.type) {
        this.fields = fields;
        this.show();
      }
    } catch (cause) {
      this.isRead = false;
      this.list.replaceChildren(element('li', {}, notice('bad', reason(cause, this.desk.say))));
    }
  }

  private show(): void {
    const { language } = this.desk;
    const locale = localeOf(language);
    const wanted = this.search.value.trim().toLocaleLowerCase(locale);
    const found = this.fields.filter((one) => `${one.title[language]} ${one.name}`.toLocaleLowerCase(locale).includes(wanted));
    this.list.replaceChildren(...found.map((one) => this.line(one)));
  }

  private line(one: FilterField): HTMLElement {
    const { say, language } = this.desk;
    const title = one.open ? one.title[language] : say('thematic.closed', { title: one.title[language] });
    const kind = `${say(one.isMany ? 'thematic.kind.list' : kindOf(one.kind))}${one.unit === null ? '' : `, ${one.unit}`}`;
    const name = this.putting(nameInFilter(one.name), title);
    return element('li', {}, name, element('code', {}, one.name), element('small', {}, kind), this.values(one));
  }

  private values(one: FilterField): HTMLElement | undefined {
    const { say, language } = this.desk;
    const codes =
      one.kind === 'boolean'
        ? ([
            ['true', say('thematic.yes')],
            ['false', say('thematic.no')],
          ] as const)
        : one.codes.map((code) => [literal(code.code), code.title[language]] as const);
    if (codes.length === 0) {
      return undefined;
    }
    const values = codes.map(([code, title]) => element('li', {}, this.putting(code, title), element('code', {}, code)));
    return element(
      'details',
      {},
      element('summary', {}, say('thematic.filter.values', { count: codes.length })),
      element('ul', {}, ...values),
    );
  }

  /** The filter keeps the focus, so that typing goes on where the text was put. */
  private putting(text: string, title: string): HTMLButtonElement {
    const made = button(title, { class: 'small' }, () => this.put(text));
    made.addEventListener('mousedown', (event) => event.preventDefault());
    return made;
  }

  private put(text: string): void {
    const input = this.filter();
    if (!input) {
      return;
    }
    const put = inserted(input.value, input.selectionStart ?? input.value.length, input.selectionEnd ?? input.value.length, text);
    input.value = put.text;
    input.dispatchEvent(new Event('input'));
    input.focus();
    input.addEventListener('blur', () => input.dispatchEvent(new Event('change')), { once: true }); // no browser tells of what was put
    input.setSelectionRange(put.caret, put.caret);
  }
}

function kindOf(
  kind: string,
):
  | 'thematic.kind.number'
  | 'thematic.kind.date'
  | 'thematic.kind.instant'
  | 'thematic.kind.boolean'
  | 'thematic.kind.code'
  | 'thematic.kind.text' {
  switch (kind) {
    case 'integer':
    case 'long':
    case 'decimal':
      return 'thematic.kind.number';
    case 'date':
    case 'instant':
    case 'boolean':
    case 'code':
      return `thematic.kind.${kind}`;
    default:
      return 'thematic.kind.text';
  }
}
