/** Values of a record as a form writes them: one text for each field. */

import { day, moment, unitText } from '../../../shared/format';
import type { Language } from '../../../shared/messages';
import type { Field, Value, Values } from './types';

/** How values are put into words; without names, other records are told by their numbers. */
export interface Wording {
  readonly language: Language;
  readonly yes: string;
  readonly no: string;
  called?(id: string): string;
}

const CITY_MOMENT = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Istanbul', dateStyle: 'short', timeStyle: 'short' });

/** The day a moment lies in, for the city; a day stays one. */
export function cityDay(moment: string): string {
  return moment.length <= 10 ? moment : CITY_MOMENT.format(new Date(moment)).slice(0, 10);
}

/** What stands in the field: nothing for what is not known, a list line by line, a moment as the city's clocks showed it. */
export function written(field: Field, value: Value | undefined): string {
  if (value === null || value === undefined) {
    return '';
  }
  if (Array.isArray(value)) {
    return value.join('\n');
  }
  return field.kind === 'instant' ? CITY_MOMENT.format(new Date(String(value))).replace(' ', 'T') : String(value);
}

/** What is sent for the text of a field. */
export function sent(field: Field, text: string): Value {
  const stripped = text.trim();
  if (stripped === '') {
    return null;
  }
  return field.isMany ? stripped.split(/\r?\n/).filter((line) => line.trim() !== '') : stripped;
}

/** The fields whose text is another than that of the record. */
export function changes(fields: readonly Field[], values: Values, textOf: (field: Field) => string): Record<string, Value> {
  const changed = fields.filter((field) => field.editable && textOf(field).trim() !== written(field, values[field.name]).trim());
  return Object.fromEntries(changed.map((field) => [field.name, sent(field, textOf(field))]));
}

/** A value as people read it. */
export function shown(field: Field, value: Value | undefined, wording: Wording): string {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) {
    return '–';
  }
  return (Array.isArray(value) ? value : [value]).map((one: Value) => plain(field, one, wording)).join(', ');
}

function plain(field: Field, value: Value, { language, yes, no, called }: Wording): string {
  const text = String(value);
  switch (field.kind) {
    case 'boolean':
      return value === true || text === 'true' ? yes : no;
    case 'code':
      return field.codes.find(({ code }) => code === text)?.title[language] ?? text;
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(text) ? day(text, language) : text;
    case 'instant':
      return Number.isNaN(Date.parse(text)) ? text : moment(text, language);
    case 'reference':
      return called?.(text) ?? text;
    default:
      return field.unit === null ? text : `${text} ${unitText(field.unit)}`;
  }
}

/** Fields in which two versions, or what somebody wants, differ. */
export function differing(fields: readonly Field[], opened: Values, yours: Values, now: Values): readonly Field[] {
  return fields.filter((field) => {
    const texts = [opened, { ...opened, ...yours }, now].map((values) => written(field, values[field.name]));
    return new Set(texts).size > 1 && field.editable;
  });
}
