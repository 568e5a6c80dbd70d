import { element } from '../../shared/dom';
import { type DeskPage, isAny } from '../desk';
import { showList } from './releases/list';
import { DraftWork } from './releases/work';
import './releases/releases.css';

/** Releases: the list for whoever reads them, the draft and its way to being served for the data steward. */
export const releases: DeskPage = {
  path: 'releases',
  title: 'page.releases',
  roles: ['viewer', 'steward'],
  map: true,
  async mount(root, desk) {
    const isSteward = isAny(desk.me, 'steward');
    const draft = element('section', { class: 'releases' });
    const list = element('section', { class: 'releases' });
    root.append(draft, list);
    const shown = (): Promise<void> => showList(list, isSteward, desk, () => void work?.renew());
    const work = isSteward ? new DraftWork(draft, desk, shown) : undefined;
    await Promise.all([work?.load(), shown()]);
    void desk.map().catch(() => undefined);
    return () => work?.leave();
  },
};
