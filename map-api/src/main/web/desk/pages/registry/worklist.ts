import { button, element } from '../../../shared/dom';
import { keepingFocus } from '../../../shared/focus';
import { number } from '../../../shared/format';
import { call } from '../../../shared/http';
import { latest } from '../../../shared/latest';
import { notice, table } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { reason } from '../../reason';
import { mayAct } from './may';
import { picksOf } from './picks';

interface Row {
  readonly cells: readonly string[];
}

const API = '/api/desk/registry/worklist';
/** Columns of the CSV: queue number, what, kind, code and name of the neighbourhood, street, building, door, label, code, place, reason, answer, state. */
const AT = { number: 0, action: 1, kind: 2, place: 4, street: 5, door: 7, label: 8, code: 9, reason: 12, answer: 13, state: 14 } as const;

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
    const cell = (name: keyof typeof AT) => (row: Row) => row.cells[AT[name]] || '–';
    const picks = picksOf(desk, ENTERED, told, show);
    const withPeople = (row: Row): boolean => row.cells[AT.state] === 'by-hand';
    const pick = {
      title: say('registry.pick'),
      cell: (row: Row) =>
        withPeople(row)
          ? picks.box(Number(row.cells[AT.number]), `${cell('action')(row)}: ${cell('kind')(row)} ${cell('label')(row)}`)
          : '',
    };
    const list = table(
      say('registry.worklist.title', { count: number(rows.length, language) }),
      [
        ...(mayAct(desk) && rows.some(withPeople) ? [pick] : []),
        { title: say('registry.what'), cell: (row: Row) => `${cell('action')(row)}: ${cell('kind')(row)}` },
        { title: say('registry.place'), cell: cell('place') },
        { title: say('registry.field.street'), cell: cell('street') },
        { title: say('registry.level.door'), cell: cell('door') },
        { title: say('registry.field.label'), cell: cell('label') },
        { title: say('registry.field.code'), isFigure: true, cell: cell('code') },
        { title: say('registry.reason'), cell: cell('reason') },
        { title: say('registry.answer'), cell: cell('answer') },
        { title: say('registry.state'), cell: (row: Row) => stateOf(row, desk) },
      ],
      rows,
    );
    return [actions(rows), picks.root, rows.length === 0 ? element('p', {}, say('registry.worklist.none')) : list];
  };
  const take = (waiting: readonly Row[]): Promise<void> => {
    const messages = waiting.map((row) => Number(row.cells[AT.number]));
    return call<{ messages: number }>(`${API}/take`, { method: 'POST', body: { messages } }).then(
      ({ messages }) => {
        told.replaceChildren(notice('good', say('registry.worklist.taken', { count: messages })));
        return show();
      },
      (cause: unknown) => told.replaceChildren(notice('bad', reason(cause, say))),
    );
  };
  const actions = (rows: readonly Row[]): HTMLElement => {
    const waiting = rows.filter((row) => row.cells[AT.state] === 'queued');
    return element(
      'div',
      { class: 'actions' },
      element('a', { href: `${API}.csv`, download: '' }, say('registry.worklist')),
      ...(mayAct(desk) && waiting.length > 0 ? [button(say('registry.worklist.take'), { class: 'secondary' }, () => take(waiting))] : []),
    );
  };
  root.append(element('p', {}, say('registry.worklist.explained')), told, body);
  await show();
}

function stateOf(row: Row, { say }: Desk): HTMLElement {
  const state = row.cells[AT.state];
  const known = state === 'queued' || state === 'rejected' || state === 'by-hand' ? state : 'queued';
  return element('span', { class: `state ${known}` }, say(`registry.state.${known}`));
}
