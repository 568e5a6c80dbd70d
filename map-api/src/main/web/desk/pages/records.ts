import type { DeskPage } from '../desk';
import { showFind } from './records/find';
import { NewRecord } from './records/new';
import { OpenRecord } from './records/open';
import './records/records.css';

/** Records of the working data: to be found, and one by itself at records/<type>/<number>, a new one at records/new. */
export const records: DeskPage = {
  path: 'records',
  title: 'page.records',
  roles: ['viewer', 'planner', 'editor', 'numbering', 'steward', 'auditor'],
  map: true,
  async mount(root, desk) {
    root.classList.add('records');
    const [type, id] = location.pathname.replace(/^\/desk\/records\/?|\/+$/g, '').split('/');
    if (type === 'new') {
      return new NewRecord(root, desk).load();
    }
    return type && id ? new OpenRecord(root, desk, type, id).load() : showFind(root, desk);
  },
};
