import { button, element } from '../../../shared/dom';
import { call } from '../../../shared/http';
import { notice, table } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { reason } from '../../reason';
import type { Level } from './conflict';

interface Row {
  readonly level: Level;
  readonly object: string;
  readonly label: string | null;
  readonly missing: 'number' | 'side' | 'door';
}

/** What the city has in a neighbourhood and no comparison can look at; `done` is called when it is closed. */
export async function showLeftOut(
  root: HTMLElement,
  place: { readonly code: number; readonly name: string },
  desk: Desk,
  done: () => void,
): Promise<void> {
  const { say } = desk;
  try {
    const found = await call<readonly Row[]>(`/api/desk/registry/left-out/${place.code}`);
    const rows = table(
      say('registry.leftOut.rows', { count: found.length }),
      [
        { title: say('registry.level'), cell: (one) => say(`registry.level.${one.level}`) },
        { title: say('registry.field.label'), cell: (one) => one.label ?? '–' },
        { title: say('registry.leftOut.missing'), cell: (one) => say(`registry.leftOut.${one.missing}`) },
        { title: say('registry.leftOut.object'), cell: (one) => one.object },
      ],
      found,
    );
    rows.classList.add('short');
    root.replaceChildren(
      element('h2', { tabindex: '-1' }, say('registry.leftOut.title', { place: place.name })),
      notice('note', say('registry.leftOut.explained')),
      rows,
      button(say('registry.leftOut.close'), { class: 'secondary' }, done),
    );
    root.querySelector('h2')?.focus();
  } catch (cause) {
    root.replaceChildren(notice('bad', reason(cause, say)));
  }
}
