import { button, element } from '../../../shared/dom';
import { keepingFocus } from '../../../shared/focus';
import { number } from '../../../shared/format';
import { type Column, field, figure, table } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { choice } from '../../parts/choice';
import { Asking } from './asking';
import { type ServiceQuestion, shareOf } from './question';

interface Counts {
  readonly id: string | null;
  readonly name: string | null;
  readonly doors: number;
  readonly served: readonly number[];
  readonly tooFar: number;
  readonly cutOff: number;
  readonly noStreet: number;
}

export interface Summary {
  readonly release: number;
  readonly crs: string;
  readonly method: { readonly speed: number; readonly snap: number; readonly minutes: readonly number[] };
  readonly facilities: { readonly count: number; readonly withoutStreet: number };
  readonly network: { readonly streets: number; readonly junctions: number; readonly metres: number };
  readonly city: Counts;
  readonly neighbourhoods: readonly Counts[];
}

const OUTCOMES = ['served', 'too-far', 'cut-off', 'no-street'] as const;

interface Door {
  readonly id: string;
  readonly neighbourhood: string;
  readonly street: string;
  readonly number: string;
  readonly outcome: (typeof OUTCOMES)[number];
  readonly minutes: number | null;
  readonly metres: number | null;
  readonly nearest: { readonly id: string | null; readonly name: string } | null;
}

interface Page {
  readonly total: number;
  readonly rows: readonly Door[];
}

const ROWS = 50;
const METRES_PER_KILOMETRE = 1_000;

/** Who is served and who is not: figures, neighbourhoods, and the addresses themselves page by page. */
export class ServiceResult {
  readonly root = element('div', {});
  /** The list is asked for beside the shapes of the same answer. */
  private readonly asking: Asking;
  private readonly rows = element('div', { tabindex: '-1' });
  private which: 'served' | 'not-served' = 'not-served';
  private neighbourhood: string | null = null;
  private offset = 0;

  constructor(
    private readonly desk: Desk,
    private readonly question: ServiceQuestion,
    private readonly summary: Summary,
  ) {
    this.asking = new Asking(desk, element('div', {}));
    this.root.append(
      element('p', { class: 'method' }, this.method()),
      element('dl', { class: 'cards' }, ...this.cards()),
      table(desk.say('planning.byNeighbourhood'), this.columns(), [summary.city, ...summary.neighbourhoods]),
      element('h2', {}, desk.say('planning.addresses')),
      this.choices(),
      this.asking.told,
      this.rows,
    );
  }

  /** Another question is asked. */
  close(): void {
    this.asking.stop();
  }

  private method(): string {
    const { say, language } = this.desk;
    const { method, facilities, network, release, crs } = this.summary;
    const { point } = this.question;
    const to = point ? say('planning.method.to', { point: `${point[0]} ${point[1]}` }) : '';
    return (
      to +
      say('planning.method.walk', {
        speed: number(method.speed, language),
        snap: number(method.snap, language),
        facilities: number(facilities.count, language),
        lost: number(facilities.withoutStreet, language),
        streets: number(network.streets, language),
        kilometres: number(Math.round(network.metres / METRES_PER_KILOMETRE), language),
        release,
        crs,
      })
    );
  }

  private cards(): HTMLElement[] {
    const { say, language } = this.desk;
    const { city, method } = this.summary;
    const served = method.minutes.map((minutes, index) =>
      figure(
        say('planning.band', { minutes }),
        this.shareOf(city.served[index] ?? 0, city.doors),
        say('planning.ofDoors', { count: number(city.served[index] ?? 0, language), all: number(city.doors, language) }),
      ),
    );
    const left = city.tooFar + city.cutOff + city.noStreet;
    return [
      ...served,
      figure(
        say('planning.notServed'),
        this.shareOf(left, city.doors),
        say('planning.ofDoors', { count: number(left, language), all: number(city.doors, language) }),
      ),
    ];
  }

  private shareOf(part: number, all: number): string {
    return shareOf(part, all, this.desk.language);
  }

