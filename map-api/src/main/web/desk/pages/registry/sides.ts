import { element } from '../../../shared/dom';
import { number } from '../../../shared/format';
import { notice } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { recordLink } from '../records/link';
import { address, type Conflict, TYPES } from './conflict';

const FIELDS = [
  'label',
  'kind',
  'detail',
  'condition',
  'floors',
  'floorsBelow',
  'floor',
  'parent',
  'side',
  'sides',
  'building',
  'otherConstruction',
  'parcel',
  'mainDoor',
  'place',
] as const;

/** What both sides of a conflict say, beside one another, with the way to the record. */
export function sides(row: Conflict, desk: Desk): Node[] {
  const { say, language } = desk;
  const cell = (value: unknown): string => (value === null || value === undefined || value === '' ? '–' : String(value));
  const differing = FIELDS.filter((name) => Array.isArray(row.detail[name]));
  const body: HTMLElement[] = differing.map((name) => {
    const [mine, told, apart] = row.detail[name] as readonly unknown[];
    const metres = typeof apart === 'number' ? ` (${number(apart, language)} m)` : '';
    return element(
      'tr',
      { class: 'differs' },
      element('th', { scope: 'row' }, say(`registry.field.${name}`) + metres),
      element('td', {}, cell(worded(name, mine))),
      element('td', {}, cell(worded(name, told))),
    );
  });
  body.push(pair(say('registry.field.street'), row.ours.street, row.theirs.street));
  if (row.level === 'unit') body.push(pair(say('registry.field.parent'), row.ours.door, row.theirs.door));
  body.push(pair(say('registry.field.code'), null, row.code));
  const head = element(
    'tr',
    {},
    element('td', {}, ''),
    element('th', { scope: 'col' }, say('registry.ours')),
    element('th', { scope: 'col' }, say('registry.theirs')),
  );
  const compared = element(
    'table',
    { class: 'sides' },
    element('caption', {}, say('registry.sides')),
    element('thead', {}, head),
    element('tbody', {}, ...body),
  );
  return [
    element('h2', { tabindex: '-1' }, `${row.kind} · ${say(`registry.kind.${row.kind}`)}`),
    element('p', {}, `${address(row)} — ${say(`registry.changed.${row.changedBy}`)}`),
    ...(row.object === null ? [] : [element('p', {}, recordLink(TYPES[row.level], row.object, say('registry.record')))]),
    element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': say('registry.sides') }, compared),
    ...(row.refusal ? [notice('note', `${say('registry.refusal')}: ${row.refusal}`)] : []),
  ];

  /** "LEFT 12, RIGHT 13": sides of the street by their fixed codes. */
  function worded(name: string, value: unknown): unknown {
    if ((name !== 'side' && name !== 'sides') || typeof value !== 'string') return value;
    const oneSide = (one: string): string => {
      const [side, code] = one.split(' ', 2);
      return `${say(side === 'LEFT' ? 'registry.side.left' : 'registry.side.right')} · ${code}`;
    };
    return value.split(', ').map(oneSide).join(', ');
  }

  function pair(name: string, mine: unknown, theirs: unknown): HTMLElement {
    return element('tr', {}, element('th', { scope: 'row' }, name), element('td', {}, cell(mine)), element('td', {}, cell(theirs)));
  }
}
