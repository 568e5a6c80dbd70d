import { withParameter } from '../../shared/address';
import { element } from '../../shared/dom';
import { dayOf } from '../../shared/format';
import { call } from '../../shared/http';
import { field, notice } from '../../shared/parts';
import type { Desk, DeskPage } from '../desk';
import { reason } from '../reason';
import type { WordKey } from '../words';
import './planning/planning.css';
import { choice } from '../parts/choice';
import { API, addressOf, type PlanningType, type ReleaseRow, releaseOf } from './planning/question';
import { showService } from './planning/service';
import { showStatistics } from './planning/statistics';

const VIEWS = [
  { path: 'planning', word: 'planning.statistics', show: showStatistics },
  { path: 'planning/service-area', word: 'planning.service', show: showService },
] as const satisfies readonly { path: string; word: WordKey; show: unknown }[];

/** Questions of planning: how much of what lies where, and who can walk to what. */
export const planning: DeskPage = {
  path: 'planning',
  title: 'page.planning',
  roles: ['viewer', 'planner', 'editor', 'steward'],
  map: true,
  async mount(root, desk) {
    const path = location.pathname.replace(/^\/desk\/|\/+$/g, '');
    const view = VIEWS.find((one) => one.path === path) ?? VIEWS[0];
    const links = VIEWS.map((one) =>
      element(
        'a',
        { href: `/desk/${one.path}${location.search}`, 'data-page': 'planning', ...(one === view ? { 'aria-current': 'page' } : {}) },
        desk.say(one.word),
      ),
    );
    const body = element('div', { class: 'planning' });
    root.append(element('nav', { class: 'tabs', 'aria-label': desk.say('page.planning') }, ...links), body);
    const releases = await call<ReleaseRow[]>(`${API}/releases`, { cancel: desk.left });
    root.insertBefore(releasePart(releases, desk), body);
    try {
      return await view.show(body, desk, await call<PlanningType[]>(addressOf('/types', location.search), { cancel: desk.left }));
    } catch (cause) {
      body.replaceChildren(notice('bad', reason(cause, desk.say)));
      return undefined;
    }
  },
};

function stateOf(release: ReleaseRow): 'served' | 'withdrawn' | 'kept' {
  if (release.isServed) return 'served';
  return release.isWithdrawn ? 'withdrawn' : 'kept';
}

/** Which release is asked of, opened by its button and not by each arrow key on the way to it, and a word of warning when it is not the one that readers are given. */
function releasePart(releases: readonly ReleaseRow[], desk: Desk): HTMLElement {
  const { say, language } = desk;
  const served = releases.find((one) => one.isServed);
  const wanted = releaseOf(location.search) ?? served?.number;
  const text = (one: ReleaseRow): string =>
    say(`planning.release.${stateOf(one)}`, { number: one.number, date: dayOf(one.publishedAt, language) });
  const gone = releases.some((one) => one.number === wanted)
    ? []
    : [[String(wanted ?? ''), say('planning.release.gone', { number: wanted ?? '' })] as const];
  const options = [...gone, ...releases.map((one) => [String(one.number), text(one)] as const)];
  const chosen = choice(options, String(wanted ?? ''), () => undefined);
  const form = element(
    'form',
    { class: 'filters' },
    field(say('planning.release'), chosen),
    element('button', { class: 'secondary' }, say('planning.release.show')),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const release = Number(chosen.value) === served?.number ? undefined : chosen.value;
    location.assign(`${location.pathname}${withParameter(location.search, 'release', release)}${location.hash}`);
  });
  const older = served !== undefined && wanted !== served.number;
  return element(
    'div',
    { class: 'release' },
    form,
    older ? notice('note', say('planning.release.other', { number: wanted ?? '', served: served.number })) : undefined,
  );
}
