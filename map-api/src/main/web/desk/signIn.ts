import { element } from '../shared/dom';
import { call, Refusal } from '../shared/http';
import { field, notice } from '../shared/parts';
import { reason } from './reason';
import type { Say } from './words';

/** Another way in, at the organisation's own sign-in. */
export interface Provider {
  readonly name: string;
  readonly href: string;
}

/** The way in: account and password, or the organisation's own sign-in where there is one. */
export function signInForm(say: Say, providers: readonly Provider[], told: HTMLElement | undefined, done: () => void): HTMLElement {
  const account = element('input', {
    autocomplete: 'username',
    required: '',
    maxlength: '100',
    autocapitalize: 'none',
    spellcheck: 'false',
  });
  const password = element('input', { type: 'password', autocomplete: 'current-password', required: '', maxlength: '200' });
  const answer = element('div', {}, told);
  const submit = element('button', { class: 'primary' }, say('signIn.submit'));
  const form = element(
    'form',
    { class: 'sign-in' },
    element('h1', { tabindex: '-1' }, say('signIn.title')),
    field(say('signIn.account'), account),
    field(say('signIn.password'), password),
    reveal(say, password),
    answer,
    submit,
    ...others(say, providers),
    element('p', { class: 'quiet' }, say('signIn.help')),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit.disabled = true;
    attempt(account.value, password.value)
      .then(done, (cause: unknown) => {
        answer.replaceChildren(notice('bad', refusal(cause, say)));
        password.select();
      })
      .finally(() => (submit.disabled = false));
  });
  return form;
}

async function attempt(account: string, password: string): Promise<void> {
  await call('/api/desk/sign-in', { method: 'POST', body: new URLSearchParams({ account, password }) });
}

function refusal(cause: unknown, say: Say): string {
  if (cause instanceof Refusal && cause.status === 401) {
    return say('signIn.wrong');
  }
  if (cause instanceof Refusal && cause.status === 429) {
    return say('signIn.locked', { minutes: Math.ceil((cause.retryAfter ?? 60) / 60) });
  }
  return reason(cause, say);
}

function reveal(say: Say, password: HTMLInputElement): HTMLElement {
  const box = element('input', { type: 'checkbox' });
  box.addEventListener('change', () => (password.type = box.checked ? 'text' : 'password'));
  return element('label', { class: 'check' }, box, say('signIn.show'));
}

function others(say: Say, providers: readonly Provider[]): HTMLElement[] {
  return providers.length === 0
    ? []
    : [
        element('p', { class: 'or' }, say('signIn.or')),
        ...providers.map(({ name, href }) => element('a', { class: 'secondary', href }, say('signIn.foreign', { provider: name }))),
      ];
}
