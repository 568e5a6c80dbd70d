import { button, element } from '../../shared/dom';
import { field } from '../../shared/parts';
import type { Desk } from '../desk';
import './ask.css';

/** What is asked before something that cannot be taken back; nothing happens before somebody says so. */
interface Question {
  readonly title: string;
  readonly explained: string | readonly HTMLElement[];
  /** What the button says that does it. */
  readonly yes: string;
  /** What the other one says, where "Not now" will not do. */
  readonly no?: string;
  /** What must be written before, if anything must, and what is written there already. */
  readonly reason?: { readonly label: string; readonly hint: string; readonly value: string };
}

/** The reason that was given, empty where none is asked for; undefined when it shall not be done. */
export function ask({ say }: Pick<Desk, 'say'>, { title, explained, yes, no, reason }: Question): Promise<string | undefined> {
  const why = element('input', { required: '', maxlength: '500', autocomplete: 'off', pattern: '.*\\S.*', value: reason?.value ?? '' });
  const leave = button(no ?? say('agreements.ask.no'), { class: 'secondary', ...(reason ? {} : { autofocus: '' }) }, () => dialog.close());
  const form = element(
    'form',
    {},
    ...(reason ? [field(reason.label, why, reason.hint)] : []),
    element('div', { class: 'actions' }, element('button', { class: 'primary' }, yes), leave),
  );
  const dialog = element(
    'dialog',
    { class: 'confirm', 'aria-labelledby': 'ask-title' },
    element('h2', { id: 'ask-title' }, title),
    ...(typeof explained === 'string' ? [element('p', {}, explained)] : explained),
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

/** Whether it shall be done. */
export async function isSure(desk: Pick<Desk, 'say'>, question: Omit<Question, 'reason'>): Promise<boolean> {
  return (await ask(desk, question)) !== undefined;
}

/** Whether what was entered and is not saved may go. */
export function mayBeLost({ say }: Pick<Desk, 'say'>): Promise<boolean> {
  return isSure(
    { say },
    { title: say('app.unsaved'), explained: say('app.unsaved.explained'), yes: say('app.unsaved.leave'), no: say('app.unsaved.stay') },
  );
}
