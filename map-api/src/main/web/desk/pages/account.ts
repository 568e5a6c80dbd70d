import { element } from '../../shared/dom';
import { call, Refusal } from '../../shared/http';
import { submitOnce } from '../../shared/once';
import { field, notice } from '../../shared/parts';
import type { Desk, DeskPage } from '../desk';
import { reason } from '../reason';
import { ownKeys } from './account/keys';

/** Who is signed in, with which roles, a new password, and keys for programs. */
export const account: DeskPage = {
  path: 'account',
  title: 'page.account',
  roles: 'everybody',
  async mount(root, desk) {
    const { me, say } = desk;
    if (me.mustChange) {
      root.append(notice('note', say('account.must')));
    }
    const roles = me.roles.map((role) => say(`role.${role}`)).join(', ') || say('role.none');
    root.append(
      element(
        'dl',
        { class: 'facts' },
        element('dt', {}, say('account.who')),
        element('dd', {}, `${me.name} (${me.account})`),
        element('dt', {}, say('account.roles')),
        element('dd', {}, roles),
      ),
      me.foreign ? notice('note', say('account.foreign')) : form(desk),
    );
    if (!me.mustChange && me.roles.length > 0) {
      root.append(await ownKeys(desk));
    }
  },
};

function password(autocomplete: string): HTMLInputElement {
  return element('input', { type: 'password', autocomplete, required: '', maxlength: '200' });
}

function form(desk: Desk): HTMLElement {
  const { say } = desk;
  const current = password('current-password');
  const next = password('new-password');
  const again = password('new-password');
  const told = element('div');
  const made = element(
    'form',
    { class: 'narrow' },
    element('h2', {}, say('account.change')),
    field(say('account.current'), current),
    field(say('account.next'), next, say('account.rule')),
    field(say('account.again'), again),
    told,
    element('button', { class: 'primary' }, say('account.change')),
  );
  submitOnce(made, () => change(desk, { current, next, again }, told));
  return made;
}

type Fields = Readonly<Record<'current' | 'next' | 'again', HTMLInputElement>>;

async function change(desk: Desk, { current, next, again }: Fields, told: HTMLElement): Promise<void> {
  const { say } = desk;
  if (next.value !== again.value) {
    told.replaceChildren(notice('bad', say('account.differ')));
    again.focus();
    return;
  }
  try {
    await call('/api/desk/account/password', { method: 'POST', body: { current: current.value, next: next.value } });
    for (const input of [current, next, again]) {
      input.value = '';
    }
    told.replaceChildren(notice('good', say('account.done')));
    if (desk.me.mustChange) {
      desk.refresh();
    }
  } catch (cause) {
    told.replaceChildren(notice('bad', refusal(cause, say)));
  }
}

function refusal(cause: unknown, say: Desk['say']): string {
  if (cause instanceof Refusal && cause.status === 403) {
    return say('account.wrong');
  }
  if (cause instanceof Refusal && cause.status === 429) {
    return say('signIn.locked', { minutes: Math.ceil((cause.retryAfter ?? 60) / 60) });
  }
  return cause instanceof Refusal && cause.status === 400 ? say('account.unfit') : reason(cause, say);
}
