import { element } from '../../../shared/dom';
import { number } from '../../../shared/format';
import { notice } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { type Actions, Deeds } from './deeds';
import { type Definition, limitsOf, type Preview, type Saved, sameMap } from './definition';
import { Histogram } from './histogram';
import { legendLines } from './legend';
import type { OpenMap, Side } from './open';

/** What is on the screen, for whose eyes, and what is kept of it. */
export interface Shown {
  readonly own: Preview;
  readonly definition: Definition;
  readonly kept: Saved | undefined;
  readonly open: OpenMap | undefined;
  readonly side: Side;
}

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
  private isOfYears = false;

  constructor(
    private readonly desk: Desk,
    actions: Actions,
    onLimits: (limits: number[]) => void,
  ) {
    const { say, language } = desk;
    this.chart = new Histogram(
      {
        title: say('thematic.histogram'),
        limit: (index, count) => say('thematic.limit', { index, count }),
        value: (limit) => (this.isOfYears ? String(Math.floor(limit)) : `${number(limit, language)}${this.unit && ` ${this.unit}`}`),
        count: (most) => say('thematic.histogram.most', { count: number(most, language) }),
      },
      onLimits,
    );
    this.spread = element('div', {}, this.chart.element, element('small', { class: 'hint' }, say('thematic.histogram.hint')));
    this.deeds = new Deeds(desk, actions);
    this.body.append(this.heading, this.about, this.spread, this.legend, this.total, this.deeds.element);
    this.element.append(this.fault, this.body);
  }

  show({ own, definition, kept, open, side }: Shown): void {
    const { say, language } = this.desk;
    const { legend } = seen({ own, open, side });
    this.isOfYears = legend.years;
    this.unit = legend.unit?.[language] ?? '';
    this.heading.textContent = legend.title[language] + (this.unit && ` (${this.unit})`);
    this.about.textContent = legend.about[language];
    this.spread.hidden = legend.histogram.bins.length === 0;
    this.chart.show(legend, this.spread.hidden ? [] : limitsOf(legend.classes));
    this.legend.replaceChildren(...legendLines(legend, language));
    this.total.textContent = say('thematic.total', { count: number(legend.total, language) });
    const isChanged = kept !== undefined && !sameMap(own.map, kept.map);
    this.deeds.show({ definition, kept, isChanged, own: own.legend, open, side });
    this.fault.replaceChildren();
    this.body.hidden = false;
    this.element.dataset.state = 'ready';
  }

  /** The map cannot be made: the one before stays, so that the limits and choices that led here can be taken back. */
  refuse(why: string): void {
    this.element.dataset.state = 'refused';
    this.told(why);
  }

  /** Something asked for was not done; what may help is offered. */
  told(why: string, ...help: readonly HTMLElement[]): void {
    this.fault.replaceChildren(notice('bad', why), ...help);
  }
}

/** The one view that legend and map both show. */
export function seen({ own, open, side }: Pick<Shown, 'own' | 'open' | 'side'>): Preview {
  return side === 'open' && open?.preview ? open.preview : own;
}
