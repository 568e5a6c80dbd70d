import { element } from '../../../shared/dom';
import type { Language } from '../../../shared/messages';
import { number } from '../../parts';
import type { LegendEntry, Preview } from './definition';

/** A legend's lines: all classes, and what has no value if anything has none. */
export function linesOf({ classes, noData }: Preview['legend']): readonly LegendEntry[] {
  return noData && noData.count > 0 ? [...classes, noData] : classes;
}

/** The same for people, with counts and shares. */
export function legendLines(legend: Preview['legend'], language: Language): HTMLElement[] {
  const share = new Intl.NumberFormat(language === 'tr' ? 'tr-TR' : 'en-GB', { style: 'percent', maximumFractionDigits: 1 });
  return linesOf(legend).map((entry) => {
    const swatch = element('span', { class: 'swatch' });
    swatch.style.background = entry.colour;
    const part = legend.total === 0 ? 0 : entry.count / legend.total;
    return element(
      'li',
      {},
      swatch,
      element('span', { class: 'label' }, entry.label[language]),
      element('b', {}, number(entry.count, language)),
      element('small', {}, share.format(part)),
    );
  });
}
