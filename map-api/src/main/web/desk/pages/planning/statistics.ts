import { button, element } from '../../../shared/dom';
import { keyed } from '../../../shared/focus';
import { field } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { choice } from '../../parts/choice';
import { FilterFields } from '../../parts/filterFields';
import { Areas } from './areas';
import { Asking } from './asking';
import { Overlay } from './overlay';
import { fieldsOf, fromAddress, hasPlace, type PlanningType, type StatisticsQuestion, toAddress, unitOf } from './question';
import { type Answer, borrowed, StatisticsResult } from './statisticsResult';

const USUAL: StatisticsQuestion = {
  type: 'bina',
  rule: 'inside',
  fields: [],
  breakdown: null,
  filter: null,
  neighbourhoods: true,
  areas: [],
};
const MOST_FIELDS = 5;

/** Statistics by area: the question, the answer as a table, and its areas on the map. */
export async function showStatistics(root: HTMLElement, desk: Desk, types: readonly PlanningType[]): Promise<() => void> {
  const page = new StatisticsPage(root, desk, types);
  await page.open();
  return () => page.close();
}

class StatisticsPage {
  private readonly question: StatisticsQuestion;
  private readonly form = element('form', { class: 'filters question' });
  private readonly told = element('div', {});
  private readonly output = element('div', { class: 'answer' });
  private readonly asking: Asking;
  private readonly filterFields: FilterFields;
  private areas: Areas | undefined;
  private overlay = new Overlay('planning', undefined);

  constructor(
    private readonly root: HTMLElement,
    private readonly desk: Desk,
    private readonly types: readonly PlanningType[],
  ) {
    this.question = structuredClone(fromAddress(location.hash, USUAL));
    this.asking = new Asking(desk, this.told);
    this.filterFields = new FilterFields(desk, fieldsOf, () => this.form.querySelector<HTMLInputElement>('[data-key=filter]'));
  }

