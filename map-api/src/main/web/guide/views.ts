import { element } from '../shared/dom';
import { number } from '../shared/format';
import type { Language, Messages } from '../shared/messages';
import { type State, withState } from './state';

/** What every view of the panel works with. */
export interface Desk {
  readonly say: Messages;
  readonly language: Language;
  go(state: State): void;
  copy(text: string): void;
}

export function heading(text: string, kind?: string): HTMLElement[] {
  return [...(kind ? [element('p', { class: 'card-kind' }, kind)] : []), element('h2', { tabindex: '-1' }, text)];
}

/** Whether a click opens a link in this window. */
export function isPlain(event: MouseEvent): boolean {
  return !event.ctrlKey && !event.metaKey && !event.shiftKey;
}

/** A link to a state of this page: real, so that it can be opened elsewhere or shared. */
export function link(desk: Desk, state: State, ...content: Node[]): HTMLElement {
  const made = element('a', { href: `/${withState(location.search, state)}` }, ...content);
  made.addEventListener('click', (event) => {
    if (isPlain(event)) {
      event.preventDefault();
      desk.go(state);
    }
  });
  return made;
}

export function distanceText(metres: number | undefined, desk: Desk): string {
  if (metres === undefined) {
    return '';
  }
  const far = metres >= 1000;
  const rounded = far ? metres / 1000 : Math.max(10, Math.round(metres / 10) * 10);
  return `${number(rounded, desk.language, far ? 1 : 0)} ${far ? 'km' : 'm'}`;
}

export function openText(open: boolean | undefined, say: Messages): string {
  return open === undefined ? '' : say(open ? 'place.open' : 'place.closed');
}
