import { channelWord } from './channels';
import { element } from './dom';
import { moment, month as monthName, number } from './format';
import type { Language } from './messages';
import { tableOf } from './parts';

/** What left under an agreement, by month, layer and channel, as both sides are shown it. */
export interface Use {
  readonly month: string;
  readonly type: string;
  readonly channel: string;
  readonly answers: number;
  readonly features: number;
  readonly bytes: number;
  readonly lastAt: string;
}

/** The lines of one month and what they come to. */
export interface Month {
  readonly month: string;
  readonly lines: readonly Use[];
  readonly answers: number;
  readonly features: number;
  readonly bytes: number;
}

/** What the table is called in the words of its page; the heads are month, layer, channel, answers, features, bytes and last. */
export interface UseWords {
  readonly caption: string;
  readonly heads: readonly string[];
  whole(month: string): string;
  layer(type: string): string;
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
export function csv(use: readonly Use[], heads: readonly string[], language: Language): string {
  const between = language === 'tr' ? ';' : ',';
  const rows = use.map((l) => [l.month, l.type, channelWord(l.channel, language), l.answers, l.features, l.bytes, l.lastAt]);
  return `\ufeff${[heads, ...rows].map((cells) => `${cells.join(between)}\r\n`).join('')}`;
}

/** What the file of an agreement's lines is called. */
export function csvName(agreement: string): string {
  return `${agreement.replace(/[^\w.-]+/g, '-')}.csv`;
}

/** Each month's lines, and what they come to. */
export function useTable(use: readonly Use[], words: UseWords, language: Language): HTMLElement {
  const figures = (line: { answers: number; features: number; bytes: number }): HTMLElement[] =>
    [line.answers, line.features, line.bytes].map((value) => element('td', { class: 'figure' }, number(value, language)));
  const rows = months(use).flatMap((month) => [
    ...month.lines.map((line) =>
      element(
        'tr',
        {},
        element('td', {}, monthName(line.month, language)),
        element('td', {}, words.layer(line.type)),
        element('td', {}, channelWord(line.channel, language)),
        ...figures(line),
        element('td', {}, moment(line.lastAt, language)),
      ),
    ),
    element(
      'tr',
      { class: 'sum' },
      element('th', { scope: 'row', colspan: '3' }, words.whole(monthName(month.month, language))),
      ...figures(month),
      element('td', {}),
    ),
  ]);
  return tableOf(
    words.caption,
    words.heads.map((title, i) => ({ title, isFigure: i > 2 && i < 6 })),
    rows,
  );
}
