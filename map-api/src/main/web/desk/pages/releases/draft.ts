import { button, element } from '../../../shared/dom';
import { day, moment, number } from '../../../shared/format';
import { figure, notice, table } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { type Draft, isOpen, type Rule, type Theme } from './types';

/** What can be done about the draft from its tables. */
export interface Deeds {
  look(rule: Rule): void;
  accept(rule: Rule): unknown;
}

/** The draft in figures, theme by theme, and what the rules found in it. */
export function draftParts(draft: Draft, deeds: Deeds, desk: Desk): Node[] {
  return [heading(draft, desk), element('dl', { class: 'cards' }, ...cards(draft, desk)), themes(draft, desk), rules(draft, deeds, desk)];
}

function heading(draft: Draft, { say, language }: Desk): HTMLElement {
  const made = say('releases.draft.made', { date: moment(draft.createdAt, language), person: draft.createdBy });
  const checked = draft.checkedAt
    ? say('releases.draft.checked', { date: moment(draft.checkedAt, language) })
    : say('releases.draft.unchecked');
  return element(
    'header',
    {},
    element('h2', {}, say('releases.draft.title', { number: draft.number })),
    element('p', {}, [draft.note, made, checked].filter((part) => part).join(' · ')),
  );
}

function cards(draft: Draft, { say, language }: Desk): HTMLElement[] {
  const approved = draft.themes.filter((theme) => theme.decision !== null).length;
  const open = draft.rules.filter(isOpen);
  const rows = draft.themes.reduce((sum, theme) => sum + theme.rows, 0);
  const served = draft.themes.reduce((sum, theme) => sum + theme.served, 0);
  return [
    figure(say('releases.features'), number(rows, language), say('releases.served', { count: number(served, language) })),
    figure(
      say('releases.open'),
      draft.checkedAt ? String(open.length) : '–',
      draft.checkedAt ? say('releases.open.hint', { count: draft.rules.length }) : say('releases.draft.unchecked'),
    ),
    figure(say('releases.approved'), `${approved} / ${draft.themes.length}`, say('releases.approved.hint')),
  ];
}

function themes(draft: Draft, { say, language }: Desk): HTMLElement {
  return table(
    say('releases.themes'),
    [
      { title: say('overview.theme'), cell: (one: Theme) => one.title[language] },
      { title: say('releases.features'), isFigure: true, cell: (one: Theme) => number(one.rows, language) },
      { title: say('releases.themes.served'), isFigure: true, cell: (one: Theme) => number(one.served, language) },
      { title: say('releases.themes.difference'), cell: (one: Theme) => difference(one, { say, language }) },
      { title: say('releases.themes.needs'), cell: (one: Theme) => say(`overview.body.${one.needs}`) },
      { title: say('overview.decision'), cell: (one: Theme) => decision(one, { say, language }) },
    ],
    draft.themes,
  );
}

/** What the draft brings, without what does not occur. */
function difference({ difference: known }: Theme, { say, language }: Pick<Desk, 'say' | 'language'>): string {
  if (known === null) {
    return '–';
  }
  const told = (['added', 'changed', 'gone'] as const)
    .filter((what) => known[what] > 0)
    .map((what) => say(`releases.difference.${what}`, { count: number(known[what], language) }));
  return told.join(', ') || say('releases.difference.none');
}

function decision({ decision: known }: Theme, { say, language }: Pick<Desk, 'say' | 'language'>): Node | string {
  if (known === null) {
    return '–';
  }
  const told = `${say(`overview.body.${known.body}`)} ${known.number}`;
  return element('span', {}, told, element('br'), element('small', {}, `${day(known.date, language)} · ${known.person}`));
}

function rules(draft: Draft, deeds: Deeds, desk: Desk): HTMLElement {
  const { say, language } = desk;
  const found = draft.rules.filter((rule) => rule.found > 0);
  if (draft.checkedAt === null) {
    return notice('note', say('releases.rules.unchecked'));
  }
  if (found.length === 0) {
    return notice('good', say('releases.rules.none', { count: draft.rules.length }));
  }
  return table(
    say('releases.rules', { count: draft.rules.length, found: found.length }),
    [
      { title: say('releases.rule'), cell: (one: Rule) => element('span', {}, element('b', {}, one.id), ` ${one.title[language]}`) },
      { title: say('releases.severity'), cell: (one: Rule) => say(`releases.severity.${one.severity}`) },
      { title: say('releases.found'), isFigure: true, cell: (one: Rule) => number(one.found, language) },
      { title: say('releases.answer'), cell: (one: Rule) => answer(one, desk) },
      { title: say('releases.deeds'), cell: (one: Rule) => ruleDeeds(one, deeds, desk) },
    ],
    found,
  );
}

function answer({ accepted, severity }: Rule, { say, language }: Desk): Node | string {
  if (accepted) {
    const who = `${accepted.person} · ${moment(accepted.at, language)}`;
    return element('span', {}, accepted.reason, element('br'), element('small', {}, who));
  }
  return severity === 'blocker' ? say('releases.answer.mend') : severity === 'error' ? say('releases.answer.open') : '–';
}

function ruleDeeds(rule: Rule, deeds: Deeds, { say }: Desk): HTMLElement {
  return element(
    'div',
    { class: 'actions' },
    button(say('releases.findings'), { class: 'small', 'data-look': rule.id }, () => deeds.look(rule)),
    rule.severity === 'error' && rule.accepted === null
      ? button(say('releases.accept'), { class: 'small', 'data-accept': rule.id }, () => deeds.accept(rule))
      : undefined,
  );
}
