import { languageLink, notice } from '../shared/parts';
import { reason } from './reason';
import '../shared/page.css';
import './desk.css';
import './content.css';
import './forms.css';
import './entrance.css';
import { type City, NOWHERE, readCity } from '../shared/city';
import { button, element } from '../shared/dom';
import { call, Refusal, SIGNED_OUT } from '../shared/http';
import { parseLanguage } from '../shared/messages';
import type { Me } from './desk';
import { pages } from './pages';
import { Shell } from './shell';
import { type Provider, signInForm } from './signIn';
import { wordsIn } from './words';

const language = parseLanguage(location.search);
const say = wordsIn(language);

/** Where to go on signing out. */
interface Elsewhere {
  readonly href: string;
}

/** What the desk is doing, as `data-state` of the root element: loading, out (signed out), in, failed. */
function enter(state: 'loading' | 'out' | 'in' | 'failed'): void {
  document.documentElement.dataset.state = state;
}

async function start(root: HTMLElement): Promise<void> {
  enter('loading');
  const city = await readCity().catch(() => NOWHERE);
  try {
    await letIn(root, await call<Me>('/api/desk/me'), city);
  } catch (cause) {
    if (cause instanceof Refusal && cause.status === 401) {
      await wayIn(root, city);
    } else {
      failed(root, cause);
    }
  }
}

async function letIn(root: HTMLElement, me: Me, city: City): Promise<void> {
  const session = new AbortController();
  const again = (): void => {
    session.abort();
    shell.close();
    void start(root);
  };
  const shell = new Shell(root, pages, me, city, language, say, {
    signOut: () => {
      session.abort(); // it shall end
      void call<Elsewhere | undefined>('/api/desk/sign-out', { method: 'POST' }).then(leave(again), again);
    },
    refresh: again,
  });
  const ended = async (): Promise<void> => {
    const now = await signedInAgain();
    if (isSame(now, me)) {
      listen();
      shell.resume();
    } else {
      again();
    }
  };
  const listen = (): void => window.addEventListener(SIGNED_OUT, () => void ended(), { once: true, signal: session.signal });
  listen();
  enter('in');
  await shell.show();
}

/** Who signed in at the municipality's own provider is signed out there, too, and comes back from there. */
function leave(again: () => void): (elsewhere: Elsewhere | undefined) => void {
  return (elsewhere) => (elsewhere === undefined ? again() : location.assign(elsewhere.href));
}

function isSame(one: Me | undefined, other: Me): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function readProviders(): Promise<readonly Provider[]> {
  return call<readonly Provider[]>('/api/desk/sign-in/providers').catch(() => []);
}

/** The session has ended: the page waits behind the way in, with all that was typed there, and is not seen. Gives who came back. */
async function signedInAgain(): Promise<Me | undefined> {
  const dialog = element('dialog', { class: 'way-in', 'aria-label': say('signIn.title') });
  const providers = await readProviders();
  return new Promise((settle) => {
    const done = async (): Promise<void> => {
      const me = await call<Me>('/api/desk/me').catch(() => undefined);
      dialog.close(); // gives the focus back
      dialog.remove();
      settle(me);
    };
    dialog.append(signInForm(say, providers, notice('note', say('signIn.ended')), () => void done()));
    dialog.addEventListener('close', () => dialog.isConnected && dialog.showModal());
    document.body.append(dialog);
    dialog.showModal();
  });
}

async function wayIn(root: HTMLElement, city: City): Promise<void> {
  const providers = await readProviders();
  const refused = new URLSearchParams(location.search).has('refused');
  const told = refused ? notice('bad', say('signIn.foreignFailed')) : undefined;
  const title = say('app.titleOf', { city: city.name });
  document.title = `${say('signIn.title')} · ${title}`;
  root.replaceChildren(
    element('header', {}, element('p', { class: 'name' }, title), element('div', { class: 'who' }, languageLink(language))),
    element(
      'main',
      { class: 'way-in' },
      signInForm(say, providers, told, () => void start(root)),
    ),
  );
  enter('out');
  root.querySelector('input')?.focus();
}

function failed(root: HTMLElement, cause: unknown): void {
  const retry = button(say('error.retry'), { class: 'primary' }, () => void start(root));
  root.replaceChildren(element('main', { class: 'plain' }, notice('bad', reason(cause, say)), retry));
  enter('failed');
}

document.documentElement.lang = language;
const root = document.getElementById('app');
if (root) {
  void start(root);
}
