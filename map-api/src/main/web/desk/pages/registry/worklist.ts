import { button, element } from '../../../shared/dom';
import { keepingFocus } from '../../../shared/focus';
import { number } from '../../../shared/format';
import { call } from '../../../shared/http';
import { latest } from '../../../shared/latest';
import { notice, table } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { reason } from '../../reason';
import type { Level } from './conflict';
import { mayAct } from './may';
import { picksOf } from './picks';

interface Row {
  readonly number: number;
  readonly action: 'add' | 'change' | 'retire';
  readonly level: Level;
  readonly place: string | null;
  readonly street: string | null;
  readonly door: string | null;
  readonly label: string | null;
  readonly code: number | null;
  readonly reason: string;
  readonly message: string | null;
  readonly state: 'queued' | 'rejected' | 'by-hand';
}

const API = '/api/desk/registry/worklist';

const ENTERED = {
  path: 'worklist/entered',
  word: 'registry.worklist.entered',
  done: 'registry.worklist.enteredDone',
  needsReason: false,
} as const;

/** What has to be typed into the registry's own screens, to be downloaded, handed to people, and ticked off by them. */
export async function showWorklist(root: HTMLElement, desk: Desk): Promise<undefined> {
  const { say, language } = desk;
  const told = element('div', { class: 'told', 'aria-live': 'polite' });
  const body = element('div', { class: 'stack', tabindex: '-1' });
  const asked = latest(desk.left);
  const show = (): Promise<void> =>
    asked((cancel) => call<readonly Row[]>(API, { cancel }), {
      show: (rows) => keepingFocus(body, () => body.replaceChildren(...parts(rows)), body),
      refused: (cause) => body.replaceChildren(notice('bad', reason(cause, say))),
    });
  const parts = (rows: readonly Row[]): HTMLElement[] => {
    const cell = (name: 'place' | 'street' | 'door' | 'label' | 'code' | 'reason' | 'message') => (row: Row) => String(row[name] ?? '–');
    const what = (row: Row): string => `${say(`registry.action.${row.action}`)}: ${say(`registry.level.${row.level}`)}`;
    const picks = picksOf(desk, ENTERED, told, show);
    const withPeople = (row: Row): boolean => row.state === 'by-hand';
    const pick = {
      title: say('registry.pick'),
      cell: (row: Row) => (withPeople(row) ? picks.box(row.number, `${what(row)} ${cell('label')(row)}`) : ''),
    };
    const list = table(
      say('registry.worklist.title', { count: number(rows.length, language) }),
      [
        ...(mayAct(desk) && rows.some(withPeople) ? [pick] : []),
        { title: say('registry.what'), cell: what },
        { title: say('registry.place'), cell: cell('place') },
        { title: say('registry.field.street'), cell: cell('street') },
        { title: say('registry.level.door'), cell: cell('door') },
        { title: say('registry.field.label'), cell: cell('label') },
        { title: say('registry.field.code'), isFigure: true, cell: cell('code') },
        { title: say('registry.reason'), cell: cell('reason') },
        { title: say('registry.answer'), cell: cell('message') },
        {
          title: say('registry.state'),
          cell: (row: Row) => element('span', { class: `state ${row.state}` }, say(`registry.state.${row.state}`)),
        },
      ],
      rows,
    );
    return [actions(rows), picks.root, rows.length === 0 ? element('p', {}, say('registry.worklist.none')) : list];
  };
  const take = (waiting: readonly Row[]): Promise<void> => {
    const messages = waiting.map((row) => row.number);
    return call<{ messages: number }>(`${API}/take`, { method: 'POST', body: { messages } }).then(
      ({ messages }) => {
        told.replaceChildren(notice('good', say('registry.worklist.taken', { count: messages })));
        return show();
      },
      (cause: unknown) => told.replaceChildren(notice('bad', reason(cause, say))),
    );
  };
  const actions = (rows: readonly Row[]): HTMLElement => {
    const waiting = rows.filter((row) => row.state === 'queued');
    return element(
      'div',
      { class: 'actions' },
      element('a', { href: `${API}.csv?lang=${language}`, download: '' }, say('registry.worklist')),
      ...(mayAct(desk) && waiting.length > 0 ? [button(say('registry.worklist.take'), { class: 'secondary' }, () => take(waiting))] : []),
    );
  };
  root.append(element('p', {}, say('registry.worklist.explained')), told, body);
  await show();
}
