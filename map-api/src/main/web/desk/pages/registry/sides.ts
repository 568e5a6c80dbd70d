import type { Marker } from 'maplibre-gl';
import { button, element } from '../../../shared/dom';
import { number } from '../../../shared/format';
import { field, notice } from '../../../shared/parts';
import type { Desk } from '../../desk';
import type { WordKey } from '../../words';
import type { Bulk } from './bulk';
import { type Choice, choiceOf } from './candidates';
import { address, type Conflict, deed } from './conflict';

type Verb = 'accept-remote' | 'send-local' | 'link' | 'ignore';

const FIELDS = ['label', 'kind', 'detail', 'floors', 'floorsBelow', 'floor', 'parent', 'side', 'building', 'mainDoor', 'place'] as const;

/** One conflict, what both sides tell of it beside each other, and for whom may act the four verdicts. */
export function sides(
  row: Conflict,
  desk: Desk,
  markers: Marker[],
  bulk: Bulk | undefined,
  decide: (words: object) => Promise<void>,
): Node[] {
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
  const told = [
    element('h2', { tabindex: '-1' }, `${row.kind} · ${say(`registry.kind.${row.kind}`)}`),
    element('p', {}, `${address(row)} — ${say(`registry.changed.${row.changedBy}`)}`),
    element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': say('registry.sides') }, compared),
    ...(row.refusal ? [notice('note', `${say('registry.refusal')}: ${row.refusal}`)] : []),
  ];
  const isUnclear = row.kind === 'C16' || row.kind === 'C17';
  const choice = isUnclear ? choiceOf(row, desk, markers) : undefined;
  if (!bulk) return choice ? [...told, choice.root] : told;
  return [...told, verdicts(row, desk, choice, decide), bulk.alike(row)];

  /** "LEFT 12": a side of the street by its fixed code. */
  function worded(name: string, value: unknown): unknown {
    if (name !== 'side' || typeof value !== 'string') return value;
    const [side, code] = value.split(' ', 2);
    return `${say(side === 'LEFT' ? 'registry.side.left' : 'registry.side.right')} · ${code}`;
  }

  function pair(name: string, mine: unknown, theirs: unknown): HTMLElement {
    return element('tr', {}, element('th', { scope: 'row' }, name), element('td', {}, cell(mine)), element('td', {}, cell(theirs)));
  }
}

function verdicts(row: Conflict, { say }: Desk, choice: Choice | undefined, decide: (words: object) => Promise<void>): HTMLElement {
  const why = element('input', { required: '', maxlength: '500', autocomplete: 'off' });
  const until = element('input', { type: 'date' });
  const other = element('input', { autocomplete: 'off', spellcheck: 'false' });
  const form = element('form', { class: 'panel decide' }, ...(choice ? [choice.root] : []), field(say('registry.reason'), why));
  const verb = (name: Verb, word: WordKey, style: string): HTMLElement =>
    button(say(word), { class: style }, () => {
      const radios = choice?.root.querySelectorAll('input') ?? [];
      for (const radio of radios) radio.required = name === 'link'; // whoever leaves it as it is need not choose
      if (!form.reportValidity()) return undefined;
      const given = other.value.trim();
      const linked = choice ? choice.chosen() : given ? (given.includes('-') ? { local: given } : { code: Number(given) }) : undefined;
      return decide({
        verdict: name,
        reason: why.value.trim(),
        ...(name === 'ignore' && until.value ? { until: until.value } : {}),
        ...(name === 'link' ? linked : {}),
      });
    });
  const oneSided = (name: Verb, word: WordKey | undefined): HTMLElement[] => (word ? [verb(name, word, 'primary')] : []);
  form.append(
    element(
      'div',
      { class: 'actions' },
      ...oneSided('accept-remote', deed(row.kind, 'accept')),
      ...oneSided('send-local', deed(row.kind, 'send')),
      verb('link', 'registry.do.link', 'secondary'),
      verb('ignore', 'registry.do.ignore', 'secondary'),
    ),
    ...(choice ? [] : [field(say('registry.other'), other, say('registry.other.hint'))]),
    field(say('registry.until'), until),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  return form;
}
