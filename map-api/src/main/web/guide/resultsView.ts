import { button, element } from '../shared/dom';
import type { Hit } from './places';
import { type Desk, distanceText, heading, link, openText } from './views';

/** A list of places as it is shown; `locate` sorts it by the reader's own position. */
export interface Listed {
  readonly title: string;
  readonly hits: readonly Hit[];
  readonly note: string;
  readonly locate?: () => void;
}

export function resultsView(desk: Desk, { title, hits, note, locate }: Listed): Node[] {
  const pharmacies = hits[0]?.code === 'eczane' && hits.some((hit) => hit.open === false);
  return [
    ...heading(title),
    element('p', { class: 'quiet' }, note),
    ...locateRow(desk, locate, ...(pharmacies ? [link(desk, { view: 'duty' }, document.createTextNode(desk.say('duty.title')))] : [])),
    element('ol', { class: 'hits' }, ...hits.map((hit, i) => element('li', {}, hitLink(desk, hit, i + 1)))),
  ];
}

/** No place of a kind is published. */
export function nowhere({ say }: Desk): Node[] {
  return [...heading(say('near.none')), element('p', {}, say('near.noneHelp'))];
}

export function locateRow(desk: Desk, locate: (() => void) | undefined, ...others: Node[]): HTMLElement[] {
  const own = locate ? [button(desk.say('near.own'), {}, locate)] : [];
  return own.length + others.length === 0 ? [] : [element('p', { class: 'actions' }, ...own, ...others)];
}

export function hitLink(desk: Desk, hit: Hit, number: number): HTMLElement {
  const where = [hit.kind, hit.where].filter((text) => text !== '').join(' · ');
  return link(
    desk,
    { view: 'place', id: hit.id },
    element('span', { class: 'number', 'aria-hidden': 'true' }, String(number)),
    element(
      'span',
      { class: 'hit-text' },
      element('span', { class: 'hit-title' }, hit.title),
      element('span', { class: 'hit-where' }, where),
      element(
        'span',
        { class: 'hit-more' },
        [distanceText(hit.distance, desk), openText(hit.open, desk.say)].filter((text) => text !== '').join(' · '),
      ),
    ),
  );
}
