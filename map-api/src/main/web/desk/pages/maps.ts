import { element } from '../../shared/dom';
import { moment, number } from '../../shared/format';
import { call } from '../../shared/http';
import { notice, table } from '../../shared/parts';
import { type Desk, type DeskPage, ROLES } from '../desk';
import './thematic/thematic.css';
import type { Preview, Saved, Text } from './thematic/definition';
import { Drawing } from './thematic/drawing';
import { legendLines } from './thematic/legend';

const API = '/api/desk/maps';

interface Line {
  readonly id: string;
  readonly title: Text;
  readonly owner: string;
  readonly state: Saved['state'];
  readonly changedAt: string;
}

/** The thematic maps colleagues share; the one the address names is on the map. */
export const maps: DeskPage = {
  path: 'maps',
  title: 'page.maps',
  roles: ROLES,
  map: true,
  async mount(root, desk) {
    const id = location.pathname.split('/')[3];
    const [shared, shown] = await Promise.all([
      call<readonly Line[]>(API),
      id ? call<Preview>(`${API}/${encodeURIComponent(id)}`) : undefined,
    ]);
    root.append(...(id && shown ? [sheet(id, shown, desk)] : []), listed(shared, desk));
    const map = await desk.map().catch(() => undefined);
    const drawing = map && new Drawing(map);
    if (shown) {
      drawing?.show(shown.style);
    }
    return () => drawing?.clear();
  },
};

function listed(shared: readonly Line[], { say, language }: Desk): HTMLElement {
  if (shared.length === 0) {
    return notice('note', say('maps.none'));
  }
  const link = (one: Line): HTMLElement =>
    element('a', { href: `/desk/maps/${one.id}${location.search}`, 'data-page': 'maps' }, one.title[language]);
  return table(
    say('maps.list'),
    [
      { title: say('maps.title'), cell: link },
      { title: say('maps.owner'), cell: (one: Line) => one.owner },
      { title: say('maps.state'), cell: (one: Line) => say(`thematic.state.${one.state}`) },
      { title: say('maps.changed'), cell: (one: Line) => moment(one.changedAt, language) },
    ],
    shared,
  );
}

function sheet(id: string, { legend }: Preview, { say, language }: Desk): HTMLElement {
  const unit = legend.unit?.[language];
  const pdf = `${API}/${encodeURIComponent(id)}/pdf?lang=${language}`;
  return element(
    'section',
    {},
    element('h2', {}, legend.title[language] + (unit ? ` (${unit})` : '')),
    element('p', { class: 'hint' }, legend.about[language]),
    element('ul', { class: 'thematic-legend' }, ...legendLines(legend, language)),
    element('p', { class: 'total' }, say('thematic.total', { count: number(legend.total, language) })),
    element('p', {}, element('a', { href: pdf, target: '_blank', rel: 'noopener' }, say('thematic.pdf'))),
  );
}
