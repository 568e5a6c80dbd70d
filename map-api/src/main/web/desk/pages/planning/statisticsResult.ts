import { element } from '../../../shared/dom';
import { number } from '../../../shared/format';
import { swatch } from '../../../shared/legend';
import { type Column, field, notice, table } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { choice } from '../../parts/choice';
import { classOf, colourOf, limits, NONE, ranges } from './classes';
import type { Overlay } from './overlay';
import { type Named, shareOf, unitOf } from './question';

interface Figures {
  readonly count: number;
  readonly total: number | null;
  readonly mean: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly median: number | null;
  readonly withheld: boolean;
}

interface CodeCount {
  readonly title: Named;
  readonly withheld: boolean;
  readonly count?: number;
  readonly area?: number;
  readonly length?: number;
}

interface Area {
  readonly key: string;
  readonly kind: 'all' | 'drawn' | 'neighbourhood';
  readonly name: Named;
  readonly withheld: boolean;
  readonly count?: number;
  readonly area?: number;
  readonly length?: number;
  readonly figures?: readonly Figures[];
  readonly codes?: readonly CodeCount[];
}

export interface Answer {
  readonly release: number;
  readonly title: Named;
  readonly rule: 'inside' | 'clipped';
  readonly places: readonly Named[];
  readonly crs: string;
  readonly fields: readonly { readonly name: string; readonly title: Named; readonly unit: string | null }[];
  readonly breakdown?: { readonly title: Named };
  readonly hasArea: boolean;
  readonly hasLength: boolean;
  readonly areas: readonly Area[];
}

/** Where features lie that have no place of their own. */
export function borrowed({ say, language }: Desk, places: readonly Named[]): Node[] {
  const titles = places.map((one) => one[language]).join(say('planning.places.else'));
  return places.length === 0 ? [] : [element('p', { class: 'quiet' }, say('planning.places', { places: titles }))];
}

const STATISTICS = ['total', 'mean', 'min', 'max', 'median'] as const;
const SQUARE_METRES_PER_HECTARE = 10_000;
const METRES_PER_KILOMETRE = 1_000;

/** The figures of an answer as tables, and one of them as colours on the map. */
export class StatisticsResult {
  readonly root = element('div', {});
  private readonly legend = element('ul', { class: 'planning-legend' });
  private readonly codes = element('div', {});

  constructor(
    private readonly desk: Desk,
    private readonly answer: Answer,
    private readonly shapes: GeoJSON.FeatureCollection,
    private readonly overlay: Overlay,
  ) {
    const { say, language } = desk;
    const shown = choice(this.measures(), 'count', (measure) => this.paint(measure));
    const parts = [
      element('p', { class: 'method' }, say(`planning.method.${answer.rule}`, { release: answer.release, crs: answer.crs })),
      ...borrowed(desk, answer.places),
      answer.areas.some((area) => this.isWithheld(area)) ? notice('note', say('planning.withheld.why')) : undefined,
      table(answer.title[language], this.columns(), answer.areas),
      this.breakdown(),
      element('div', { class: 'screen-only' }, field(say('planning.onMap'), shown), this.legend),
    ];
    this.root.append(...parts.filter((part) => part !== undefined));
    this.paint('count');
  }

  private isWithheld(area: Area): boolean {
    return area.withheld || (area.figures ?? []).some((one) => one.withheld) || (area.codes ?? []).some((one) => one.withheld);
  }

  private columns(): Column<Area>[] {
    const { say, language } = this.desk;
    const columns: Column<Area>[] = [
      { title: say('planning.area'), cell: (area) => (area.kind === 'all' ? say('planning.all') : area.name[language]) },
      { title: say('planning.count'), isFigure: true, cell: (area) => this.count(area) },
    ];
    if (this.answer.hasArea) {
      columns.push({ title: say('planning.hectares'), isFigure: true, cell: (area) => this.size(area.area, SQUARE_METRES_PER_HECTARE) });
    }
    if (this.answer.hasLength) {
      columns.push({ title: say('planning.kilometres'), isFigure: true, cell: (area) => this.size(area.length, METRES_PER_KILOMETRE) });
    }
    this.answer.fields.forEach((one, index) => {
      STATISTICS.forEach((statistic) => {
        const title = `${one.title[language]}: ${say(`planning.statistic.${statistic}`)}${unitOf(one)}`;
        columns.push({ title, isFigure: true, cell: (area) => this.statistic(area.figures?.[index], statistic) });
      });
    });
    return columns;
  }

  private count(area: { readonly withheld: boolean; readonly count?: number }): string {
    return area.withheld ? this.desk.say('planning.withheld') : number(area.count ?? 0, this.desk.language);
  }

  private size(value: number | undefined, unit: number): string {
    return value === undefined ? this.desk.say('planning.withheld') : number(Math.round((value / unit) * 100) / 100, this.desk.language);
  }

