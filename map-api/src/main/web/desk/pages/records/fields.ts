/** Values of a record as a form writes them: one text for each field. */

import { day, moment, number, unitText } from '../../../shared/format';
import type { Language } from '../../../shared/messages';
import type { Field, Value, Values } from './types';

/** How values are put into words; without names, other records are told by their numbers. */
export interface Wording {
  readonly language: Language;
  readonly yes: string;
  readonly no: string;
  called?(id: string): string;
}

const NUMBERS = ['integer', 'long', 'decimal'];

const CITY_MOMENT = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Istanbul', dateStyle: 'short', timeStyle: 'short' });

/** The day a moment lies in, for the city; a day stays one. */
export function cityDay(moment: string): string {
  return moment.length <= 10 ? moment : CITY_MOMENT.format(new Date(moment)).slice(0, 10);
}

/** What stands in the field: nothing for what is not known, a list line by line, a moment as the city's clocks showed it, a number as people write it. */
export function written(field: Field, value: Value | undefined, language: Language): string {
  if (value === null || value === undefined) {
    return '';
  }
  if (Array.isArray(value)) {
    return value.join('\n');
  }
  switch (field.kind) {
    case 'instant':
      return CITY_MOMENT.format(new Date(String(value))).replace(' ', 'T');
    case 'decimal':
      return String(value).replace('.', signs(language).point);
    default:
      return String(value);
  }
}

/** What is sent for the text of a field. */
export function sent(field: Field, text: string, language: Language): Value {
  const stripped = text.trim();
  if (stripped === '') {
    return null;
  }
  if (field.isMany) {
    return stripped.split(/\r?\n/).filter((line) => line.trim() !== '');
  }
  return NUMBERS.includes(field.kind) ? plainNumber(stripped, language) : stripped;
}

/** "1.250,5" as a Turkish page means it, "1,250.5" as an English one does; what is written in neither way is left as it is. */
function plainNumber(text: string, language: Language): string {
  const { group, point } = signs(language);
  const isOurs = new RegExp(`^[-+]?(\\d+|\\d{1,3}(\\${group}\\d{3})+)(\\${point}\\d+)?$`).test(text);
  return isOurs ? text.replaceAll(group, '').replace(point, '.') : text;
}

function signs(language: Language): { readonly group: string; readonly point: string } {
  return language === 'tr' ? { group: '.', point: ',' } : { group: ',', point: '.' };
}

/** The fields whose text is another than that of the record. */
export function changes(
  fields: readonly Field[],
  values: Values,
  textOf: (field: Field) => string,
  language: Language,
): Record<string, Value> {
  const changed = fields.filter((field) => field.editable && textOf(field).trim() !== written(field, values[field.name], language).trim());
  return Object.fromEntries(changed.map((field) => [field.name, sent(field, textOf(field), language)]));
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
    case 'decimal':
      return withUnit(field, Number.isFinite(Number(text)) ? number(Number(text), language, 9) : text);
    default:
      return withUnit(field, text);
  }
}

function withUnit({ unit }: Field, text: string): string {
  return unit === null ? text : `${text} ${unitText(unit)}`;
}

/** Fields in which two versions, or what somebody wants, differ. */
export function differing(fields: readonly Field[], opened: Values, yours: Values, now: Values): readonly Field[] {
  return fields.filter((field) => {
    const texts = [opened, { ...opened, ...yours }, now].map((values) => written(field, values[field.name], 'en'));
    return new Set(texts).size > 1 && field.editable;
  });
}
