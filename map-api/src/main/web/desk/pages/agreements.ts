import { button, element } from '../../shared/dom';
import { day, dayOf } from '../../shared/format';
import { call } from '../../shared/http';
import { notice, table } from '../../shared/parts';
import type { Desk, DeskPage } from '../desk';
import { reason } from '../reason';
import { mayWrite } from './agreements/access';
import { byEnd, endsSoon, keysEndSoon } from './agreements/ends';
import { file } from './agreements/file';
import { LayerNames } from './agreements/names';
import { received } from './agreements/received';
import { ADDRESS, type Card } from './agreements/types';
import { wizard } from './agreements/wizard';
import './agreements/agreements.css';

/** Agreements with partners: the list, one of them, a new one, and who received a feature. */
export const agreements: DeskPage = {
  path: 'agreements',
  title: 'page.agreements',
  roles: ['agreements', 'auditor'],
  map: true,
  async mount(root, desk) {
    const rest = location.pathname.replace(/^\/desk\/agreements\/?/, '');
    if (rest === 'new' || /^\d+\/amend$/.test(rest)) {
      if (mayWrite(desk)) {
        return wizard(root, desk, rest === 'new' ? undefined : Number.parseInt(rest, 10));
      }
      root.append(notice('bad', desk.say('app.notYours')));
      return undefined;
    }
    if (/^\d+$/.test(rest)) {
      return file(root, desk, Number(rest));
    }
    return rest === 'received' ? received(root, desk) : list(root, desk);
  },
};

async function list(root: HTMLElement, desk: Desk): Promise<undefined> {
  const { say, left: cancel } = desk;
  const actions = element('p', { class: 'actions' });
  if (mayWrite(desk)) {
    actions.append(button(say('agreements.new'), { class: 'primary' }, () => desk.go('agreements/new')));
  }
  actions.append(button(say('agreements.received'), {}, () => desk.go('agreements/received')));
  root.append(actions);
  try {
    const [all, names] = await Promise.all([call<Card[]>(ADDRESS, { cancel }), LayerNames.read()]);
    root.append(all.length === 0 ? notice('note', say('agreements.none')) : cards(all, names, desk));
  } catch (cause) {
    root.append(notice('bad', reason(cause, say)));
  }
}

function cards(all: readonly Card[], names: LayerNames, desk: Desk): HTMLElement {
  const { say, language, href } = desk;
  const now = new Date();
  return table(
    say('agreements.all'),
    [
      {
        title: say('agreements.number'),
        cell: (card: Card) => element('a', { href: href(`agreements/${card.id}`), 'data-page': 'agreements' }, card.number),
      },
      { title: say('agreements.partner'), cell: (card) => card.partner },
      { title: say('agreements.state'), cell: (card) => say(`agreements.state.${card.state}`) },
      {
        title: say('agreements.until'),
        cell: (card) => [day(card.until, language), ending(endsSoon(card, now), say)].filter(Boolean).join(' · '),
      },
      { title: say('agreements.keys'), cell: (card) => keysOf(card, now, desk) },
      { title: say('agreements.layers'), cell: (card) => card.layers.map((type) => names.layer(type)).join(', ') },
    ],
    byEnd(all),
  );
}

function ending(days: number | undefined, say: Desk['say']): string {
  return days === undefined ? '' : say('agreements.ends', { days });
}

function keysOf(card: Card, now: Date, { say, language }: Desk): string {
  const days = keysEndSoon(card, now);
  if (card.keyEndsAt === null) {
    return days === undefined ? '–' : say('agreements.noKey');
  }
  return [dayOf(card.keyEndsAt, language), ending(days, say)].filter(Boolean).join(' · ');
}
