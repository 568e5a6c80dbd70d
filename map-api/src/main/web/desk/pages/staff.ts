import { button, element } from '../../shared/dom';
import { keepingFocus } from '../../shared/focus';
import { moment } from '../../shared/format';
import { call } from '../../shared/http';
import { latest } from '../../shared/latest';
import { submitOnce } from '../../shared/once';
import { field, notice, table } from '../../shared/parts';
import { type Desk, type DeskPage, ROLES, type Role } from '../desk';
import { reason } from '../reason';
import { keysOf } from './account/keys';

interface Person {
  readonly id: number;
  readonly account: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly isActive: boolean;
  readonly isForeign: boolean;
  readonly mustChange: boolean;
  readonly lastSignIn: string | null;
}

const API = '/api/desk/staff';

/** Who is staff, and with which roles; for administrators. */
export const staff: DeskPage = {
  path: 'staff',
  title: 'page.staff',
  roles: ['admin'],
  async mount(root, desk) {
    const told = element('div', { class: 'told' });
    const list = element('div', { tabindex: '-1' });
    const asked = latest(desk.left);
    const show = (): Promise<void> =>
      asked((cancel) => call<readonly Person[]>(API, { cancel }), {
        show: (people) => keepingFocus(list, () => list.replaceChildren(people.length > 0 ? listed(people, desk, told, show) : ''), list),
        refused: (cause) => list.replaceChildren(notice('bad', reason(cause, desk.say))),
      });
    await show();
    root.append(told, list, newcomer(desk, told, show));
  },
};

type Show = () => Promise<void>;

function listed(people: readonly Person[], desk: Desk, told: HTMLElement, show: Show): HTMLElement {
  const { say, language } = desk;
  return table(
    say('staff.list'),
    [
      { title: say('staff.person'), cell: (one: Person) => element('span', {}, element('b', {}, one.name), element('br'), one.account) },
      {
        title: say('account.roles.short'),
        cell: (one: Person) => one.roles.map((role) => say(`role.${role}`)).join(', ') || say('role.none'),
      },
      { title: say('staff.last'), cell: (one: Person) => (one.lastSignIn ? moment(one.lastSignIn, language) : say('staff.never')) },
      { title: say('staff.state'), cell: (one: Person) => state(one, desk) },
      { title: say('staff.actions'), cell: (one: Person) => actions(one, desk, told, show) },
    ],
    people,
  );
}

function state(one: Person, { say }: Desk): string {
  if (!one.isActive) {
    return say('staff.closed');
  }
  return one.mustChange ? say('staff.mustChange') : say(one.isForeign ? 'staff.foreign' : 'staff.open');
}

function actions(one: Person, desk: Desk, told: HTMLElement, show: Show): HTMLElement {
  const { say } = desk;
  const at = `${API}/${encodeURIComponent(one.account)}`;
  const act = (text: string, work: () => Promise<string>): HTMLElement =>
    button(text, { class: 'small', 'aria-label': `${text}: ${one.name}` }, () => run(work, desk, told, show));
  const close = async (): Promise<string> => {
    await call(`${at}/${one.isActive ? 'close' : 'reopen'}`, { method: 'POST' });
    return say(one.isActive ? 'staff.closed.done' : 'staff.reopened.done', { account: one.account });
  };
  const reset = async (): Promise<string> => {
    const { password } = await call<{ password: string }>(`${at}/reset`, { method: 'POST' });
    return say('staff.password', { account: one.account, password });
  };
  const editRoles = button(say('staff.roles'), { class: 'small', 'aria-label': `${say('staff.roles')}: ${one.name}` }, () =>
    roleForm(one, desk, told, show),
  );
  const showKeys = button(
    say('staff.keys'),
    { class: 'small', 'aria-label': `${say('staff.keys')}: ${one.name}` },
    () => void keys(one, desk, told),
  );
  return element(
    'span',
    { class: 'actions' },
    editRoles,
    showKeys,
    one.isForeign ? undefined : act(say('staff.reset'), reset),
    act(say(one.isActive ? 'staff.close' : 'staff.reopen'), close),
  );
}

/** The keys of somebody, where else is told how a deed ended. */
async function keys(one: Person, desk: Desk, told: HTMLElement): Promise<void> {
  try {
    told.replaceChildren(await keysOf(one.account, one.name, desk));
    told.querySelector('h2')?.focus();
  } catch (cause) {
    told.replaceChildren(notice('bad', reason(cause, desk.say)));
  }
  told.scrollIntoView({ block: 'nearest' });
}

/** Does something and tells how it ended, a password among it, before the list is read anew; what is refused is told where it was asked for. */
async function run(work: () => Promise<string>, { say }: Desk, told: HTMLElement, show: Show, asking = told): Promise<boolean> {
  try {
    told.replaceChildren(notice('good', await work()));
    told.scrollIntoView({ block: 'nearest' });
  } catch (cause) {
    asking.replaceChildren(notice('bad', reason(cause, say)));
    asking.scrollIntoView({ block: 'nearest' });
    return false;
  }
  await show();
  return true;
}

function roleBoxes(desk: Desk, given: readonly Role[]): { readonly element: HTMLElement; chosen(): Role[] } {
  const boxes = ROLES.map((role) => {
    const box = element('input', { type: 'checkbox', value: role });
    box.checked = given.includes(role);
    return { role, box };
  });
  const labels = boxes.map(({ role, box }) => element('label', { class: 'check' }, box, desk.say(`role.${role}`)));
  return {
    element: element('fieldset', {}, element('legend', {}, desk.say('account.roles.short')), element('div', { class: 'boxes' }, ...labels)),
    chosen: () => boxes.filter(({ box }) => box.checked).map(({ role }) => role),
  };
}

function roleForm(one: Person, desk: Desk, told: HTMLElement, show: Show): void {
  const { say } = desk;
  const roles = roleBoxes(desk, one.roles);
  const answer = element('div');
  const form = element(
    'form',
    { class: 'panel' },
    element('h2', { tabindex: '-1' }, say('staff.rolesOf', { name: one.name })),
    roles.element,
    answer,
    element('button', { class: 'primary' }, say('staff.save')),
    button(say('staff.cancel'), { class: 'secondary' }, () => told.replaceChildren()),
  );
  const save = async (): Promise<string> => {
    await call(`${API}/${encodeURIComponent(one.account)}/roles`, { method: 'PUT', body: roles.chosen() });
    return say('staff.roles.done', { account: one.account });
  };
  submitOnce(form, () => run(save, desk, told, show, answer));
  told.replaceChildren(form);
  form.querySelector('h2')?.focus();
}

function newcomer(desk: Desk, told: HTMLElement, show: Show): HTMLElement {
  const { say } = desk;
  const account = element('input', { required: '', maxlength: '100', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false' });
  const name = element('input', { required: '', maxlength: '200', autocomplete: 'off' });
  const roles = roleBoxes(desk, ['viewer']);
  const form = element(
    'form',
    { class: 'panel' },
    element('h2', {}, say('staff.new')),
    field(say('signIn.account'), account, say('staff.account.hint')),
    field(say('staff.name'), name),
    roles.element,
    element('button', { class: 'primary' }, say('staff.new.submit')),
  );
  submitOnce(form, async () => {
    const open = async (): Promise<string> => {
      const body = { account: account.value.trim(), name: name.value.trim(), roles: roles.chosen() };
      const { password } = await call<{ password: string }>(API, { method: 'POST', body });
      return say('staff.password', { account: body.account, password });
    };
    if (await run(open, desk, told, show)) {
      form.reset();
    }
  });
  return form;
}
