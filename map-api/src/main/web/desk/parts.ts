import { Refusal } from '../shared/api';
import { element } from '../shared/dom';
import type { Language } from '../shared/messages';
import type { Say } from './words';

/** Parts that pages of the desk are made of. */

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => Node | string;
  /** Figures stand to the right. */
  readonly isFigure?: boolean;
}

/** A table that scrolls by itself on a narrow screen. */
export function table<Row>(caption: string, columns: readonly Column<Row>[], rows: readonly Row[]): HTMLElement {
  const kind = (column: Column<Row>): Record<string, string> => (column.isFigure ? { class: 'figure' } : {});
  const head = element('tr', {}, ...columns.map((column) => element('th', { scope: 'col', ...kind(column) }, column.title)));
  const body = rows.map((row) => element('tr', {}, ...columns.map((column) => element('td', kind(column), column.cell(row)))));
  const made = element('table', {}, element('caption', {}, caption), element('thead', {}, head), element('tbody', {}, ...body));
  return element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption }, made);
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

/** What went wrong, for people: the service's own reason where it gives one. */
export function reason(cause: unknown, say: Say, name = (parameter: string) => parameter): string {
  if (!(cause instanceof Refusal) || cause.status === 0) {
    return say('error.unreachable');
  }
  const faults = cause.faults.map(({ parameter, detail }) => told(name(parameter), detail)).join('; ');
  return faults || cause.detail || say('error.refused');
}

/** A whole sentence says itself what it is about. */
function told(parameter: string, detail: string): string {
  return /[.?!]$/.test(detail) ? detail : `${parameter}: ${detail}`;
}

export function number(value: number, language: Language): string {
  return new Intl.NumberFormat(language === 'tr' ? 'tr-TR' : 'en-GB').format(value);
}

/** A day such as 2026-11-03 as people of the language write it. */
export function day(date: string, language: Language): string {
  const locale = language === 'tr' ? 'tr-TR' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(date));
}

/** A moment as people of the language write it, in the city's time. */
export function moment(instant: string, language: Language): string {
  const locale = language === 'tr' ? 'tr-TR' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Istanbul' }).format(
    new Date(instant),
  );
}

/** The hour that begins at a moment, in the city's time. */
export function hourFrom(instant: string, language: Language): string {
  const locale = language === 'tr' ? 'tr-TR' : 'en-GB';
  const begin = new Date(instant);
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Istanbul' }).formatRange(
    begin,
    new Date(begin.getTime() + 3_600_000),
  );
}
