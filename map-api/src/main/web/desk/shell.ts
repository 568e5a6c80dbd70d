import type { Map as MapLibre } from 'maplibre-gl';
import type { City } from '../shared/city';
import { button, element } from '../shared/dom';
import type { Language } from '../shared/messages';
import { languageLink, notice, skipLink } from '../shared/parts';
import { canDraw } from '../shared/webgl';
import { type Desk, type DeskPage, type Leave, type Me, mayOpen, pageAt } from './desk';
import { openDeskMap } from './deskMap';
import { reason } from './reason';
import type { Say } from './words';

/** After so long a page that is not there yet says so. */
const SLOW_MS = 400;

/** The frame all pages are shown in: header, navigation, the page, and the one map beside it. */
export class Shell {
  private readonly content = element('div', { class: 'page' });
  private readonly heading = element('h1', { tabindex: '-1' });
  private readonly mapPane = element('div', { class: 'map-pane', hidden: '' });
  private readonly live = element('p', { class: 'only-heard', 'aria-live': 'polite', role: 'status' });
  private readonly navigation: HTMLElement;
  private readonly menu: HTMLElement;
  private map: Promise<MapLibre> | undefined;
  private leave: Leave;
  private shown = 0;

  constructor(
    root: HTMLElement,
    private readonly pages: readonly DeskPage[],
    private readonly me: Me,
    private readonly city: City,
    private readonly language: Language,
    private readonly say: Say,
    private readonly actions: { signOut(): void; refresh(): void },
  ) {
    this.navigation = element('nav', { id: 'navigation', 'aria-label': say('app.navigation') }, this.list());
    this.menu = button(say('app.menu'), { class: 'menu', 'aria-controls': 'navigation' }, () =>
      this.openMenu(!document.documentElement.hasAttribute('data-menu')),
    );
    this.openMenu(false);
    const main = element('main', { id: 'content' }, element('div', { class: 'text' }, this.heading, this.content), this.mapPane);
    root.replaceChildren(
      skipLink(this.say('app.skip'), 'content', () => this.heading),
      this.header(),
      element('div', { class: 'below' }, this.navigation, main),
      this.live,
    );
    document.onclick = (event) => this.follow(event);
    window.onpopstate = () => void this.show();
  }

  /** Shows the page the address names. */
  async show(): Promise<void> {
    const turn = ++this.shown;
    this.leave?.();
    this.leave = undefined;
    const page = this.me.mustChange ? this.pages.find(({ path }) => path === 'account') : pageAt(this.pages, location.pathname);
    this.mark(page);
    const title = page ? this.say(page.title) : this.say('app.title');
    this.heading.textContent = title;
    document.title = `${title} · ${this.say('app.titleOf', { city: this.city.name })}`;
    this.mapPane.hidden = !(page?.map === true && mayOpen(page, this.me));
    document.documentElement.dataset.page = 'loading';
    await this.fill(page, turn);
    if (turn === this.shown) {
      document.documentElement.dataset.page = page?.path === '' ? 'overview' : (page?.path ?? 'none');
    }
  }

  private async fill(page: DeskPage | undefined, turn: number): Promise<void> {
    const body = element('div');
    this.content.replaceChildren(body);
    if (!page || !mayOpen(page, this.me)) {
      body.append(notice('bad', this.say(page ? 'app.notYours' : 'app.notFound')));
      return;
    }
    const waiting = notice('note', this.say('app.loading'));
    const slow = setTimeout(() => body.after(waiting), SLOW_MS);
    try {
      const leave = await page.mount(body, this.desk());
      if (turn === this.shown) {
        this.leave = leave;
      } else {
        leave?.();
      }
    } catch (cause) {
      console.warn(cause);
      body.append(
        notice('bad', reason(cause, this.say)),
        button(this.say('error.retry'), { class: 'secondary' }, () => void this.show()),
      );
    } finally {
      clearTimeout(slow);
      waiting.remove();
    }
  }

  private desk(): Desk {
    return {
      me: this.me,
      language: this.language,
      say: this.say,
      go: (path) => this.go(`/desk${path === '' ? '' : `/${path}`}`),
      announce: (text) => (this.live.textContent = text),
      map: () => this.openMap(),
      refresh: () => this.actions.refresh(),
    };
  }

  /** One map for all pages; it is made when a page first wants it. */
  private openMap(): Promise<MapLibre> {
    if (!canDraw()) {
      this.mapPane.replaceChildren(notice('note', this.say('app.noMap')));
      return Promise.reject(new Error('no WebGL'));
    }
    if (!this.map) {
      const container = element('div', { class: 'map' });
      this.mapPane.replaceChildren(container);
      this.map = openDeskMap(container, this.city, this.language, this.say('app.map'));
      this.map.catch((cause: unknown) => {
        console.warn(cause);
        this.map = undefined;
        this.mapPane.replaceChildren(notice('bad', reason(cause, this.say)));
      });
    }
    return this.map;
  }

  /** On a phone the navigation is behind a button. */
  private openMenu(isOpen: boolean): void {
    document.documentElement.toggleAttribute('data-menu', isOpen);
    this.menu.setAttribute('aria-expanded', String(isOpen));
  }

  private go(path: string): void {
    history.pushState(null, '', `${path}${location.search}`);
    this.openMenu(false);
    void this.show();
    this.heading.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  /** Links to pages of the desk are opened in place; those that ask for another window are left alone. */
  private follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-page]') : null;
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    this.go(link.pathname);
  }

  private mark(current: DeskPage | undefined): void {
    for (const link of this.navigation.querySelectorAll('a')) {
      if (link.dataset.page === current?.path) {
        link.setAttribute('aria-current', 'page');
      } else {
        link.removeAttribute('aria-current');
      }
    }
  }

  private list(): HTMLElement {
    const open = this.pages.filter((page) => mayOpen(page, this.me));
    const links = open.map((page) => {
      const href = `/desk${page.path === '' ? '' : `/${page.path}`}${location.search}`;
      return element('li', {}, element('a', { href, 'data-page': page.path }, this.say(page.title)));
    });
    return element('ul', {}, ...links);
  }

  private header(): HTMLElement {
    return element(
      'header',
      {},
      this.menu,
      element('p', { class: 'name' }, this.say('app.titleOf', { city: this.city.name })),
      element(
        'div',
        { class: 'who' },
        element('a', { href: '/', class: 'wide-only' }, this.say('app.guide')),
        languageLink(this.language),
        element('span', { class: 'wide-only person' }, this.me.name),
        button(this.say('signIn.out'), { class: 'quiet-button' }, () => this.actions.signOut()),
      ),
    );
  }
}
