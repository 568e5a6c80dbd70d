import type { Marker } from 'maplibre-gl';
import { button, element } from '../../../shared/dom';
import { call } from '../../../shared/http';
import { latest } from '../../../shared/latest';
import { field, notice } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { reason } from '../../reason';
import type { WordKey } from '../../words';
import { type Bulk, bulkOf } from './bulk';
import { type Choice, choiceOf } from './candidates';
import { API, address, type Conflict, type Decided, decided, deed, KINDS, LEVELS } from './conflict';
import { mayAct } from './may';
import { clear, point, Shapes } from './shapes';
import { sides } from './sides';

type Verb = 'accept-remote' | 'send-local' | 'link' | 'ignore';

/** A verdict in the words of the service. */
interface Wish {
  readonly verdict: Verb;
  readonly reason: string;
}

const PAGE = 50;

/** Open conflicts, one opened side by side and on the map, with the four verdicts. */
export async function showConflicts(root: HTMLElement, desk: Desk): Promise<undefined> {
  const { say } = desk;
  const place = new URLSearchParams(location.search).get('neighbourhood');
  const told = element('div', { class: 'told', tabindex: '-1', 'aria-live': 'polite' });
  const list = element('ul', { class: 'conflicts', 'aria-label': say('registry.conflicts') });
  const narrowed = element('div', {});
  const open = element('div', { class: 'conflict' });
  const kind = choice(
    KINDS.map((one) => [one, `${one} · ${say(`registry.kind.${one}`)}`]),
    say('registry.all'),
  );
  const level = choice(
    LEVELS.map((one) => [one, say(`registry.level.${one}`)]),
    say('registry.all'),
  );
  const markers: Marker[] = [];
  desk.left.addEventListener('abort', () => clear(markers));
  const more = button(say('registry.conflicts.more'), { class: 'secondary', hidden: '' }, () => next());
  const page = (after: number, cancel: AbortSignal): Promise<readonly Conflict[]> => {
    const query = new URLSearchParams({ limit: String(PAGE), after: String(after) });
    if (kind.value) query.set('kind', kind.value);
    if (level.value) query.set('level', level.value);
    if (place) query.set('neighbourhood', place);
    return call<readonly Conflict[]>(`${API}/conflicts?${query.toString()}`, { cancel });
  };
  const asked = latest(desk.left);
  const refused = (cause: unknown): void => told.replaceChildren(notice('bad', reason(cause, say)));
  const bulk = mayAct(desk) ? bulkOf(desk, list, told, () => show()) : undefined;
  let last = 0;
  let opened = 0;
  let shapes: Shapes | undefined;
  const took = (rows: readonly Conflict[]): void => {
    more.hidden = rows.length < PAGE;
    last = rows[rows.length - 1]?.number ?? last;
  };
  /** The one that is open stays: somebody may be typing a reason. */
  const next = (): Promise<void> =>
    asked((cancel) => page(last, cancel), {
      show: (rows) => {
        const lines = rows.map((row) => line(row, desk, pick, bulk));
        list.append(...lines);
        took(rows);
        if (more.hidden) lines[0]?.querySelector('button')?.focus();
      },
      refused,
    });
  const show = (): Promise<void> => {
    more.hidden = true; // what comes next is that of the list to come
    return asked((cancel) => page(0, cancel), {
      show: (rows) => {
        took(rows);
        list.replaceChildren(...rows.map((row) => line(row, desk, pick, bulk)));
        open.replaceChildren();
        const stays = rows.find((row) => row.number === opened) ?? rows[0]; // somebody may have opened one while the list was on its way
        if (stays) put(stays);
        else {
          list.replaceChildren(element('li', {}, say('registry.conflicts.none')));
          clear(markers);
          shapes?.clear();
        }
        narrowed.replaceChildren(...(place ? narrowedTo(rows[0]?.mahalle ?? place, desk) : []));
      },
      refused: (cause) => {
        list.replaceChildren(); // what is there is of another question
        open.replaceChildren();
        refused(cause);
      },
    });
  };
  const put = (row: Conflict): void => {
    opened = row.number;
    for (const one of list.querySelectorAll('button')) one.setAttribute('aria-pressed', String(one.dataset.number === String(row.number)));
    desk.map().then(
      (map) => {
        if (opened !== row.number || desk.left.aborted) return;
        point(map, row, markers, desk);
        shapes ??= new Shapes(map, desk);
        void shapes.show(row, isUnclear(row));
      },
      () => undefined,
    ); // before the candidates, which come to stand beside it
    open.replaceChildren(...parts(row, desk, markers, bulk, (words) => decide(row, words)));
  };
  /** The keyboard goes on where there is something to read and to decide. */
  const pick = (row: Conflict): void => {
    put(row);
    open.querySelector('h2')?.focus();
  };
  const decide = async (row: Conflict, words: Wish): Promise<void> => {
    try {
      const [done] = await call<readonly Decided[]>(`${API}/verdicts`, { method: 'POST', body: { conflicts: [row.number], ...words } });
      told.replaceChildren(
        done?.refused
          ? notice('bad', `${row.number}: ${done.refused}`)
          : decided(desk, say('registry.decided', { number: row.number }), words.verdict === 'send-local'),
      );
      await show();
      (open.querySelector('h2') ?? told).focus(); // the next one, or that there is none
    } catch (cause) {
      refused(cause);
    }
  };
  for (const one of [kind, level]) one.addEventListener('change', () => void show());
  const filter = element('form', { class: 'filter' }, field(say('registry.kind'), kind), field(say('registry.level'), level));
  root.append(
    told,
    narrowed,
    filter,
    ...(bulk ? [bulk.root] : []),
    element('div', { class: 'registry-split' }, element('div', { class: 'stack' }, list, more), open),
  );
  await show();
}

/** Of which neighbourhood alone the conflicts are, with the way to all of them. */
function narrowedTo(place: string, { say, href }: Desk): HTMLElement[] {
  const all = element('a', { href: href('registry/conflicts'), 'data-page': 'registry' }, say('registry.conflicts.everywhere'));
  return [element('p', {}, say('registry.conflicts.of', { place }), ' ', all)];
}

function choice(values: readonly (readonly [string, string])[], all: string): HTMLSelectElement {
  return element('select', {}, element('option', { value: '' }, all), ...values.map(([value, text]) => element('option', { value }, text)));
}

function line(row: Conflict, { say }: Desk, pick: (row: Conflict) => void, bulk: Bulk | undefined): HTMLElement {
  const made = button('', { 'data-number': String(row.number), 'aria-pressed': 'false' }, () => pick(row));
  made.append(
    element('span', { class: `badge ${row.kind}` }, row.kind),
    element(
      'span',
      {},
      element('b', {}, address(row)),
      element('small', {}, `${say(`registry.level.${row.level}`)} · ${row.mahalle ?? ''}`),
    ),
  );
  return element('li', {}, bulk?.box(row), made);
}

/** Several stand for one. */
function isUnclear({ kind }: Conflict): boolean {
  return kind === 'C16' || kind === 'C17';
}

function parts(row: Conflict, desk: Desk, markers: Marker[], bulk: Bulk | undefined, decide: (words: Wish) => Promise<void>): Node[] {
  const told = sides(row, desk);
  const choice = isUnclear(row) ? choiceOf(row, desk, markers) : undefined;
  if (!bulk) return choice ? [...told, choice.root] : told;
  return [...told, verdicts(row, desk, choice, decide), bulk.alike(row)];
}

function verdicts(row: Conflict, { say }: Desk, choice: Choice | undefined, decide: (words: Wish) => Promise<void>): HTMLElement {
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
