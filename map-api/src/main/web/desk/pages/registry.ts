import { element } from '../../shared/dom';
import type { Desk, DeskPage } from '../desk';
import type { WordKey } from '../words';
import { showConflicts } from './registry/conflicts';
import { mayLook } from './registry/may';
import { showOutbox } from './registry/outbox';
import { showStatus } from './registry/status';
import { showWorklist } from './registry/worklist';
import './registry/registry.css';

const VIEWS = [
  { path: 'registry', word: 'registry.status', map: true, show: showStatus },
  { path: 'registry/conflicts', word: 'registry.conflicts', map: true, show: showConflicts },
  { path: 'registry/outbox', word: 'registry.outbox', map: false, show: showOutbox },
  { path: 'registry/worklist', word: 'registry.worklist.page', map: false, show: showWorklist },
] as const satisfies readonly { path: string; word: WordKey; map: boolean; show: unknown }[];

/** The synchronisation with the national address registry: how far, what disagrees, what is on its way. */
export const registry: DeskPage = {
  path: 'registry',
  title: 'page.registry',
  roles: ['viewer', 'numbering', 'steward'],
  map: (pathname, me) => viewAt(viewsOf({ me }), pathname).map,
  async mount(root, desk) {
    const views = viewsOf(desk);
    const view = viewAt(views, location.pathname);
    const links = views.map((one) =>
      element(
        'a',
        { href: desk.href(one.path), 'data-page': 'registry', ...(one === view ? { 'aria-current': 'page' } : {}) },
        desk.say(one.word),
      ),
    );
    const body = element('div', { class: 'registry-view' });
    root.append(element('nav', { class: 'tabs', 'aria-label': desk.say('page.registry') }, ...links), body);
    return view.show(body, desk);
  },
};

/** The map is there for what is shown: of the views, those that somebody may look at. */
function viewsOf(desk: Pick<Desk, 'me'>): readonly (typeof VIEWS)[number][] {
  return mayLook(desk) ? VIEWS : [VIEWS[0]];
}

function viewAt(views: readonly (typeof VIEWS)[number][], pathname: string): (typeof VIEWS)[number] {
  const path = pathname.replace(/^\/desk\/|\/+$/g, '');
  return views.find((one) => one.path === path) ?? VIEWS[0];
}
