import { element } from '../../../shared/dom';
import { number, percent } from '../../../shared/format';
import { linesOf, swatch } from '../../../shared/legend';
import type { Language } from '../../../shared/messages';
import type { Preview } from './definition';

/** The same for people, with counts and shares. */
export function legendLines(legend: Preview['legend'], language: Language): HTMLElement[] {
  return linesOf(legend).map((entry) => {
    const part = legend.total === 0 ? 0 : entry.count / legend.total;
    return element(
      'li',
      {},
      swatch(entry.colour),
      element('span', { class: 'label' }, entry.label[language]),
      element('b', {}, number(entry.count, language)),
      element('small', {}, percent(part, language)),
    );
  });
}