  private statistic(figures: Figures | undefined, statistic: (typeof STATISTICS)[number]): string {
    const value = figures?.[statistic];
    if (value === undefined || value === null) {
      return figures === undefined || figures.withheld ? this.desk.say('planning.withheld') : '–';
    }
    return number(Math.round(value * 100) / 100, this.desk.language);
  }

  private breakdown(): HTMLElement | undefined {
    const { say, language } = this.desk;
    const title = this.answer.breakdown?.title[language];
    if (title === undefined) {
      return undefined;
    }
    const areas = this.answer.areas.map((area): [string, string] => [
      area.key,
      area.kind === 'all' ? say('planning.all') : area.name[language],
    ]);
    this.tell('', title);
    return element(
      'div',
      {},
      field(
        say('planning.breakdownOf'),
        choice(areas, '', (key) => this.tell(key, title)),
      ),
      this.codes,
    );
  }

  private tell(key: string, title: string): void {
    const { say, language } = this.desk;
    const area = this.answer.areas.find((one) => one.key === key);
    const all = area?.count ?? 0;
    const columns: Column<CodeCount>[] = [
      { title, cell: (code) => code.title[language] },
      { title: say('planning.count'), isFigure: true, cell: (code) => this.count(code) },
      {
        title: say('planning.share'),
        isFigure: true,
        cell: (code) => (code.count === undefined ? '–' : shareOf(code.count, all, language)),
      },
    ];
    if (this.answer.hasArea) {
      columns.push({ title: say('planning.hectares'), isFigure: true, cell: (code) => this.size(code.area, SQUARE_METRES_PER_HECTARE) });
    }
    if (this.answer.hasLength) {
      columns.push({ title: say('planning.kilometres'), isFigure: true, cell: (code) => this.size(code.length, METRES_PER_KILOMETRE) });
    }
    this.codes.replaceChildren(table(title, columns, area?.codes ?? []));
  }

  private measures(): [string, string][] {
    const { say, language } = this.desk;
    const fields = this.answer.fields.flatMap((one) =>
      (['total', 'mean', 'median'] as const).map((statistic): [string, string] => [
        `${one.name}.${statistic}`,
        `${one.title[language]}: ${say(`planning.statistic.${statistic}`)}`,
      ]),
    );
    return [
      ['count', say('planning.count')],
      ...(this.answer.hasArea ? [['area', say('planning.squareMetres')] as [string, string]] : []),
      ...(this.answer.hasLength ? [['length', say('planning.metres')] as [string, string]] : []),
      ...fields,
    ];
  }

  /** Drawn areas lie over neighbourhoods and are of any size: the two are never classed together. */
  private get kindInColour(): 'drawn' | 'neighbourhood' {
    return this.answer.areas.some((area) => area.kind === 'neighbourhood') ? 'neighbourhood' : 'drawn';
  }

  private paint(measure: string): void {
    const measured = (feature: GeoJSON.Feature): number | undefined => {
      const value: unknown = feature.properties?.[measure];
      return typeof value === 'number' ? value : undefined;
    };
    const kind = this.kindInColour;
    const values = this.shapes.features
      .filter((feature) => feature.properties?.kind === kind)
      .map(measured)
      .filter((value) => value !== undefined);
    const cuts = limits(values);
    const colour = (value: number | undefined): string => (value === undefined ? NONE : colourOf(classOf(value, cuts), cuts.length + 1));
    const features = this.shapes.features.map((feature) => {
      const own = feature.properties?.kind as unknown;
      return { ...feature, properties: { colour: colour(measured(feature)), drawn: own === 'drawn', inColour: own === kind } };
    });
    this.overlay.show({ type: 'FeatureCollection', features }, [
      { type: 'fill', filter: ['get', 'inColour'], paint: { 'fill-color': ['get', 'colour'], 'fill-opacity': 0.65 } },
      {
        type: 'line',
        paint: { 'line-color': ['case', ['get', 'drawn'], '#a1261b', '#16324a'], 'line-width': ['case', ['get', 'drawn'], 3, 1] },
      },
    ]);
    this.tellColours(values, cuts);
  }

  private tellColours(values: readonly number[], cuts: readonly number[]): void {
    const { say, language } = this.desk;
    const kind = this.kindInColour;
    const lines = ranges(values, cuts, language);
    const hasOutlines = kind === 'neighbourhood' && this.answer.areas.some((area) => area.kind === 'drawn');
    this.legend.replaceChildren(
      element('li', {}, say(`planning.classed.${kind}`, { count: values.length })),
      ...lines.map((line, index) => element('li', {}, swatch(colourOf(index, lines.length)), line)),
      ...(hasOutlines ? [element('li', {}, element('span', { class: 'swatch outlined' }), say('planning.classed.outlined'))] : []),
    );
  }
}
