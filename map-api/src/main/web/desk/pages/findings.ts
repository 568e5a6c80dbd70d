import { button, element } from '../../shared/dom';
import { moment, number } from '../../shared/format';
import { call } from '../../shared/http';
import { notice, table } from '../../shared/parts';
import type { Desk, DeskPage } from '../desk';
import { FindingsView } from './releases/findings';
import type { Rule } from './releases/types';
import './releases/releases.css';

const API = '/api/desk/findings';

/** A rule that found something about the types one edits. */
type ToMend = Pick<Rule, 'id' | 'severity' | 'kept' | 'title' | 'hint'>;

interface Mending {
  readonly draft: number | null;
  readonly createdAt: string | null;
  readonly checkedAt: string | null;
  readonly rules: readonly ToMend[];
}

/** What the rules found in the draft about what one edits oneself: where it lies, and the way to mend it. */
export const findings: DeskPage = {
  path: 'findings',
  title: 'page.findings',
  roles: ['planner', 'editor', 'numbering'],
  map: true,
  async mount(root, desk) {
    const now = await call<Mending>(API, { cancel: desk.left });
    const view = new FindingsView(desk, (draft) => `${API}/${draft}`);
    root.append(element('div', { class: 'stack releases' }, ...parts(now, view, desk), view.root));
    void desk.map().catch(() => undefined);
    return () => view.leave();
  },
};

function parts({ draft, createdAt, checkedAt, rules }: Mending, view: FindingsView, desk: Desk): HTMLElement[] {
  const { say, language } = desk;
  if (draft === null || createdAt === null) {
    return [notice('note', say('findings.noDraft'))];
  }
  if (checkedAt === null) {
    return [notice('note', say('findings.unchecked', { number: draft }))];
  }
  const heading = element('h2', {}, say('releases.draft.title', { number: draft }));
  const of = element('p', {}, say('findings.of', { date: moment(createdAt, language) }));
  return [heading, of, rules.length === 0 ? notice('good', say('findings.none')) : list(draft, rules, view, desk)];
}

function list(draft: number, rules: readonly ToMend[], view: FindingsView, { say, language }: Desk): HTMLElement {
  return table(
    say('findings.rules'),
    [
      { title: say('releases.rule'), cell: (one: ToMend) => element('span', {}, element('b', {}, one.id), ` ${one.title[language]}`) },
      { title: say('releases.severity'), cell: (one: ToMend) => say(`releases.severity.${one.severity}`) },
      { title: say('releases.found'), isFigure: true, cell: (one: ToMend) => number(one.kept, language) },
      {
        title: say('releases.deeds'),
        cell: (one: ToMend) =>
          button(say('releases.findings'), { class: 'small', 'data-look': one.id }, () =>
            view.open({ draft, rule: { ...one, found: one.kept } }),
          ),
      },
    ],
    rules,
  );
}