  async open(): Promise<void> {
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.ask();
    });
    this.root.append(this.form, this.told, this.output);
    this.fill();
    this.overlay = new Overlay('planning', await this.desk.map().catch(() => undefined));
    await this.ask();
  }

  close(): void {
    this.overlay.clear();
    void this.areas?.close();
  }

  private type(): PlanningType | undefined {
    return this.types.find((one) => one.name === this.question.type) ?? this.types[0];
  }

  private fill(): void {
    const { say, language } = this.desk;
    const q = this.question;
    const type = this.type();
    q.type = type?.name ?? '';
    void this.areas?.close();
    this.areas = new Areas(this.desk, q.areas, () => void this.ask());
    const placed = [...this.types].sort((one, other) => Number(hasPlace(other)) - Number(hasPlace(one)));
    const types = placed.map((one): [string, string] => [
      one.name,
      hasPlace(one) ? one.title[language] : say('planning.noPlace.mark', { title: one.title[language] }),
    ]);
    const codes = (type?.codes ?? []).map((one): [string, string] => [one.name, one.title[language]]);
    const filter = keyed('filter', element('input', { type: 'text', value: q.filter ?? '', spellcheck: 'false' }));
    filter.addEventListener('input', () => (q.filter = filter.value.trim() || null));
    this.filterFields.of(q.type);
    this.form.replaceChildren(
      field(
        say('planning.type'),
        choice(types, q.type, (name) => this.choose(name)),
      ),
      field(
        say('planning.breakdown'),
        choice([['', '–'], ...codes], q.breakdown ?? '', (name) => (q.breakdown = name || null)),
      ),
      field(say('planning.filter'), filter, say('planning.filter.hint')),
      this.filterFields.element,
      this.rules(type),
      this.fields(type),
      hasPlace(type)
        ? element(
            'fieldset',
            { class: 'wide' },
            element('legend', {}, say('planning.areas')),
            ...borrowed(this.desk, type?.places ?? []),
            this.neighbourhoods(),
            this.areas.root,
          )
        : element('p', { class: 'wide quiet' }, say('planning.noPlace')),
      element('div', { class: 'actions wide' }, element('button', { type: 'submit', class: 'primary' }, say('planning.ask'))),
    );
  }

  private choose(name: string): void {
    Object.assign(this.question, { type: name, fields: [], breakdown: null, filter: null, rule: 'inside' });
    this.fill();
    this.form.querySelector('select')?.focus();
  }

  /** A point has no parts. */
  private rules(type: PlanningType | undefined): HTMLElement {
    const made = element('fieldset', { class: 'wide' }, element('legend', {}, this.desk.say('planning.rule')));
    made.hidden = type?.geometry === 'point' || type?.geometry === 'none';
    for (const rule of ['inside', 'clipped'] as const) {
      const input = element('input', { type: 'radio', name: 'rule', value: rule });
      input.checked = this.question.rule === rule;
      input.addEventListener('change', () => (this.question.rule = rule));
      made.append(element('label', { class: 'check' }, input, ` ${this.desk.say(`planning.rule.${rule}`)}`));
    }
    return made;
  }

  private fields(type: PlanningType | undefined): HTMLElement {
    const boxes = (type?.numbers ?? []).map((one) => {
      const box = element('input', { type: 'checkbox', value: one.name });
      box.checked = this.question.fields.includes(one.name);
      box.addEventListener('change', () => this.tick(one.name, box));
      return element('label', { class: 'check' }, box, ` ${one.title[this.desk.language]}${unitOf(one)}`);
    });
    const made = element(
      'details',
      { class: 'wide' },
      element('summary', {}, this.desk.say('planning.fields', { most: MOST_FIELDS })),
      element('div', { class: 'boxes' }, ...boxes),
    );
    made.open = this.question.fields.length > 0;
    made.hidden = boxes.length === 0;
    return made;
  }

  private tick(name: string, box: HTMLInputElement): void {
    const others = this.question.fields.filter((one) => one !== name);
    box.checked = box.checked && others.length < MOST_FIELDS;
    this.question.fields = box.checked ? [...others, name] : others;
  }

  private neighbourhoods(): HTMLElement {
    const box = element('input', { type: 'checkbox' });
    box.checked = this.question.neighbourhoods;
    box.addEventListener('change', () => (this.question.neighbourhoods = box.checked));
    return element('label', { class: 'check' }, box, ` ${this.desk.say('planning.areas.neighbourhoods')}`);
  }

  private async ask(): Promise<void> {
    if (this.desk.left.aborted) {
      return;
    }
    history.replaceState(null, '', `${location.pathname}${location.search}${toAddress(this.question)}`);
    this.root.dataset.state = 'asking';
    const whole = { neighbourhoods: false, areas: [] };
    const question = structuredClone({ ...this.question, ...(hasPlace(this.type()) ? {} : whole) });
    const answer = await this.asking.ask<Answer & { shapes: GeoJSON.FeatureCollection }>('/statistics?shapes=true', question);
    if (!answer) {
      this.root.dataset.state = 'refused';
      return;
    }
    const result = new StatisticsResult(this.desk, answer, answer.shapes, this.overlay);
    this.output.replaceChildren(result.root, this.files(question));
    this.desk.announce(this.desk.say('planning.done'));
    this.root.dataset.state = 'ready';
  }

  private files(question: StatisticsQuestion): HTMLElement {
    const { say, language } = this.desk;
    const english = language === 'en';
    const csv = (): void =>
      void this.asking.save(`/statistics.csv?lang=${language}`, question, `${english ? 'statistics' : 'istatistik'}.csv`);
    const map = (): void => void this.asking.save('/statistics.geojson', question, `${english ? 'statistics' : 'istatistik'}.geojson`);
    return element(
      'div',
      { class: 'actions files' },
      button(say('planning.csv'), { class: 'small' }, csv),
      button(say('planning.geojson'), { class: 'small' }, map),
      button(say('planning.print'), { class: 'small' }, () => window.print()),
    );
  }
}