  private columns(): Column<Counts>[] {
    const { say, language } = this.desk;
    const plain = (title: string, of: (row: Counts) => number): Column<Counts> => ({
      title,
      isFigure: true,
      cell: (row) => number(of(row), language),
    });
    return [
      {
        title: say('planning.area'),
        cell: (row) => (row === this.summary.city ? say('planning.all') : (row.name ?? say('planning.nowhere'))),
      },
      plain(say('planning.doors'), (row) => row.doors),
      ...this.summary.method.minutes.map((minutes, index) => plain(say('planning.band', { minutes }), (row) => row.served[index] ?? 0)),
      { title: say('planning.served'), isFigure: true, cell: (row) => this.shareOf(row.served[row.served.length - 1] ?? 0, row.doors) },
      plain(say('planning.outcome.too-far'), (row) => row.tooFar),
      plain(say('planning.outcome.cut-off'), (row) => row.cutOff),
      plain(say('planning.outcome.no-street'), (row) => row.noStreet),
    ];
  }

  private choices(): HTMLElement {
    const { say } = this.desk;
    const units = this.summary.neighbourhoods
      .filter((one) => one.id !== null)
      .map((one): [string, string] => [one.id ?? '', one.name ?? '']);
    const which = choice(
      [
        ['not-served', say('planning.notServed')],
        ['served', say('planning.served')],
      ],
      this.which,
      (value) => this.turn(() => (this.which = value === 'served' ? 'served' : 'not-served')),
    );
    const hood = choice([['', say('planning.all')], ...units], '', (value) => this.turn(() => (this.neighbourhood = value || null)));
    return element(
      'div',
      { class: 'filters' },
      field(say('planning.list'), which),
      field(say('planning.neighbourhood'), hood),
      this.files(),
    );
  }

  private turn(change: () => void): void {
    change();
    this.offset = 0;
    void this.list();
  }

  private asked(): object {
    return { ...this.question, list: { which: this.which, neighbourhood: this.neighbourhood, limit: ROWS, offset: this.offset } };
  }

  private files(): HTMLElement {
    const { say, language } = this.desk;
    const name = language === 'en' ? 'addresses' : 'adresler';
    return element(
      'div',
      { class: 'actions files' },
      button(
        say('planning.csv'),
        { class: 'small' },
        () => void this.asking.save(`/service-area/addresses.csv?lang=${language}`, this.asked(), `${name}.csv`),
      ),
      button(
        say('planning.geojson'),
        { class: 'small' },
        () => void this.asking.save('/service-area/addresses.geojson', this.asked(), `${name}.geojson`),
      ),
      button(
        say('planning.shapes'),
        { class: 'small' },
        () =>
          void this.asking.save('/service-area/shapes', this.question, language === 'en' ? 'service-area.geojson' : 'hizmet-alani.geojson'),
      ),
      button(say('planning.print'), { class: 'small' }, () => window.print()),
    );
  }

  /** Shows the page of the list that is chosen. */
  async list(): Promise<void> {
    const page = await this.asking.ask<Page>('/service-area/addresses', this.asked());
    if (page) {
      const list = table(this.title(page), this.doors(), page.rows);
      keepingFocus(this.rows, () => this.rows.replaceChildren(list, this.paging(page)), this.rows);
    }
  }

  private title(page: Page): string {
    const { say, language } = this.desk;
    const last = this.offset + page.rows.length;
    const from = number(page.total === 0 ? 0 : this.offset + 1, language);
    return say('planning.page', { from, to: number(last, language), total: number(page.total, language) });
  }

  private doors(): Column<Door>[] {
    const { say, language } = this.desk;
    return [
      { title: say('planning.neighbourhood'), cell: (door) => door.neighbourhood },
      { title: say('planning.street'), cell: (door) => door.street },
      { title: say('planning.number'), cell: (door) => door.number },
      {
        title: say('planning.minutesShort'),
        isFigure: true,
        cell: (door) => (door.minutes === null ? '–' : number(door.minutes, language)),
      },
      { title: say('planning.metres'), isFigure: true, cell: (door) => (door.metres === null ? '–' : number(door.metres, language)) },
      { title: say('planning.nearest'), cell: (door) => door.nearest?.name ?? '–' },
      { title: say('planning.outcome'), cell: (door) => say(`planning.outcome.${door.outcome}`) },
    ];
  }

  private paging(page: Page): HTMLElement {
    const { say } = this.desk;
    const back = button(say('planning.back'), { class: 'small' }, () => this.move(-ROWS));
    const on = button(say('planning.on'), { class: 'small' }, () => this.move(ROWS));
    back.disabled = this.offset === 0;
    on.disabled = this.offset + page.rows.length >= page.total;
    return element('div', { class: 'paging' }, back, on);
  }

  private move(by: number): void {
    this.offset = Math.max(0, this.offset + by);
    void this.list();
  }
}
