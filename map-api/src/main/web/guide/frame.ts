import type { Language, Messages } from '../shared/messages';
import { button, element } from '../shared/dom';
import { withParameter } from './address';

/** The fixed parts of the page around the map. */
export interface Frame {
  readonly main: HTMLElement;
  readonly map: HTMLElement;
  setCity(name: string, isSample: boolean): void;
  announce(text: string): void;
  notice(text: string, retry: () => void): void;
}

export function buildFrame(root: HTMLElement, language: Language, say: Messages): Frame {
  const title = element('h1', {}, say('app.title'));
  const badge = element('span', { class: 'badge', hidden: '' }, say('app.sample'));
  const map = element('div', { class: 'map', id: 'map' });
  const live = element('p', { class: 'only-heard', 'aria-live': 'polite', role: 'status' });
  const notices = element('div', { class: 'notices' });
  const main = element('main', {}, map, notices);
  root.replaceChildren(
    skipLink(map, say),
    element('header', {}, title, badge, element('nav', {}, dataLink(say), languageLink(language, say))),
    main,
    live,
  );
  return {
    main,
    map,
    setCity(name, isSample) {
      title.textContent = say('app.titleOf', { city: name });
      document.title = title.textContent;
      badge.hidden = !isSample;
    },
    announce(text) {
      live.textContent = text;
    },
    notice(text, retry) {
      const act = (): void => {
        notices.replaceChildren();
        retry();
      };
      notices.replaceChildren(element('p', { role: 'alert' }, text, ' ', button(say('error.retry'), {}, act)));
    },
  };
}

/** Moves the focus onto the map itself, where arrow keys and Enter work. */
function skipLink(map: HTMLElement, say: Messages): HTMLElement {
  const link = element('a', { class: 'skip', href: '#map' }, say('app.skip'));
  link.addEventListener('click', (event) => {
    event.preventDefault();
    map.querySelector<HTMLElement>('canvas')?.focus();
  });
  return link;
}

function dataLink(say: Messages): HTMLElement {
  return element('a', { href: '/ogc/collections', class: 'wide-only' }, say('app.data'));
}

/** The same place in the other language; the address is read when the link is used, for the map moves it. */
function languageLink(language: Language, say: Messages): HTMLElement {
  const other = say('language.otherCode');
  const link = element('a', { hreflang: other, lang: other }, say('language.other'));
  const refresh = (): void => {
    const search = withParameter(location.search, 'lang', language === 'tr' ? 'en' : undefined);
    link.href = `${location.pathname}${search}${location.hash}`;
  };
  refresh();
  ['pointerdown', 'focus', 'click'].forEach((event) => link.addEventListener(event, refresh));
  return link;
}
