import { element } from '../../../shared/dom';
import { keepingFocus } from '../../../shared/focus';
import { moment } from '../../../shared/format';
import { call } from '../../../shared/http';
import { latest } from '../../../shared/latest';
import { field, notice, table } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { reason } from '../../reason';
import type { Level } from './conflict';
import { mayAct } from './may';
import { picksOf } from './picks';

interface Message {
  readonly number: number;
  readonly request: string;
  readonly level: Level;
  readonly action: 'add' | 'change' | 'retire';
  readonly label: string | null;
  readonly code: number | null;
  readonly mahalle: string | null;
  readonly state: (typeof STATES)[number];
  readonly tries: number;
  /** What the answer means, in words. */
  readonly meaning: string | null;
  readonly message: string | null;
  readonly queuedBy: string;
  readonly queuedAt: string;
  readonly answeredAt: string | null;
}

const STATES = ['queued', 'sent', 'uncertain', 'acked', 'by-hand', 'entered', 'verified', 'rejected', 'cancelled'] as const;

/** What nobody has carried out, or nobody has seen to be carried out, can be taken back. */
const UNDONE: readonly Message['state'][] = ['queued', 'by-hand', 'entered'];
const TAKE_BACK = {
  path: 'outbox/take-back',
  word: 'registry.outbox.takeBack',
  done: 'registry.outbox.takenBack',
  needsReason: true,
} as const;

/** Every message to the registry with what became of it, and taking back those that nothing has become of. */
export async function showOutbox(root: HTMLElement, desk: Desk): Promise<undefined> {
  const { say, language } = desk;
  const state = element(
    'select',
    {},
    element('option', { value: '' }, say('registry.all')),
    ...STATES.map((one) => element('option', { value: one }, say(`registry.state.${one}`))),
  );
  const told = element('div', { class: 'told', 'aria-live': 'polite' });
  const list = element('div', { class: 'stack', tabindex: '-1' });
  const asked = latest(desk.left);
  const show = (): Promise<void> =>
    asked(
      (cancel) => call<readonly Message[]>(`/api/desk/registry/outbox?limit=200${state.value ? `&state=${state.value}` : ''}`, { cancel }),
      {
        show: (rows) => keepingFocus(list, () => list.replaceChildren(...parts(rows)), list),
        refused: (cause) => list.replaceChildren(notice('bad', reason(cause, say))),
      },
    );
  const parts = (rows: readonly Message[]): HTMLElement[] => {
    const picks = picksOf(desk, TAKE_BACK, told, show);
    const canPick = mayAct(desk) && rows.some((one) => UNDONE.includes(one.state));
    const pick = {
      title: say('registry.pick'),
      cell: (one: Message) => (UNDONE.includes(one.state) ? picks.box(one.number, what(one, desk)) : ''),
    };
    return [
      picks.root,
      rows.length === 0
        ? element('p', {}, say('registry.outbox.none'))
        : table(
            say('registry.outbox'),
            [
              ...(canPick ? [pick] : []),
              {
                title: say('registry.what'),
                cell: (one: Message) => element('span', {}, element('b', {}, what(one, desk)), element('br'), one.mahalle ?? ''),
              },
              {
                title: say('registry.state'),
                cell: (one: Message) => element('span', { class: `state ${one.state}` }, say(`registry.state.${one.state}`)),
              },
              { title: say('registry.tries'), isFigure: true, cell: (one: Message) => String(one.tries) },
              {
                title: say('registry.answer'),
                cell: (one: Message) => [one.meaning, one.message].filter((text) => text).join(': ') || '–',
              },
              {
                title: say('registry.queued'),
                cell: (one: Message) => element('span', {}, moment(one.queuedAt, language), element('br'), one.queuedBy),
              },
            ],
            rows,
          ),
    ];
  };
  state.addEventListener('change', () => void show());
  root.append(element('form', { class: 'filter' }, field(say('registry.state'), state)), told, list);
  await show();
}

function what(one: Message, { say }: Desk): string {
  return `${say(`registry.action.${one.action}`)}: ${say(`registry.level.${one.level}`)} ${one.label ?? ''}${one.code === null ? '' : ` (${one.code})`}`;
}
