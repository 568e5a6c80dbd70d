import { element } from '../../shared/dom';
import { moment, number } from '../../shared/format';
import { call } from '../../shared/http';
import { figure, notice, table } from '../../shared/parts';
import type { Desk, DeskPage } from '../desk';

interface Theme {
  readonly name: string;
  readonly title: { readonly tr: string; readonly en: string };
  readonly rows: number;
  readonly decision: { readonly body: 'council' | 'directorate' | 'operational'; readonly number: string; readonly date: string } | null;
}

interface Draft {
  readonly number: number;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly checkedAt: string | null;
  readonly themes: number;
  readonly approved: number;
  readonly findings: { readonly blocker: number; readonly error: number; readonly warning: number };
}

interface Overview {
  readonly release: { readonly number: number; readonly publishedAt: string } | null;
  readonly features: number;
  readonly changes: number;
  readonly draft: Draft | null;
  readonly themes: readonly Theme[];
}

/** The first page: what is served, what is being prepared, and how much there is of what. */
export const overview: DeskPage = {
  path: '',
  title: 'page.overview',
  roles: ['viewer', 'planner', 'editor', 'numbering', 'steward', 'agreements', 'auditor'],
  map: true,
  async mount(root, desk) {
    const now = await call<Overview>('/api/desk/overview', { cancel: desk.left });
    root.append(element('dl', { class: 'cards' }, ...cards(now, desk)));
    root.append(now.release ? themes(now.themes, desk) : notice('note', desk.say('overview.nothing')));
    desk.map().catch(() => undefined); // what the pane says of it is enough
  },
};

function cards(now: Overview, { say, language }: Desk): HTMLElement[] {
  const draft = now.draft;
  return [
    figure(
      say('overview.release'),
      now.release ? String(now.release.number) : '–',
      now.release ? say('overview.published', { date: moment(now.release.publishedAt, language) }) : '',
    ),
    figure(say('overview.features'), number(now.features, language), ''),
    figure(say('overview.changes'), number(now.changes, language), say('overview.changes.hint')),
    draft
      ? figure(say('overview.draft'), say('overview.draft.number', { number: draft.number }), draftState(draft, say, language))
      : figure(say('overview.draft'), say('overview.draft.none'), say('overview.draft.none.hint')),
  ];
}

function draftState(draft: Draft, say: Desk['say'], language: Desk['language']): string {
  const created = say('overview.draft.created', { date: moment(draft.createdAt, language), person: draft.createdBy });
  if (draft.checkedAt === null) {
    return `${created}. ${say('overview.draft.unchecked')}`;
  }
  const { blocker, error, warning } = draft.findings;
  return [
    created,
    say('overview.draft.findings', { blockers: blocker, errors: error, warnings: warning }),
    say('overview.draft.approved', { count: draft.approved, all: draft.themes }),
  ].join('. ');
}

function themes(rows: readonly Theme[], { say, language }: Desk): HTMLElement {
  return table(
    say('overview.themes'),
    [
      { title: say('overview.theme'), cell: (row: Theme) => row.title[language] },
      { title: say('overview.rows'), isFigure: true, cell: (row: Theme) => number(row.rows, language) },
      {
        title: say('overview.decision'),
        cell: (row: Theme) => (row.decision ? `${say(`overview.body.${row.decision.body}`)} ${row.decision.number}` : '–'),
      },
    ],
    rows,
  );
}
