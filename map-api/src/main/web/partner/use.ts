import { channelWord } from '../shared/channels';
import { button, element } from '../shared/dom';
import { moment, month as monthName, number } from '../shared/format';
import type { Language } from '../shared/messages';
import { notice, save, tableOf } from '../shared/parts';
import type { Layer, Use } from './service';
import type { Say } from './words';

const HEADS = ['use.month', 'use.layer', 'use.channel', 'use.answers', 'use.features', 'use.bytes', 'use.last'] as const;

/** The lines of one month and what they come to. */
export interface Month {
  readonly month: string;
  readonly lines: readonly Use[];
  readonly answers: number;
  readonly features: number;
  readonly bytes: number;
}

/** By month, newest first, as the service orders them. */
export function months(use: readonly Use[]): readonly Month[] {
  const names = [...new Set(use.map((line) => line.month))];
  return names.map((month) => {
    const lines = use.filter((line) => line.month === month);
    const sum = (of: (line: Use) => number): number => lines.reduce((whole, line) => whole + of(line), 0);
    return { month, lines, answers: sum((l) => l.answers), features: sum((l) => l.features), bytes: sum((l) => l.bytes) };
  });
}

/** The same lines for a spreadsheet (RFC 4180): one that speaks Turkish takes the semicolon for what parts the columns. */
export function csv(use: readonly Use[], language: Language, say: Say): string {
  const between = language === 'tr' ? ';' : ',';
  const rows = use.map((l) => [l.month, l.type, channelWord(l.channel, language), l.answers, l.features, l.bytes, l.lastAt]);
  return `\ufeff${[HEADS.map((key) => say(key)), ...rows].map((cells) => `${cells.join(between)}\r\n`).join('')}`;
}

/** What was received; undefined where that could not be read. */
export function useOf(
  use: readonly Use[] | undefined,
  layers: readonly Layer[],
  agreement: string,
  language: Language,
  say: Say,
): HTMLElement {
  const parts: HTMLElement[] = [element('h2', {}, say('use.title')), element('p', {}, say('use.intro'))];
  if (use === undefined) {
    parts.push(notice('note', say('use.failed')));
  } else if (use.length === 0) {
    parts.push(notice('note', say('use.none')));
  } else {
    parts.push(table(use, layers, language, say));
    const name = `${agreement.replace(/[^\w.-]+/g, '-')}.csv`;
    parts.push(
      button(say('use.save'), { class: 'secondary' }, () => save(new Blob([csv(use, language, say)], { type: 'text/csv' }), name)),
    );
  }
  return element('section', {}, ...parts);
}

function table(use: readonly Use[], layers: readonly Layer[], language: Language, say: Say): HTMLElement {
  const titles = new Map(layers.map((layer) => [layer.type, layer.title]));
  const figures = (line: { answers: number; features: number; bytes: number }): HTMLElement[] =>
    [line.answers, line.features, line.bytes].map((value) => element('td', { class: 'figure' }, number(value, language)));
  const rows = months(use).flatMap((month) => [
    ...month.lines.map((line) =>
      element(
        'tr',
        {},
        element('td', {}, monthName(line.month, language)),
        element('td', {}, titles.get(line.type) ?? line.type),
        element('td', {}, channelWord(line.channel, language)),
        ...figures(line),
        element('td', {}, moment(line.lastAt, language)),
      ),
    ),
    element(
      'tr',
      { class: 'sum' },
      element('th', { scope: 'row', colspan: '3' }, say('use.whole', { month: monthName(month.month, language) })),
      ...figures(month),
      element('td', {}),
    ),
  ]);
  return tableOf(
    say('use.caption'),
    HEADS.map((key, i) => ({ title: say(key), isFigure: i > 2 && i < 6 })),
    rows,
  );
}
