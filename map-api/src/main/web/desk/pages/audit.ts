import { withLanguage } from '../../shared/address';
import { button, element } from '../../shared/dom';
import { keepingFocus } from '../../shared/focus';
import { moment, number } from '../../shared/format';
import { call } from '../../shared/http';
import { type Latest, latest } from '../../shared/latest';
import type { Language } from '../../shared/messages';
import { field, notice, table } from '../../shared/parts';
import type { Desk, DeskPage } from '../desk';
import { reason } from '../reason';
import { actionChoice, nameOf } from './audit/actions';
import { type Titles, told } from './audit/details';

interface Entry {
  readonly at: string;
  readonly kind: 'staff' | 'operator' | 'partner' | 'editor';
  readonly caller: string;
  readonly action: string;
  readonly subject: string;
  readonly release: number | null;
  readonly count: number;
  readonly detail: string;
}

interface Found {
  readonly entries: readonly Entry[];
  /** What the page behind this one comes after. */
  readonly next: string | null;
  /** Of the feature types an entry may speak of. */
  readonly titles: Titles;
}

const API = '/api/desk/audit';
const ROWS = 50;

/** Who did what and who read what is not public; for auditors. The search stands in the address. */
export const audit: DeskPage = {
  path: 'audit',
  title: 'page.audit',
  roles: ['auditor'],
  async mount(root, desk) {
    const result = element('div', { tabindex: '-1' });
    const asked = latest(desk.left);
    const search = searchForm(desk, (query) => void show(result, query, [], desk, asked));
    root.append(search.form, result);
    await show(result, search.query(), [], desk, asked);
  },
};

/** Behind the pages that begin after these places, the last of which is the page's own. */
async function show(result: HTMLElement, query: URLSearchParams, places: readonly string[], desk: Desk, asked: Latest): Promise<void> {
  const { say } = desk;
  const page = new URLSearchParams([...query, ['limit', String(ROWS)], ['after', places.at(-1) ?? '']]);
  const to = (next: readonly string[]): Promise<void> =>
    show(result, query, next, desk, asked).then(() => result.scrollIntoView({ block: 'start' }));
  await asked((cancel) => call<Found>(`${API}?${page}`, { cancel }), {
    show: (found) => {
      offer(found.titles, desk);
      keepingFocus(result, () => result.replaceChildren(listed(found, desk), paging(found, query, places, desk, to)), result);
      desk.announce(say('audit.found', { count: found.entries.length }));
    },
    refused: (cause) => result.replaceChildren(notice('bad', reason(cause, say))),
  });
}

function listed(found: Found, { say, language }: Desk): HTMLElement {
  if (found.entries.length === 0) {
    return notice('note', say('audit.nothing'));
  }
  return table(
    say('audit.entries'),
    [
      { title: say('audit.at'), cell: (one: Entry) => element('time', { datetime: one.at }, moment(one.at, language)) },
      {
        title: say('audit.caller'),
        cell: (one: Entry) => element('span', {}, one.caller, element('br'), element('small', {}, say(`audit.kind.${one.kind}`))),
      },
      { title: say('audit.action'), cell: (one: Entry) => operation(one, language) },
      { title: say('audit.subject'), cell: (one: Entry) => found.titles[one.subject]?.[language] ?? one.subject },
      { title: say('audit.release'), isFigure: true, cell: (one: Entry) => (one.release === null ? '–' : String(one.release)) },
      { title: say('audit.count'), isFigure: true, cell: (one: Entry) => number(one.count, language) },
      { title: say('audit.detail'), cell: (one: Entry) => element('small', { class: 'detail' }, told(one.detail, found.titles, language)) },
    ],
    found.entries,
  );
}

/** In words, and as a search and the CSV file have it. */
function operation({ action }: Entry, language: Language): HTMLElement {
  const name = nameOf(action, language);
  const code = element('code', {}, action);
  return name === undefined ? code : element('span', {}, name, element('br'), element('small', {}, code));
}

const TYPES = 'audit-types';

/** Types to choose from by their titles, where a subject is typed. */
function offer(titles: Titles, { language }: Desk): void {
  const sorted = Object.entries(titles).sort(([, one], [, other]) => one[language].localeCompare(other[language], language));
  const options = sorted.map(([value, title]) => element('option', { value }, title[language]));
  document.getElementById(TYPES)?.replaceChildren(...options);
}

function paging(
  { next }: Found,
  query: URLSearchParams,
  places: readonly string[],
  desk: Desk,
  to: (places: readonly string[]) => Promise<void>,
): HTMLElement {
  return element(
    'p',
    { class: 'paging' },
    places.length > 0 ? button(desk.say('audit.newer'), { class: 'secondary' }, () => to(places.slice(0, -1))) : undefined,
    next === null ? undefined : button(desk.say('audit.older'), { class: 'secondary' }, () => to([...places, next])),
    element('a', { class: 'secondary', href: `${API}/csv?${query}`, download: '' }, desk.say('audit.csv')),
  );
}

const FIELDS = ['caller', 'action', 'subject', 'release', 'from', 'until'] as const;

function searchForm(desk: Desk, search: (query: URLSearchParams) => void): { form: HTMLElement; query(): URLSearchParams } {
  const { say } = desk;
  const given = new URLSearchParams(location.search);
  const inputs = FIELDS.map((name) => {
    const type = name === 'release' ? 'number' : name === 'from' || name === 'until' ? 'date' : 'text';
    const asked = given.get(name) ?? '';
    if (name === 'action') {
      return { name, input: actionChoice(say('audit.action.any'), asked, desk.language) };
    }
    const list: Record<string, string> = name === 'subject' ? { list: TYPES } : {};
    const input = element('input', { type, name, maxlength: '200', autocapitalize: 'none', spellcheck: 'false', ...list });
    input.value = asked;
    return { name, input };
  });
  const query = (): URLSearchParams =>
    new URLSearchParams(inputs.filter(({ input }) => input.value !== '').map(({ name, input }): [string, string] => [name, input.value]));
  const form = element(
    'form',
    { class: 'filters', role: 'search' },
    ...inputs.map(({ name, input }) => field(say(`audit.field.${name}`), input)),
    element('datalist', { id: TYPES }),
    element('button', { class: 'primary' }, say('audit.search')),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const asked = query();
    history.replaceState(null, '', withLanguage(`${location.pathname}?${asked}`, desk.language));
    search(asked);
  });
  return { form, query };
}
