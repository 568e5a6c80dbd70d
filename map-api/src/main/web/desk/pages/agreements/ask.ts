import { button, element } from '../../../shared/dom';
import { field } from '../../../shared/parts';
import type { Desk } from '../../desk';

/** What is asked before something that cannot be taken back. */
export interface Question {
  readonly title: string;
  readonly explained: string;
  /** What the button says that does it. */
  readonly verb: string;
  /** What must be written before, if anything must, and what is written there already. */
  readonly reason?: { readonly label: string; readonly hint: string; readonly value: string };
}

/** The reason that was given, empty where none is asked for; undefined when it shall not be done. */
export function ask({ say }: Desk, { title, explained, verb, reason }: Question): Promise<string | undefined> {
  const why = element('input', { required: '', maxlength: '500', autocomplete: 'off', pattern: '.*\\S.*', value: reason?.value ?? '' });
  const no = button(say('agreements.ask.no'), { class: 'secondary', ...(reason ? {} : { autofocus: '' }) }, () => dialog.close());
  const form = element(
    'form',
    {},
    ...(reason ? [field(reason.label, why, reason.hint)] : []),
    element('div', { class: 'actions' }, element('button', { class: 'primary' }, verb), no),
  );
  const dialog = element(
    'dialog',
    { class: 'confirm', 'aria-labelledby': 'ask-title' },
    element('h2', { id: 'ask-title' }, title),
    element('p', {}, explained),
    form,
  );
  return new Promise((settle) => {
    let answer: string | undefined;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      answer = reason ? why.value.trim() : '';
      dialog.close();
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      settle(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
