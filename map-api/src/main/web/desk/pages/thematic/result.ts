import { element } from '../../../shared/dom';
import type { Desk } from '../../desk';
import { notice, number } from '../../parts';
import { type Actions, deeds } from './deeds';
import { type Definition, type LegendEntry, limitsOf, type Preview, type Saved } from './definition';
import { keepingFocus } from './focus';
import { Histogram } from './histogram';

/** What a map says: its title, how the values are spread, the legend, and what can be done with it. Its parts stay the same elements. */
export class Result {
  readonly element = element('div', { class: 'thematic-result' });
  private readonly fault = element('div', {});
  private readonly body = element('div', { hidden: '' });
  private readonly heading = element('h2', {});
  private readonly chart: Histogram;
  private readonly spread: HTMLElement;
  private readonly legend = element('ul', { class: 'thematic-legend' });
  private readonly total = element('p', { class: 'total' });
  private readonly doings: HTMLElement;
  private unit = '';
  private done = '';

  constructor(
    private readonly desk: Desk,
    private readonly actions: Actions,
    onLimits: (limits: number[]) => void,
  ) {
    const { say, language } = desk;
    this.chart = new Histogram({
      title: say('thematic.histogram'),
      limit: (index, count) => say('thematic.limit', { index, count }),
      value: (limit) => `${number(limit, language)}${this.unit && ` ${this.unit}`}`,
    }, onLimits);
    this.spread = element('div', {}, this.chart.element, element('small', { class: 'hint' }, say('thematic.histogram.hint')));
    this.doings = element('div', { role: 'group', tabindex: '-1', 'aria-label': say('thematic.deeds') });
    this.body.append(this.heading, this.spread, this.legend, this.total, this.doings);
    this.element.append(this.fault, this.body);
  }

  show(preview: Preview, definition: Definition, kept: Saved | undefined): void {
    const { say, language } = this.desk;
    const { legend } = preview;
    const none = legend.noData;
    this.unit = legend.unit?.[language] ?? '';
    this.heading.textContent = legend.title[language] + (this.unit && ` (${this.unit})`);
    this.spread.hidden = legend.histogram.bins.length === 0;
    this.chart.show(legend, this.spread.hidden ? [] : limitsOf(legend.classes));
    this.legend.replaceChildren(...[...legend.classes, ...(none && none.count > 0 ? [none] : [])].map((entry) => this.line(entry, legend.total)));
    this.total.textContent = say('thematic.total', { count: number(legend.total, language) });
    this.offer(definition, kept);
    this.fault.replaceChildren();
    this.body.hidden = false;
    this.element.dataset['state'] = 'ready';
  }

  private line(entry: LegendEntry, total: number): HTMLElement {
    const { language } = this.desk;
    const swatch = element('span', { class: 'swatch' });
    swatch.style.background = entry.colour;
    const share = new Intl.NumberFormat(language === 'tr' ? 'tr-TR' : 'en-GB', { style: 'percent', maximumFractionDigits: 1 });
    return element('li', {}, swatch, element('span', { class: 'label' }, entry.label[language]), element('b', {}, number(entry.count, language)), element('small', {}, share.format(total === 0 ? 0 : entry.count / total)));
  }

  /** Made anew only when other things can be done, so that nothing typed there is lost. */
  private offer(definition: Definition, kept: Saved | undefined): void {
    const key = `${kept?.id ?? ''} ${kept?.state ?? ''}`;
    if (this.done !== key) {
      this.done = key;
      keepingFocus(this.doings, () => this.doings.replaceChildren(deeds(this.desk, definition, kept, this.actions)), this.doings);
    }
  }

  /** The map cannot be drawn: nothing of an older one is left. */
  refuse(why: string): void {
    this.body.hidden = true;
    this.told(why);
  }

  /** Something asked for was not done. */
  told(why: string): void {
    this.fault.replaceChildren(notice('bad', why));
  }
}
