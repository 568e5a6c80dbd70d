import type { Map as MapLibre } from 'maplibre-gl';
import type { City } from '../shared/city';
import type { Language } from '../shared/messages';
import type { Say, WordKey } from './words';

export type Role = 'viewer' | 'planner' | 'editor' | 'numbering' | 'steward' | 'agreements' | 'auditor' | 'admin';

/** All roles, in the order people read them. */
export const ROLES: readonly Role[] = ['viewer', 'planner', 'editor', 'numbering', 'steward', 'agreements', 'auditor', 'admin'];

/** Who is signed in. */
export interface Me {
  readonly account: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The password is one somebody else made: nothing else is open before it is changed. */
  readonly mustChange: boolean;
  /** Signs in elsewhere, so there is no password to change here. */
  readonly foreign: boolean;
}

/** What the shell gives a page. */
export interface Desk {
  readonly me: Me;
  readonly city: City;
  readonly language: Language;
  readonly say: Say;
  /** Ends when the page is left, whether it was there already or not: what it asks for and follows ends with it. */
  readonly left: AbortSignal;
  /** Opens another page of the desk, by its path below /desk; what follows a # is told to that page. */
  go(path: string): void;
  /** Says whether something would be lost if this page were left now: who leaves it is asked first. */
  keeps(isUnsaved: () => boolean): void;
  /** Whether what this page keeps may be lost; nobody is asked where it keeps nothing. For what is built anew without the page being left. */
  isGivenUp(): Promise<boolean>;
  /** Writes behind the # of the address what the page shows, so that whoever stays or comes back finds it there. */
  locate(hash: string): void;
  /** The address of another page, in the language of this one; a link to it with data-page is opened in place. */
  href(path: string): string;
  /** Says what of a page this is, where it shows one thing of many: its heading and the title of its window. */
  name(title: string): void;
  /** Tells something to who hears the page. */
  announce(text: string): void;
  /**
   * The shell's one map, shown beside the page; a page that uses it says `map: true`. It removes what it added when it is left. There is none
   * for a page that was left already.
   */
  map(): Promise<MapLibre>;
  /** Who is signed in has changed; the shell is built again. */
  refresh(): void;
}

/** What is done when a page is left. */
export type Leave = (() => void) | undefined;

/** A page of the desk. Pages are listed in pages.ts. */
export interface DeskPage {
  /** Below /desk, like 'staff'; the first page has ''. What follows a slash after it is the page's own matter. */
  readonly path: string;
  readonly title: WordKey;
  /** Who finds it in the navigation; the service itself decides what they may. */
  readonly roles: readonly Role[] | 'everybody';
  /** Whether the shell's map is beside it, at every address or at some. */
  readonly map?: boolean | ((pathname: string, me: Me) => boolean);
  /** Fills the element; what it gives back is called when the page is left. */
  mount(element: HTMLElement, desk: Desk): Promise<Leave> | Leave;
}

/** Whether somebody has one of these roles; an administrator has each. */
export function isAny(me: Me, ...roles: readonly Role[]): boolean {
  return me.roles.includes('admin') || roles.some((role) => me.roles.includes(role));
}

/** Whether somebody may open a page. */
export function mayOpen(page: DeskPage, me: Me): boolean {
  return page.roles === 'everybody' || isAny(me, ...page.roles);
}

export function hasMap({ map }: DeskPage, pathname: string, me: Me): boolean {
  return typeof map === 'function' ? map(pathname, me) : map === true;
}

/** The page an address belongs to, the longest path first. */
export function pageAt(pages: readonly DeskPage[], pathname: string): DeskPage | undefined {
  const path = pathname.replace(/^\/desk\/?/, '').replace(/\/+$/, '');
  return [...pages]
    .sort((one, other) => other.path.length - one.path.length)
    .find((page) => path === page.path || (page.path !== '' && path.startsWith(`${page.path}/`)));
}
