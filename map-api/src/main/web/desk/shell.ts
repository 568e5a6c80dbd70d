import type { Map as MapLibre } from 'maplibre-gl';
import { withLanguage } from '../shared/address';
import type { City } from '../shared/city';
import { button, element } from '../shared/dom';
import { Refusal } from '../shared/http';
import type { Language } from '../shared/messages';
import { languageLink, notice, skipLink } from '../shared/parts';
import { canDraw } from '../shared/webgl';
import { type Desk, type DeskPage, hasMap, type Leave, type Me, mayOpen, pageAt } from './desk';
import { openDeskMap } from './deskMap';
import { mayBeLost } from './parts/ask';
import { reason } from './reason';
import type { Say } from './words';

/** After so long a page that is not there yet says so. */
const SLOW_MS = 400;

const isNothing = (): boolean => false;

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
  private left = new AbortController();
  private isUnsaved: () => boolean = isNothing;
  private isAsked = false;
  /** Of the page that is shown. */
  private address = location.href;
  /** The page was not told to who is not signed in. */
  private isWithheld = false;

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
    window.onpopstate = () => void this.leaving(() => this.travel());
    window.onbeforeunload = (event) => {
      if (this.isUnsaved()) event.preventDefault(); // whatever is given back asks, too
    };
  }

  /** Leaves the page, and takes the map away: nothing of it goes on. */
  close(): void {
    this.depart();
    document.onclick = null;
    window.onpopstate = null;
    window.onbeforeunload = null;
    void this.map?.then(
      (map) => map.remove(),
      () => undefined,
    );
  }

  /** Who was signed out is back: what was asked for in vain is asked for again, all else is as it was left. */
  resume(): void {
    if (this.isWithheld) {
      void this.show();
    }
  }

  /** Shows the page the address names. */
  async show(): Promise<void> {
    const { signal } = this.depart();
    const page = this.me.mustChange ? this.pages.find(({ path }) => path === 'account') : pageAt(this.pages, location.pathname);
    this.mark(page);
    this.address = location.href;
    this.name(this.say(page?.title ?? 'app.title'));
    this.mapPane.hidden = !(page && hasMap(page, location.pathname, this.me) && mayOpen(page, this.me));
    document.documentElement.dataset.page = 'loading';
    await this.fill(page, signal);
    if (!signal.aborted) {
      document.documentElement.dataset.page = page?.path === '' ? 'overview' : (page?.path ?? 'none');
    }
  }

  private name(title: string): void {
    document.title = `${title} · ${this.say('app.titleOf', { city: this.city.name })}`;
    this.heading.textContent = title;
  }

  private depart(): AbortController {
    this.left.abort();
    this.leave?.();
    this.leave = undefined;
    this.isWithheld = false;
    this.isUnsaved = isNothing;
    this.left = new AbortController();
    return this.left;
  }

  private async fill(page: DeskPage | undefined, left: AbortSignal): Promise<void> {
    const body = element('div');
    this.content.replaceChildren(body);
    if (!page || !mayOpen(page, this.me)) {
      body.append(notice('bad', this.say(page ? 'app.notYours' : 'app.notFound')));
      return;
    }
    const waiting = notice('note', this.say('app.loading'));
    const slow = setTimeout(() => body.after(waiting), SLOW_MS);
    try {
      const leave = await page.mount(body, this.desk(left));
      if (left.aborted) {
        leave?.();
      } else {
        this.leave = leave;
      }
    } catch (cause) {
      if (left.aborted) {
        return;
      }
      console.warn(cause);
      this.isWithheld = cause instanceof Refusal && cause.status === 401;
      body.append(
        notice('bad', reason(cause, this.say)),
        button(this.say('error.retry'), { class: 'secondary' }, () => void this.show()),
      );
    } finally {
      clearTimeout(slow);
      waiting.remove();
    }
  }

  /** What a page that was left says or does is nobody's any more. */
  private desk(left: AbortSignal): Desk {
    return {
      me: this.me,
      city: this.city,
      language: this.language,
      say: this.say,
      left,
      go: (path) => left.aborted || this.go(this.href(path)),
      keeps: (isUnsaved) => {
        if (!left.aborted) this.isUnsaved = isUnsaved;
      },
      isGivenUp: async () => {
        const isLost = !left.aborted && (await this.isGivenUp());
        if (!left.aborted) this.stay();
        return isLost && !left.aborted;
      },
      locate: (hash) => {
        if (left.aborted) return;
        history.replaceState(null, '', `${location.pathname}${location.search}${hash === '' ? '' : `#${hash}`}`);
        this.address = location.href;
      },
      href: (path) => this.href(path),
      name: (title) => left.aborted || this.name(title),
      announce: (text) => left.aborted || this.live.replaceChildren(text),
      map: async () => {
        left.throwIfAborted();
        const map = await this.openMap();
        left.throwIfAborted();
        return map;
      },
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

  private href(path: string): string {
    const [page = '', hash] = path.split('#');
    return withLanguage(page === '' ? '/desk' : `/desk/${page}`, this.language) + (hash === undefined ? '' : `#${hash}`);
  }

  /** At once, or when it is said that what is not saved may go. */
  private async leaving(leave: () => void): Promise<void> {
    if (this.isAsked) return;
    if (!this.isUnsaved() || (await this.isGivenUp())) {
      leave();
    } else {
      this.stay();
    }
  }

  /** However often Back was pressed meanwhile, the address is that of the page that stays. */
  private stay(): void {
    if (location.href !== this.address) {
      history.pushState(null, '', this.address);
    }
  }

  /** One question at a time: while it is open, another one is answered with no. */
  private async isGivenUp(): Promise<boolean> {
    if (this.isAsked || !this.isUnsaved()) {
      return !this.isAsked;
    }
    this.isAsked = true;
    return mayBeLost({ say: this.say }).finally(() => {
      this.isAsked = false;
    });
  }

  private go(address: string): void {
    void this.leaving(() => this.open(address));
  }

  private open(address: string): void {
    history.pushState(null, '', address);
    this.openMenu(false);
    this.travel();
    window.scrollTo(0, 0);
  }

  /** What is shown is another page now: the keyboard begins at its heading. */
  private travel(): void {
    void this.show();
    this.heading.focus({ preventScroll: true });
  }

  /** Links to pages of the desk are opened in place; those that ask for another window are left alone. */
  private follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-page]') : null;
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    this.go(`${link.pathname}${link.search}${link.hash}`);
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
    const link = ({ path, title }: DeskPage) => element('a', { href: this.href(path), 'data-page': path }, this.say(title));
    return element('ul', {}, ...open.map((page) => element('li', {}, link(page))));
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
        element('a', { href: withLanguage('/', this.language), class: 'wide-only' }, this.say('app.guide')),
        languageLink(this.language),
        element('span', { class: 'wide-only person' }, this.me.name),
        button(this.say('signIn.out'), { class: 'quiet-button' }, () => this.leaving(() => this.actions.signOut())),
      ),
    );
  }
}
