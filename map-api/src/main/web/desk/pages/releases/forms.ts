import { element } from '../../../shared/dom';
import { submitOnce } from '../../../shared/once';
import { field } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { BODIES, type Draft, isOpen, type NamedTheme, type Now } from './types';

/** A step that is asked for. */
export type Send = (path: string, body: object) => Promise<void>;

/** Enters the decision that approves themes; whoever is signed in answers for it. */
export function approveForm(draft: Draft, desk: Desk, send: Send): HTMLElement | undefined {
  const { say, language, me } = desk;
  const open = draft.themes.filter((theme) => theme.decision === null);
  if (open.length === 0) {
    return undefined;
  }
  const boxes = new ThemeBoxes(say('releases.themes.open'), say('releases.themes.least'), open, ({ title, needs }) => [
    title[language],
    ' ',
    element('small', {}, say(`overview.body.${needs}`)),
  ]);
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
    boxes.root,
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
  submitOnce(form, () =>
    send(`${draft.number}/approvals`, { themes: boxes.chosen(), body: body.value, number: decision.value.trim(), date: date.value }),
  );
  return form;
}

/** Makes a new draft of some themes of the working data, in place of the one there is. */
export function draftForm({ draft, themes }: Now, { say, language }: Desk, send: Send): HTMLElement {
  const boxes = new ThemeBoxes(say('releases.draft.themes'), say('releases.themes.least'), themes, ({ title }) => [title[language]]);
  const note = element('input', { maxlength: '500', autocomplete: 'off' });
  const replace = element('input', { type: 'checkbox', id: 'replace-approved' });
  const form = element(
    'form',
    { class: 'panel' },
    boxes.root,
    element('p', {}, element('small', {}, say('releases.draft.themes.hint'))),
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
  submitOnce(form, () => send('', { themes: boxes.chosen(), note: note.value.trim(), replace: replace.checked }));
  return draft
    ? element('details', draft.rules.some(isOpen) ? { open: '' } : {}, element('summary', {}, say('releases.draft.anew')), form)
    : form;
}

/** A box for each theme, all ticked at first; a form with none ticked is not sent, and says so. */
class ThemeBoxes<T extends NamedTheme> {
  readonly root: HTMLElement;
  private readonly boxes: readonly HTMLInputElement[];

  constructor(
    legend: string,
    private readonly least: string,
    themes: readonly T[],
    label: (theme: T) => (Node | string)[],
  ) {
    const fields = themes.map((theme) => {
      const box = element('input', { type: 'checkbox', value: theme.name, checked: '' });
      return { box, line: element('label', { class: 'check' }, box, element('span', {}, ...label(theme))) };
    });
    this.boxes = fields.map(({ box }) => box);
    const lines = fields.map(({ line }) => line);
    this.root = element('fieldset', {}, element('legend', {}, legend), element('div', { class: 'boxes' }, ...lines));
    this.root.addEventListener('change', () => this.check());
    this.check();
  }

  private check(): void {
    this.boxes[0]?.setCustomValidity(this.chosen().length === 0 ? this.least : '');
  }

  chosen(): string[] {
    return this.boxes.filter((box) => box.checked).map((box) => box.value);
  }
}
