import './card.css';
import type { Messages } from '../shared/messages';
import { button, element } from '../shared/dom';
import { type Found, ownPath } from './service';

/** What a card can show. */
export type CardContent =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly retry: () => void }
  | { readonly state: 'found'; readonly features: readonly Found[] };

export interface Card {
  readonly root: HTMLElement;
  show(content: CardContent): void;
  close(): void;
}

/** A side panel, on a phone a sheet at the bottom; `onChoose` gets the feature being read. */
export function makeCard(say: Messages, onChoose: (found: Found | undefined) => void, onClose: () => void): Card {
  const root = element('section', { class: 'card', 'aria-label': say('card.label'), tabindex: '-1', hidden: '' });
  const body = element('div', { class: 'card-body' });
  const close = (): void => {
    if (!root.hidden) {
      root.hidden = true;
      onChoose(undefined);
      onClose();
    }
  };
  root.append(button('×', { class: 'card-close', 'aria-label': say('card.close') }, close), body);
  return {
    root,
    close,
    show(content) {
      body.replaceChildren(...contentOf(content, say, onChoose));
      body.scrollTop = 0;
      root.hidden = false;
    },
  };
}

function contentOf(content: CardContent, say: Messages, onChoose: (found: Found) => void): Node[] {
  switch (content.state) {
    case 'loading':
      return [element('p', { class: 'quiet' }, say('card.loading'))];
    case 'failed':
      return [element('p', {}, say('card.failed')), button(say('error.retry'), { class: 'primary' }, content.retry)];
    case 'found':
      return foundContent(content.features, say, onChoose);
  }
}

function foundContent(features: readonly Found[], say: Messages, onChoose: (found: Found) => void): Node[] {
  const [first, ...others] = features;
  if (!first) {
    return [element('p', {}, say('card.none'))];
  }
  onChoose(first);
  const rest = others.map((found) => foldedFeature(found, say, () => onChoose(found)));
  return [
    element('p', { class: 'card-kind' }, first.kind),
    element('h2', {}, titleOf(first, say)),
    ...details(first, say),
    ...(rest.length > 0 ? [element('h3', {}, say('card.others')), ...rest] : []),
    element('p', { class: 'quiet' }, say('app.disclaimer')),
  ];
}

function foldedFeature(found: Found, say: Messages, onOpen: () => void): HTMLElement {
  const folded = element('details', { name: 'others' },
    element('summary', {}, element('span', { class: 'card-kind' }, found.kind), ' ', titleOf(found, say)),
    ...details(found, say));
  folded.addEventListener('toggle', () => {
    if (folded.open) {
      onOpen();
    }
  });
  return folded;
}

function details(found: Found, say: Messages): Node[] {
  const rows = found.rows.map((row) => element('div', {}, element('dt', {}, row.label), element('dd', {}, row.value)));
  const path = ownPath(found.href);
  return [
    element('dl', {}, ...rows),
    ...(path ? [element('p', {}, element('a', { href: path }, say('card.more')))] : []),
  ];
}

/** A feature's title, or a word for the missing one. */
export function titleOf(found: Found, say: Messages): string {
  return found.title?.trim() || say('card.noTitle');
}

/** The sentence a screen reader hears when a search at a place is done. */
export function announcement(features: readonly Found[], say: Messages): string {
  const [first] = features;
  if (!first) {
    return say('card.none');
  }
  const name = `${first.kind}, ${titleOf(first, say)}`;
  return features.length === 1
    ? say('card.found.one', { first: name })
    : say('card.found.many', { count: features.length, first: name });
}
