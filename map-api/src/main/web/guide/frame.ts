import { button, element } from '../shared/dom';
import type { Language, Messages } from '../shared/messages';
import { languageLink, skipLink } from '../shared/parts';

/** The fixed parts of the page around the map. */
export interface Frame {
  /** Holds the map and everything that floats over it. */
  readonly main: HTMLElement;
  /** Where the search box stands, and below it what the panel shows. */
  readonly search: HTMLElement;
  readonly panel: HTMLElement;
  readonly map: HTMLElement;
  /** Something that on a phone lies over the foot of the map like the panel, whose place it takes while it is shown. */
  addSheet(sheet: HTMLElement): void;
  /** On a phone the panel leaves the map more room when it shows little. */
  setPanel(view: string): void;
  setCity(name: string, isSample: boolean): void;
  /** What the panel shows, for the title of the page; empty for its beginning. */
  setPage(title: string): void;
  announce(text: string): void;
  /** Says something to everybody: seen for a moment, and heard. */
  tell(text: string): void;
  /** Says something over the map until it is closed, or done about; gives it back, to be taken away. */
  notice(text: string, retry?: () => void): HTMLElement;
}

/** Long enough to read a sentence. */
const TOAST_MS = 5_000;

export function buildFrame(root: HTMLElement, language: Language, say: Messages): Frame {
  const title = element('h1', {}, say('app.title'));
  const badge = element('span', { class: 'badge', hidden: '' }, say('app.sample'));
  const map = element('div', { class: 'map', id: 'map' });
  const live = element('p', { class: 'only-heard', 'aria-live': 'polite', role: 'status' });
  const notices = element('div', { class: 'notices' });
  const toast = element('p', { class: 'toast', 'aria-hidden': 'true', hidden: '' });
  const names = { city: title.textContent, page: '' };
  let fading = 0;
  const retitle = (): void => {
    document.title = [names.page, names.city].filter((part) => part !== '').join(' · ');
  };
  const stage = element('div', { class: 'stage' }, map, notices);
  const search = element('div', { class: 'panel-search' });
  const panel = element('section', { class: 'panel', 'aria-label': say('panel.label') });
  const side = element('div', { class: 'side' }, search, panel);
  const main = element('main', {}, side, stage);
  const sheets = [panel];
  const covered = (): number => Math.max(...sheets.map((sheet) => sheet.offsetHeight));
  const watch = new ResizeObserver(() => main.style.setProperty('--sheet', `${covered()}px`));
  watch.observe(panel);
  root.replaceChildren(
    skipLink(say('app.skip'), 'map', () => map.querySelector<HTMLElement>('canvas')),
    element('header', {}, title, badge, element('nav', {}, languageLink(language))),
    main,
    live,
    toast,
  );
  return {
    main: stage,
    search,
    panel,
    map,
    addSheet(sheet) {
      sheets.push(sheet);
      watch.observe(sheet);
      stage.append(sheet);
    },
    setPanel(view) {
      main.dataset.view = view;
    },
    setCity(name, isSample) {
      title.textContent = say('app.titleOf', { city: name });
      names.city = title.textContent;
      retitle();
      badge.hidden = !isSample;
    },
    setPage(page) {
      names.page = page;
      retitle();
    },
    announce(text) {
      live.textContent = text;
    },
    tell(text) {
      live.textContent = text;
      toast.textContent = text;
      toast.hidden = false;
      window.clearTimeout(fading);
      fading = window.setTimeout(() => (toast.hidden = true), TOAST_MS);
    },
    notice(text, retry) {
      const made = element('p', { role: 'alert' }, text, ' ');
      const act = (): void => {
        made.remove();
        retry?.();
      };
      const close = button('×', { 'aria-label': say('card.close') }, () => made.remove());
      made.append(...(retry ? [button(say('error.retry'), {}, act), ' '] : []), close);
      notices.append(made);
      return made;
    },
  };
}
