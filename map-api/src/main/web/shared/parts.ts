import { withParameter } from './address';
import { element } from './dom';
import type { Language } from './messages';

/** Parts that pages are made of. */

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => Node | string;
  /** Figures stand to the right. */
  readonly isFigure?: boolean;
}

export function table<Row>(caption: string, columns: readonly Column<Row>[], rows: readonly Row[]): HTMLElement {
  const lines = rows.map((row) => element('tr', {}, ...columns.map((column) => element('td', kind(column), column.cell(row)))));
  return tableOf(caption, columns, lines);
}

/** A table that scrolls by itself on a narrow screen, with lines of its own making. */
export function tableOf(
  caption: string,
  heads: readonly Omit<Column<never>, 'cell'>[],
  lines: readonly HTMLTableRowElement[],
): HTMLElement {
  const head = element('tr', {}, ...heads.map((one) => element('th', { scope: 'col', ...kind(one) }, one.title)));
  const made = element('table', {}, element('caption', {}, caption), element('thead', {}, head), element('tbody', {}, ...lines));
  return element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption }, made);
}

function kind({ isFigure }: { readonly isFigure?: boolean }): Record<string, string> {
  return isFigure ? { class: 'figure' } : {};
}

/** A form's field with its label, and a hint that is read with it. */
export function field<T extends HTMLElement>(label: string, input: T, hint?: string): HTMLElement {
  const id = input.id || `f${++fields}`;
  input.id = id;
  const note = hint === undefined ? undefined : element('small', { id: `${id}-hint` }, hint);
  if (note) {
    input.setAttribute('aria-describedby', note.id);
  }
  return element('div', { class: 'field' }, element('label', { for: id }, label), input, note);
}

let fields = 0;

/** A line that tells how something ended; read aloud at once. */
export function notice(kind: 'good' | 'bad' | 'note', text: string): HTMLElement {
  return element('p', { class: `notice ${kind}`, role: kind === 'bad' ? 'alert' : 'status' }, text);
}

/** One figure with what it counts. */
export function figure(title: string, value: string, hint: string): HTMLElement {
  return element('div', { class: 'card' }, element('dt', {}, title), element('dd', {}, element('b', {}, value), element('span', {}, hint)));
}

/** Hands a file to the person. */
export function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  element('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Leads the keyboard past what every page begins with. */
export function skipLink(text: string, to: string, target: () => HTMLElement | null | undefined): HTMLElement {
  const link = element('a', { class: 'skip', href: `#${to}` }, text);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    target()?.focus();
  });
  return link;
}

const OTHER = { tr: { code: 'en', name: 'English' }, en: { code: 'tr', name: 'Türkçe' } } as const;

/** The same page in the other language; the address is read when the link is used, for a page changes it. */
export function languageLink(language: Language): HTMLElement {
  const { code, name } = OTHER[language];
  const link = element('a', { hreflang: code, lang: code, class: 'language' }, name);
  const refresh = (): void => {
    link.href = `${location.pathname}${withParameter(location.search, 'lang', language === 'tr' ? 'en' : undefined)}${location.hash}`;
  };
  refresh();
  for (const event of ['pointerdown', 'focus', 'click']) {
    link.addEventListener(event, refresh);
  }
  return link;
}
