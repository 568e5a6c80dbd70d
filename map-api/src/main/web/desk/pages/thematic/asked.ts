import { button, element } from '../../../shared/dom';

/** A question before something is done that cannot be taken back; nothing happens before somebody says yes. */
export function asked(title: string, text: string, yes: string, no: string): Promise<boolean> {
  const dialog = element(
    'dialog',
    { class: 'confirm', 'aria-labelledby': 'asked-title' },
    element('h2', { id: 'asked-title' }, title),
    element('p', {}, text),
  );
  return new Promise((settle) => {
    dialog.append(
      element(
        'div',
        { class: 'actions' },
        button(yes, { class: 'primary' }, () => dialog.close('yes')),
        button(no, { class: 'secondary', autofocus: '' }, () => dialog.close()),
      ),
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      settle(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
