import { number } from '../../../shared/format';
import type { Language } from '../../../shared/messages';

/** Colours for the areas of an answer: five classes of as equal numbers of areas as the values allow (ColorBrewer YlGnBu, colour-blind safe). */
export const COLOURS = ['#ffffcc', '#a1dab4', '#41b6c4', '#2c7fb8', '#253494'] as const;
export const NONE = '#d8d8d8';

/** The upper limits of all classes but the last, each once. */
export function limits(values: readonly number[]): number[] {
  const sorted = [...values].sort((one, other) => one - other);
  const cuts = COLOURS.slice(1).map((_, i) => sorted[Math.ceil(((i + 1) * sorted.length) / COLOURS.length) - 1] ?? 0);
  return [...new Set(cuts)].filter((cut) => cut < (sorted[sorted.length - 1] ?? 0));
}

/** The class of a value, from 0; every class has a colour. */
export function classOf(value: number, cuts: readonly number[]): number {
  const above = cuts.findIndex((cut) => value <= cut);
  return above < 0 ? cuts.length : above;
}

/** The colour of a class when there are fewer than five: as far apart as they can be. */
export function colourOf(index: number, classes: number): string {
  return COLOURS[classes < 2 ? 2 : Math.round((index * (COLOURS.length - 1)) / (classes - 1))] ?? NONE;
}

/** What each class holds, written as the legend of a thematic map writes it: no value seems to be in two. */
export function ranges(values: readonly number[], cuts: readonly number[], language: Language): string[] {
  if (values.length === 0) {
    return [];
  }
  const isWhole = values.every(Number.isInteger);
  const text = (value: number): string => number(value, language);
  const least = Math.min(...values);
  return [...cuts, Math.max(...values)].map((last, index) => {
    const before = cuts[index - 1];
    if (!isWhole) {
      return `${before === undefined ? '' : '> '}${text(before ?? least)} – ${text(last)}`;
    }
    const first = before === undefined ? least : before + 1;
    return first === last ? text(first) : `${text(first)} – ${text(last)}`;
  });
}
