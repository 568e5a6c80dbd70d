import { button, element } from '../../../shared/dom';
import { number } from '../../../shared/format';
import { call } from '../../../shared/http';
import { field, notice } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { isSure } from '../../parts/ask';
import { reason } from '../../reason';
import type { WordKey } from '../../words';
import { API, type Conflict, type Decided, decided, deed } from './conflict';

type Verb = 'accept-remote' | 'send-local' | 'ignore';
type Seen = Pick<Conflict, 'mark'> & { readonly conflict: number };
type Selected = ReadonlyMap<number, Pick<Conflict, 'mark' | 'kind'>>;

const WORDS: Readonly<Record<Verb, WordKey>> = {
  'accept-remote': 'registry.bulk.accept',
  'send-local': 'registry.bulk.send',
  ignore: 'registry.bulk.ignore',
};
/** Decided in one request: few enough for an answer within seconds. */
export const SLICE = 50;
const TOLD = 20;

export interface Bulk {
  readonly root: HTMLElement;
  /** A box to tick one line with. */
  readonly box: (row: Conflict) => HTMLInputElement;
  /** Buttons that select all of the same kind around a conflict. */
  readonly alike: (row: Conflict) => HTMLElement;
}

/** Deciding about many conflicts at once: what is selected, with one reason, after a look at how many they are. */
export function bulkOf(desk: Desk, list: HTMLElement, told: HTMLElement, refresh: () => Promise<void>): Bulk {
  const { say, language } = desk;
  const selected = new Map<number, Pick<Conflict, 'mark' | 'kind'>>();
  const count = element('b', {});
  const why = element('input', { required: '', maxlength: '500', autocomplete: 'off' });
  const until = element('input', { type: 'date' });
  const form = element('form', { class: 'panel decide bulk', 'aria-label': say('registry.bulk'), hidden: '' });
  const show = (): void => {
    form.hidden = selected.size === 0;
    count.textContent = say('registry.bulk.selected', { count: number(selected.size, language) });
    for (const box of list.querySelectorAll<HTMLInputElement>('input[type=checkbox]')) box.checked = selected.has(Number(box.value));
  };
  const decide = async (verb: Verb): Promise<void> => {
    if (!form.reportValidity() || !(await confirmed(desk, verb, selected, why.value.trim()))) return;
    const seen = [...selected].map(([conflict, { mark }]): Seen => ({ conflict, mark }));
    const body = { verdict: verb, reason: why.value.trim(), ...(verb === 'ignore' && until.value ? { until: until.value } : {}) };
    const results: Decided[] = [];
    let failure: string | undefined;
    form.inert = true;
    try {
      // an answer may tell of fewer than were asked for: the next request begins with the first one left
      while (results.length < seen.length) {
        const at = results.length;
        told.replaceChildren(notice('note', say('registry.bulk.progress', { done: at, all: seen.length })));
        const conflicts = seen.slice(at, at + SLICE);
        results.push(...(await call<readonly Decided[]>(`${API}/verdicts/bulk`, { method: 'POST', body: { ...body, conflicts } })));
      }
    } catch (cause) {
      failure = reason(cause, say);
    }
    form.inert = false;
    for (const one of results) selected.delete(one.conflict);
    if (!failure) why.value = '';
    told.replaceChildren(...outcome(results, selected.size, failure, verb, desk));
    await refresh();
    show();
  };
  const verbs = (Object.keys(WORDS) as Verb[]).map((verb) =>
    button(say(WORDS[verb]), { class: verb === 'ignore' ? 'secondary' : 'primary' }, () => decide(verb)),
  );
  const clear = button(say('registry.bulk.clear'), { class: 'secondary' }, () => {
    selected.clear();
    show();
  });
  form.append(
    count,
    field(say('registry.bulk.reason'), why),
    element('div', { class: 'actions' }, ...verbs, clear),
    field(say('registry.until'), until),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  const select = async (row: Conflict, around: 'street' | 'neighbourhood'): Promise<void> => {
    const query = new URLSearchParams({ kind: row.kind, level: row.level, [around]: String(row[around]) });
    try {
      const found = await call<readonly Seen[]>(`${API}/conflicts/alike?${query.toString()}`);
      for (const one of found) selected.set(one.conflict, { mark: one.mark, kind: row.kind });
      show();
      why.focus();
    } catch (cause) {
      told.replaceChildren(notice('bad', reason(cause, say)));
    }
  };
  return {
    root: form,
    box(row) {
      const made = element('input', {
        type: 'checkbox',
        value: String(row.number),
        'aria-label': say('registry.bulk.pick', { number: row.number }),
      });
      made.checked = selected.has(row.number);
      made.addEventListener('change', () => {
        if (made.checked) selected.set(row.number, row);
        else selected.delete(row.number);
        show();
      });
      return made;
    },
    alike(row) {
      const inPlace = button(say('registry.bulk.place'), { class: 'secondary' }, () => select(row, 'neighbourhood'));
      const inStreet = button(say('registry.bulk.street'), { class: 'secondary' }, () => select(row, 'street'));
      return element('p', { class: 'actions' }, ...(row.street === null ? [] : [inStreet]), inPlace);
    },
  };
}

/** What the verdict will do to the selected ones of each kind. */
export function deeds(selected: Selected, verb: Verb, { say, language }: Pick<Desk, 'say' | 'language'>): string[] {
  const counts = new Map<Conflict['kind'], number>();
  for (const { kind } of selected.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort().flatMap(([kind, count]) => {
    const word = verb === 'ignore' ? 'registry.do.ignore' : deed(kind, verb === 'accept-remote' ? 'accept' : 'send');
    return word
      ? [say('registry.bulk.each', { kind, name: say(`registry.kind.${kind}`), count: number(count, language), verb: say(word) })]
      : [];
  });
}

/** How many are about to be decided, and what will become of them. */
function confirmed(desk: Desk, verb: Verb, selected: Selected, why: string): Promise<boolean> {
  const { say, language } = desk;
  const many = number(selected.size, language);
  return isSure(desk, {
    title: say('registry.bulk.title', { count: many, verb: say(WORDS[verb]) }),
    explained: [
      element('ul', {}, ...deeds(selected, verb, desk).map((line) => element('li', {}, line))),
      element('p', {}, `${say('registry.reason')}: ${why}`),
      element('p', {}, say('registry.bulk.explained')),
    ],
    yes: say('registry.bulk.do', { count: many }),
    no: say('registry.held.later'),
  });
}

/** How many are decided, and which were left as they are and why. */
export function outcome(
  results: readonly Decided[],
  left: number,
  failure: string | undefined,
  verb: Verb,
  desk: Pick<Desk, 'say' | 'language' | 'href'>,
): HTMLElement[] {
  const { say, language } = desk;
  const refused = results.filter((one) => one.refused !== null);
  const lines = refused.slice(0, TOLD).map((one) => element('li', {}, `${one.conflict}: ${one.refused ?? ''}`));
  if (refused.length > TOLD) lines.push(element('li', {}, `… ${number(refused.length - TOLD, language)}`));
  const counts = { count: number(results.length - refused.length, language), refused: number(refused.length, language) };
  const done = say('registry.bulk.done', counts);
  return [
    decided(desk, done, verb === 'send-local' && results.length > refused.length, refused.length > 0 ? 'note' : 'good'),
    ...(lines.length > 0 ? [element('ul', { class: 'refused' }, ...lines)] : []),
    ...(failure ? [notice('bad', `${failure} ${say('registry.bulk.left', { count: number(left, language) })}`)] : []),
  ];
}
