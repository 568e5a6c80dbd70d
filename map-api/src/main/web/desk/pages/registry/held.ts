import { button, element } from '../../../shared/dom';
import { number } from '../../../shared/format';
import { call } from '../../../shared/http';
import type { Latest } from '../../../shared/latest';
import { submitOnce } from '../../../shared/once';
import { field, notice, table } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { reason } from '../../reason';
import type { Level } from './conflict';

interface Held {
  readonly neighbourhood: number;
  readonly startedAt: string;
  readonly losses: readonly { readonly level: Level; readonly retiring: number; readonly active: number }[];
  readonly rows: readonly {
    readonly level: Level;
    readonly code: number;
    readonly label: string | null;
    readonly street: string | null;
  }[];
}

const HELD = '/api/desk/registry/held';

/** What a reading that was held back would end, and taking it over with a reason; `done` is called when it is, or is closed. */
export async function showHeld(
  root: HTMLElement,
  place: { readonly code: number; readonly name: string },
  desk: Desk,
  asked: Latest,
  done: () => void,
): Promise<void> {
  await asked((cancel) => call<Held>(`${HELD}/${place.code}`, { cancel }), {
    show: (held) => fill(root, place.name, held, desk, done),
    refused: (cause) => root.replaceChildren(notice('bad', reason(cause, desk.say))),
  });
}

function fill(root: HTMLElement, place: string, held: Held, desk: Desk, done: () => void): void {
  const { say, language } = desk;
  const told = element('div', { 'aria-live': 'polite' });
  const losses = held.losses.filter((one) => one.retiring > 0);
  const counts = table(
    say('registry.held.counts'),
    [
      { title: say('registry.level'), cell: (one) => say(`registry.level.${one.level}`) },
      { title: say('registry.held.ends'), isFigure: true, cell: (one) => number(one.retiring, language) },
      { title: say('registry.held.of'), isFigure: true, cell: (one) => number(one.active, language) },
    ],
    losses,
  );
  const rows = table(
    say('registry.held.rows', { count: held.rows.length }),
    [
      { title: say('registry.level'), cell: (one) => say(`registry.level.${one.level}`) },
      { title: say('registry.field.street'), cell: (one) => one.street ?? '–' },
      { title: say('registry.field.label'), cell: (one) => one.label ?? '–' },
      { title: say('registry.field.code'), isFigure: true, cell: (one) => String(one.code) },
    ],
    held.rows,
  );
  rows.classList.add('short');
  root.replaceChildren(
    element('h2', { tabindex: '-1' }, say('registry.held.title', { place })),
    notice('note', say('registry.held.explained')),
    counts,
    rows,
    permission(held, desk, told, done),
    told,
  );
  root.querySelector('h2')?.focus();
}

/** Ending much is confirmed by writing why and saying that it was looked at. */
function permission(held: Held, desk: Desk, told: HTMLElement, done: () => void): HTMLElement {
  const { say } = desk;
  const why = element('input', { required: '', maxlength: '500', autocomplete: 'off' });
  const seen = element('input', { type: 'checkbox', required: '', id: 'held-seen' });
  const form = element(
    'form',
    { class: 'panel decide' },
    field(say('registry.reason'), why),
    element('p', { class: 'check' }, seen, ' ', element('label', { for: 'held-seen' }, say('registry.held.seen'))),
    element(
      'div',
      { class: 'actions' },
      element('button', { type: 'submit', class: 'primary' }, say('registry.held.allow')),
      button(say('registry.held.later'), { class: 'secondary' }, done),
    ),
  );
  submitOnce(form, () => {
    const body = { startedAt: held.startedAt, reason: why.value.trim() };
    return call(`${HELD}/${held.neighbourhood}/allow`, { method: 'POST', body }).then(done, (cause: unknown) =>
      told.replaceChildren(notice('bad', reason(cause, say))),
    );
  });
  return form;
}
