import { button, element } from '../../../shared/dom';
import { number } from '../../../shared/format';
import { call } from '../../../shared/http';
import { submitOnce } from '../../../shared/once';
import { field, notice } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { reason } from '../../reason';
import type { WordKey } from '../../words';

/** What is done about the messages that are ticked. */
interface Deed {
  readonly path: string;
  readonly word: WordKey;
  readonly done: WordKey;
  readonly needsReason: boolean;
}

interface Picks {
  readonly root: HTMLElement;
  /** A box to tick one message with. */
  readonly box: (message: number, name: string) => HTMLInputElement;
}

/** Boxes beside messages, and one deed about those that are ticked. */
export function picksOf(desk: Desk, deed: Deed, told: HTMLElement, refresh: () => Promise<void>): Picks {
  const { say, language } = desk;
  const boxes: HTMLInputElement[] = [];
  const ticked = (): number[] => boxes.filter((box) => box.checked).map((box) => Number(box.value));
  const why = element('input', { required: '', maxlength: '500', autocomplete: 'off' });
  const act = element('button', { type: 'submit', class: 'primary' });
  const form = element(
    'form',
    { class: 'panel decide', hidden: '' },
    ...(deed.needsReason ? [field(say('registry.reason'), why)] : []),
    act,
  );
  const show = (): void => {
    const count = ticked().length;
    form.hidden = count === 0;
    act.textContent = say(deed.word, { count: number(count, language) });
  };
  const all = button(say('registry.pick.all'), { class: 'secondary', hidden: '' }, () => {
    for (const box of boxes) box.checked = true;
    show();
  });
  submitOnce(form, () => {
    const body = { messages: ticked(), ...(deed.needsReason ? { reason: why.value.trim() } : {}) };
    return call<{ messages: number }>(`/api/desk/registry/${deed.path}`, { method: 'POST', body }).then(
      ({ messages }) => {
        told.replaceChildren(notice('good', say(deed.done, { count: number(messages, language) })));
        return refresh();
      },
      (cause: unknown) => told.replaceChildren(notice('bad', reason(cause, say))),
    );
  });
  return {
    root: element('div', { class: 'stack' }, element('div', { class: 'actions' }, all), form),
    box(message, name) {
      const made = element('input', { type: 'checkbox', value: String(message), 'aria-label': say('registry.pick.one', { name }) });
      made.addEventListener('change', show);
      boxes.push(made);
      all.hidden = false;
      return made;
    },
  };
}
