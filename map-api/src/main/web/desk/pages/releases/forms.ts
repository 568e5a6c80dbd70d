import { element } from '../../../shared/dom';
import { field } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { BODIES, type Draft } from './types';

/** A step that is asked for. */
export type Send = (path: string, body: object) => void;

/** Enters the decision that approves themes; whoever is signed in answers for it. */
export function approveForm(draft: Draft, desk: Desk, send: Send): HTMLElement | undefined {
  const { say, language, me } = desk;
  const open = draft.themes.filter((theme) => theme.decision === null);
  if (open.length === 0) {
    return undefined;
  }
  const boxes = open.map(({ name, title, needs }) => {
    const box = element('input', { type: 'checkbox', value: name, id: `theme-${name}`, checked: '' });
    const label = element('label', { for: box.id }, title[language], ' ', element('small', {}, say(`overview.body.${needs}`)));
    return { box, line: element('p', { class: 'check' }, box, label) };
  });
  const needed = BODIES[Math.max(...open.map(({ needs }) => BODIES.indexOf(needs)))];
  const body = element(
    'select',
    {},
    ...[...BODIES]
      .reverse()
      .map((one) => element('option', { value: one, ...(one === needed ? { selected: '' } : {}) }, say(`overview.body.${one}`))),
  );
  const decision = element('input', { required: '', maxlength: '100', autocomplete: 'off', pattern: '.*\\S.*' });
  const date = element('input', { type: 'date', required: '' });
  const form = element(
    'form',
    { class: 'panel approve' },
    element('h3', {}, say('releases.approve.title')),
    element(
      'fieldset',
      {},
      element('legend', {}, say('releases.themes.open')),
      element('div', { class: 'boxes' }, ...boxes.map(({ line }) => line)),
    ),
    element(
      'div',
      { class: 'filters' },
      field(say('releases.approve.body'), body),
      field(say('releases.approve.number'), decision),
      field(say('releases.approve.date'), date),
    ),
    element('p', {}, say('releases.approve.who', { person: me.name })),
    element('button', { class: 'primary' }, say('releases.approve')),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const themes = boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
    if (themes.length > 0) {
      send(`${draft.number}/approvals`, { themes, body: body.value, number: decision.value.trim(), date: date.value });
    }
  });
  return form;
}

/** Makes a new draft of the working data, in place of the one there is. */
export function draftForm(draft: Draft | null, { say }: Desk, send: Send): HTMLElement {
  const note = element('input', { maxlength: '500', autocomplete: 'off' });
  const replace = element('input', { type: 'checkbox', id: 'replace-approved' });
  const form = element(
    'form',
    { class: 'panel' },
    field(say('releases.note'), note, say('releases.draft.note.hint')),
    draft
      ? element(
          'p',
          { class: 'check' },
          replace,
          element('label', { for: replace.id }, say('releases.draft.replace', { number: draft.number })),
        )
      : undefined,
    element('button', { class: draft ? 'secondary' : 'primary' }, say('releases.draft.make')),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send('', { note: note.value.trim(), replace: replace.checked });
  });
  return draft ? element('details', {}, element('summary', {}, say('releases.draft.anew')), form) : form;
}
