import './card.css';
import { withLanguage } from '../shared/address';
import { button, element } from '../shared/dom';
import type { Messages } from '../shared/messages';
import type { Here, Hit } from './places';
import { hereList, hitsOf } from './positionView';
import { type Found, ownPath } from './service';
import type { Desk } from './views';

/** What a card can show; `here` is the address, the parcel and the places of the spot, as far as they could be had. */
type CardContent =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly why: string; readonly retry: () => void }
  | { readonly state: 'found'; readonly features: readonly Found[]; readonly here: Here };

export interface Card {
  readonly root: HTMLElement;
  show(content: CardContent): void;
  /** Closes it without a word; true where it was open. */
  close(): boolean;
}

/** A side panel, on a phone a sheet at the bottom; `onChoose` gets the feature being read, `onClose` is told when its reader closes it. */
export function makeCard(desk: Desk, onChoose: (found: Found | undefined) => void, onClose: () => void): Card {
  const { say } = desk;
  const root = element('section', { class: 'card', 'aria-label': say('card.label'), tabindex: '-1', hidden: '' });
  const body = element('div', { class: 'card-body' });
  const close = (): boolean => {
    const wasOpen = !root.hidden;
    root.hidden = true;
    if (wasOpen) {
      onChoose(undefined);
    }
    return wasOpen;
  };
  root.append(button('×', { class: 'card-close', 'aria-label': say('card.close') }, onClose), body);
  return {
    root,
    close,
    show(content) {
      body.replaceChildren(...contentOf(content, desk, onChoose));
      body.scrollTop = 0;
      root.hidden = false;
    },
  };
}

function contentOf(content: CardContent, desk: Desk, onChoose: (found: Found) => void): Node[] {
  const { say } = desk;
  switch (content.state) {
    case 'loading':
      return [element('p', { class: 'quiet' }, say('card.loading'))];
    case 'failed':
      return [element('p', {}, `${say('card.failed')} ${content.why}`), button(say('error.retry'), { class: 'primary' }, content.retry)];
    case 'found':
      return foundContent(content.features, content.here, desk, onChoose);
  }
}

/** What people ask for first: the place, the address, the parcel and its zoning; below, folded, the records with all they say. */
function foundContent(features: readonly Found[], here: Here, desk: Desk, onChoose: (found: Found) => void): Node[] {
  const { say } = desk;
  const [first] = features;
  const hits = hitsAt(features, here);
  if (!first && hits.length === 0) {
    return [element('p', {}, say('card.none'))];
  }
  if (first) {
    onChoose(first);
  }
  return [
    ...headline(first, say),
    ...(hits.length > 0 ? [hereList(desk, hits)] : []),
    ...(first ? [element('h3', {}, say('card.records'))] : []),
    ...features.map((found) => foldedFeature(found, say, hits.length === 0 && found === first, () => onChoose(found))),
    element('p', { class: 'quiet' }, say('app.disclaimer')),
  ];
}

/** The places among what was clicked, then the address, the parcel and the neighbourhood of the spot. */
export function hitsAt(features: readonly Found[], here: Here): readonly Hit[] {
  const clicked = (here.places ?? []).filter((place) => features.some((found) => found.id === place.id));
  return [...clicked, ...hitsOf(here)];
}

function headline(first: Found | undefined, say: Messages): Node[] {
  return first && isNamed(first)
    ? [element('p', { class: 'card-kind' }, first.kind), element('h2', {}, titleOf(first, say))]
    : [element('h2', {}, say('here.title'))];
}

/** Whether its title tells people something: not a bare number, nor its kind again. */
export function isNamed({ title, kind }: Found): boolean {
  return title !== undefined && title !== kind && /\p{L}/u.test(title);
}

function foldedFeature(found: Found, say: Messages, isOpen: boolean, onOpen: () => void): HTMLElement {
  const folded = element(
    'details',
    { name: 'records', ...(isOpen ? { open: '' } : {}) },
    element('summary', {}, nameOf(found, say)),
    ...details(found, say),
  );
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
    ...(path ? [element('p', {}, element('a', { href: withLanguage(path, say.language) }, say('card.more')))] : []),
  ];
}

/** A feature's title, or a word for the missing one. */
export function titleOf(found: Found, say: Messages): string {
  return found.title?.trim() || say('card.noTitle');
}

/** Kind and title, but not the same word twice. */
function nameOf(found: Found, say: Messages): string {
  return found.title === found.kind ? found.kind : `${found.kind}, ${titleOf(found, say)}`;
}

/** The sentence a screen reader hears when a search at a place is done. */
export function announcement(features: readonly Found[], here: Here, say: Messages): string {
  const around = hitsOf(here)
    .map(({ title }) => title)
    .join(', ');
  return [around, recordsHeard(features, around, say)].filter((text) => text !== '').join('. ');
}

function recordsHeard(features: readonly Found[], around: string, say: Messages): string {
  const [first] = features;
  if (!first) {
    return around === '' ? say('card.none') : '';
  }
  const name = nameOf(first, say);
  return features.length === 1 ? say('card.found.one', { first: name }) : say('card.found.many', { count: features.length, first: name });
}
