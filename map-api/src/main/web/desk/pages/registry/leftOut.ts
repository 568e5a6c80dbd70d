import { button, element } from '../../../shared/dom';
import { call } from '../../../shared/http';
import type { Latest } from '../../../shared/latest';
import { notice, table } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { reason } from '../../reason';
import { recordLink } from '../records/link';
import { type Level, TYPES } from './conflict';

interface Row {
  readonly level: Level;
  readonly object: string;
  readonly label: string | null;
  readonly missing: 'number' | 'side' | 'door' | 'name' | 'street';
}

/** What the city has in a neighbourhood and no comparison can look at; `done` is called when it is closed. */
export async function showLeftOut(
  root: HTMLElement,
  place: { readonly code: number; readonly name: string },
  desk: Desk,
  asked: Latest,
  done: () => void,
): Promise<void> {
  await asked((cancel) => call<readonly Row[]>(`/api/desk/registry/left-out/${place.code}`, { cancel }), {
    show: (found) => fill(root, place.name, found, desk, done),
    refused: (cause) => root.replaceChildren(notice('bad', reason(cause, desk.say))),
  });
}

function fill(root: HTMLElement, place: string, found: readonly Row[], { say }: Desk, done: () => void): void {
  const rows = table(
    say('registry.leftOut.rows', { count: found.length }),
    [
      { title: say('registry.level'), cell: (one) => say(`registry.level.${one.level}`) },
      { title: say('registry.field.label'), cell: (one) => one.label ?? '–' },
      { title: say('registry.leftOut.missing'), cell: (one) => say(`registry.leftOut.${one.missing}`) },
      { title: say('registry.leftOut.object'), cell: (one) => recordLink(TYPES[one.level], one.object, one.object) },
    ],
    found,
  );
  rows.classList.add('short');
  root.replaceChildren(
    element('h2', { tabindex: '-1' }, say('registry.leftOut.title', { place })),
    notice('note', say('registry.leftOut.explained')),
    rows,
    button(say('registry.leftOut.close'), { class: 'secondary' }, done),
  );
  root.querySelector('h2')?.focus();
}
