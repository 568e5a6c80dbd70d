import { call } from '../../shared/api';
import { element } from '../../shared/dom';
import type { DeskPage } from '../desk';
import type { WordKey } from '../words';
import './planning/planning.css';
import { showService } from './planning/service';
import { showStatistics } from './planning/statistics';
import type { PlanningType } from './planning/question';

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
      element('a', { href: `/desk/${one.path}${location.search}`, ...(one === view ? { 'aria-current': 'page' } : {}) }, desk.say(one.word)),
    );
    const body = element('div', { class: 'planning' });
    root.append(element('nav', { class: 'tabs', 'aria-label': desk.say('page.planning') }, ...links), body);
    return view.show(body, desk, await call<PlanningType[]>('/api/desk/planning/types'));
  },
};
