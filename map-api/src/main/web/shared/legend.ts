import { element } from './dom';
import type { Language } from './messages';

export interface LegendEntry {
  readonly label: Readonly<Record<Language, string>>;
  readonly colour: string;
  readonly count: number;
}

/** A legend's lines: all classes, and what has no value if anything has none. */
export function linesOf<Entry extends LegendEntry>(legend: {
  readonly classes: readonly Entry[];
  readonly noData: Entry | null;
}): readonly Entry[] {
  const { classes, noData } = legend;
  return noData && noData.count > 0 ? [...classes, noData] : classes;
}

/** The colour of a class, as its line shows it. */
export function swatch(colour: string): HTMLElement {
  const made = element('span', { class: 'swatch' });
  made.style.background = colour;
  return made;
}
