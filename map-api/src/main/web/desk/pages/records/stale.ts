import { button, element } from '../../../shared/dom';
import { table } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { differing, shown } from './fields';
import type { Field, State, Value, Values } from './types';

/** What to do about a change that somebody else was faster with. */
export interface Choice {
  take(): Promise<void>;
  discard(): Promise<void>;
}

/** Both versions side by side, field by field, with the one the change began from. */
export function stalePart(
  fields: readonly Field[],
  opened: State,
  yours: Record<string, Value>,
  now: State,
  choice: Choice,
  { say, language }: Desk,
): HTMLElement {
  const cell = (values: Values) => (one: Field) => shown(one, values[one.name], language, say('records.yes'), say('records.no'));
  return element(
    'section',
    { class: 'panel stale' },
    element('h2', { tabindex: '-1' }, say('records.stale')),
    element('p', {}, say('records.stale.explained')),
    table(
      say('records.stale.both'),
      [
        { title: say('records.field'), cell: (one: Field) => one.title[language] },
        { title: say('records.stale.opened', { version: opened.version }), cell: cell(opened.values) },
        { title: say('records.stale.yours'), cell: cell({ ...opened.values, ...yours }) },
        { title: say('records.stale.now', { version: now.version }), cell: cell(now.values) },
      ],
      differing(fields, opened.values, yours, now.values),
    ),
    element(
      'div',
      { class: 'actions' },
      button(say('records.stale.take'), { class: 'primary' }, () => choice.take()),
      button(say('records.stale.discard'), { class: 'secondary' }, () => choice.discard()),
    ),
  );
}
