import { element } from '../../../shared/dom';
import type { Desk } from '../../desk';
import { notice, number } from '../../parts';
import { type Actions, Deeds } from './deeds';
import { type Definition, limitsOf, type Preview, type Saved, sameMap } from './definition';
import { Histogram } from './histogram';
import { legendLines } from './legend';
import type { OpenMap } from './open';

/** What a map says: its title, how the values are spread, the legend, and what can be done with it. Its parts stay the same elements. */
export class Result {
  readonly element = element('div', { class: 'thematic-result' });
  private readonly fault = element('div', {});
  private readonly body = element('div', { hidden: '' });
  private readonly heading = element('h2', {});
  private readonly about = element('p', { class: 'hint' });
  private readonly chart: Histogram;
  private readonly spread: HTMLElement;
  private readonly legend = element('ul', { class: 'thematic-legend' });
  private readonly total = element('p', { class: 'total' });
  private readonly deeds: Deeds;
  private unit = '';

  constructor(
    private readonly desk: Desk,
    actions: Actions,
    onLimits: (limits: number[]) => void,
  ) {
    const { say, language } = desk;
    this.chart = new Histogram({
      title: say('thematic.histogram'),
      limit: (index, count) => say('thematic.limit', { index, count }),
      value: (limit) => `${number(limit, language)}${this.unit && ` ${this.unit}`}`,
      count: (most) => say('thematic.histogram.most', { count: number(most, language) }),
    }, onLimits);
    this.spread = element('div', {}, this.chart.element, element('small', { class: 'hint' }, say('thematic.histogram.hint')));
    this.deeds = new Deeds(desk, actions);
    this.body.append(this.heading, this.about, this.spread, this.legend, this.total, this.deeds.element);
    this.element.append(this.fault, this.body);
  }

  show(preview: Preview, definition: Definition, kept: Saved | undefined, open: OpenMap | undefined): void {
    const { say, language } = this.desk;
    const { legend } = preview;
    this.unit = legend.unit?.[language] ?? '';
    this.heading.textContent = legend.title[language] + (this.unit && ` (${this.unit})`);
    this.about.textContent = legend.about[language];
    this.spread.hidden = legend.histogram.bins.length === 0;
    this.chart.show(legend, this.spread.hidden ? [] : limitsOf(legend.classes));
    this.legend.replaceChildren(...legendLines(legend, language));
    this.total.textContent = say('thematic.total', { count: number(legend.total, language) });
    const isChanged = kept !== undefined && !sameMap(preview.map, kept.map);
    this.deeds.show({ definition, kept, isChanged, own: legend, open });
    this.fault.replaceChildren();
    this.body.hidden = false;
    this.element.dataset['state'] = 'ready';
  }

  /** The map cannot be made: the one before stays, so that the limits and choices that led here can be taken back. */
  refuse(why: string): void {
    this.element.dataset['state'] = 'refused';
    this.told(why);
  }

  /** Something asked for was not done. */
  told(why: string): void {
    this.fault.replaceChildren(notice('bad', why));
  }
}
