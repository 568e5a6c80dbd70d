import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import { button, element } from '../../../shared/dom';
import { keyed } from '../../../shared/focus';
import { field, notice } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { choice } from '../../parts/choice';
import { FilterFields } from '../../parts/filterFields';
import { nearCity } from '../../parts/places';
import { Asking } from './asking';
import { Overlay } from './overlay';
import { corners, fieldsOf, fromAddress, minutesOf, type PlanningType, type ServiceQuestion, toAddress } from './question';
import { showReach } from './reach';
import { ServiceResult, type Summary } from './serviceResult';

const USUAL: ServiceQuestion = {
  facilities: { type: 'kamu_hizmeti', attribute: 'altTip', code: 'eczane', filter: null },
  point: null,
  minutes: [5, 10, 15],
  speed: 5,
  snap: 100,
};

/** Who can walk to what: the question, the addresses served and not served, and the ground reached on the map. */
export async function showService(root: HTMLElement, desk: Desk, types: readonly PlanningType[]): Promise<() => void> {
  const page = new ServicePage(
    root,
    desk,
    types.filter((type) => type.geometry !== 'none' && type.geometry !== 'line'),
  );
  await page.open();
  return () => page.close();
}

class ServicePage {
  private readonly question: ServiceQuestion;
  private readonly form = element('form', { class: 'filters question' });
  private readonly told = element('div', {});
  private readonly output = element('div', { class: 'answer' });
  private readonly asking: Asking;
  private readonly filterFields: FilterFields;
  private map: MapLibre | undefined;
  private result: ServiceResult | undefined;
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
    this.map = await this.desk.map().catch(() => undefined);
    this.overlay = new Overlay('planning', this.map);
    await this.ask();
  }

  close(): void {
    this.picked();
    this.overlay.clear();
  }

  private fill(): void {
    const { say } = this.desk;
    const q = this.question;
    const target = choice(
      [
        ['features', say('planning.to.features')],
        ['point', say('planning.to.point')],
      ],
      q.point ? 'point' : 'features',
      (kind) => this.aim(kind),
    );
    const minutes = element('input', { type: 'text', value: q.minutes.join(', '), inputmode: 'numeric' });
    minutes.addEventListener('change', () => (q.minutes = minutesOf(minutes.value)));
    this.form.replaceChildren(
      field(say('planning.to'), target),
      ...(q.point ? this.place(q.point) : this.features()),
      field(say('planning.minutes'), minutes, say('planning.minutes.hint')),
      field(
        say('planning.speed'),
        this.figure(q.speed, '1', '8', '0.1', (value) => (q.speed = value)),
        say('planning.speed.hint'),
      ),
      field(
        say('planning.snap'),
        this.figure(q.snap, '5', '500', '5', (value) => (q.snap = value)),
        say('planning.snap.hint'),
      ),
      element('div', { class: 'actions wide' }, element('button', { type: 'submit', class: 'primary' }, say('planning.ask'))),
    );
  }

  private figure(value: number, min: string, max: string, step: string, set: (value: number) => void): HTMLInputElement {
    const made = element('input', { type: 'number', value: String(value), min, max, step });
    made.addEventListener('change', () => set(made.valueAsNumber));
    return made;
  }

  private aim(kind: string): void {
    if (kind === 'point') {
      const middle = this.map?.getCenter();
      this.question.point = [round(middle?.lng ?? 0), round(middle?.lat ?? 0)];
      this.question.facilities = null;
    } else {
      this.question.point = null;
      this.question.facilities = structuredClone(USUAL.facilities);
    }
    this.fill();
  }

  private features(): HTMLElement[] {
    const { say, language } = this.desk;
    const asked = this.question.facilities ?? structuredClone(USUAL.facilities) ?? { type: '', attribute: null, code: null, filter: null };
    this.question.facilities = asked;
    const type = this.types.find((one) => one.name === asked.type) ?? this.types[0];
    asked.type = type?.name ?? '';
    const attribute = type?.codes.find((one) => one.name === asked.attribute);
    const types = this.types.map((one): [string, string] => [one.name, one.title[language]]);
    const attributes = (type?.codes ?? []).map((one): [string, string] => [one.name, one.title[language]]);
    const codes = (attribute?.values ?? [])
      .map((one): [string, string] => [one.code, one.title[language]])
      .sort((one, other) => one[1].localeCompare(other[1], language));
    const filter = keyed('filter', element('input', { type: 'text', value: asked.filter ?? '', spellcheck: 'false' }));
    filter.addEventListener('input', () => (asked.filter = filter.value.trim() || null));
    this.filterFields.of(asked.type);
    return [
      field(
        say('planning.type'),
        choice(types, asked.type, (name) => this.again(asked, { type: name, attribute: null, code: null, filter: null })),
      ),
      field(
        say('planning.kind'),
        choice([['', say('planning.all')], ...attributes], asked.attribute ?? '', (name) =>
          this.again(asked, {
            ...asked,
            attribute: name || null,
            code: type?.codes.find((one) => one.name === name)?.values[0]?.code ?? null,
          }),
        ),
      ),
      ...(attribute
        ? [
            field(
              attribute.title[language],
              choice(codes, asked.code ?? '', (code) => (asked.code = code)),
            ),
          ]
        : []),
      field(say('planning.filter'), filter, say('planning.filter.hint')),
      this.filterFields.element,
    ];
  }

  private again(asked: NonNullable<ServiceQuestion['facilities']>, changed: NonNullable<ServiceQuestion['facilities']>): void {
    Object.assign(asked, changed);
    this.fill();
  }

  private place(point: readonly [number, number]): HTMLElement[] {
    const { say, city } = this.desk;
    const typed = element('input', { type: 'text', value: `${point[0]} ${point[1]}`, spellcheck: 'false' });
    typed.addEventListener('input', () => {
      const [at, more] = corners(typed.value) ?? [];
      const isOne = at !== undefined && more === undefined;
      const [near] = isOne ? (nearCity([at], city.bbox) ?? []) : [];
      typed.setCustomValidity(near ? '' : say(isOne ? 'places.far' : 'planning.point.bad'));
      if (near) {
        this.question.point = near;
      }
    });
    const pick = button(say('planning.point.pick'), { class: 'small' }, () => this.pick());
    return [field(say('planning.point'), typed, say('planning.point.hint')), element('div', { class: 'actions' }, pick)];
  }

  private pick(): void {
    if (!this.map) {
      this.told.replaceChildren(notice('note', this.desk.say('app.noMap')));
      return;
    }
    this.told.replaceChildren(notice('note', this.desk.say('planning.point.picking')));
    this.map.getCanvas().style.cursor = 'crosshair';
    this.map.on('click', this.pointed);
  }

  private readonly pointed = (event: MapMouseEvent): void => {
    this.picked();
    this.question.point = [round(event.lngLat.lng), round(event.lngLat.lat)];
    this.fill();
    void this.ask();
  };

  private picked(): void {
    this.map?.off('click', this.pointed);
    if (this.map) {
      this.map.getCanvas().style.cursor = '';
    }
  }

  private async ask(): Promise<void> {
    if (this.desk.left.aborted) {
      return;
    }
    this.result?.close();
    history.replaceState(null, '', `${location.pathname}${location.search}${toAddress(this.question)}`);
    this.root.dataset.state = 'asking';
    const question = structuredClone(this.question);
    const summary = await this.asking.ask<Summary>('/service-area', question);
    if (!summary) {
      this.root.dataset.state = 'refused';
      return;
    }
    if (summary.facilities.count === 0) {
      this.nothing();
      return;
    }
    this.result = new ServiceResult(this.desk, question, summary);
    this.output.replaceChildren(this.result.root);
    await this.result.list();
    const shapes = await this.asking.ask<GeoJSON.FeatureCollection>('/service-area/shapes', question);
    if (shapes) {
      this.output.append(showReach(this.desk, this.overlay, shapes, summary.method.minutes));
      this.desk.announce(this.desk.say('planning.done'));
      this.root.dataset.state = 'ready';
    }
  }

  /** Where there is nothing to walk to, nobody walks: that is no answer about the doors. */
  private nothing(): void {
    this.overlay.clear();
    this.output.replaceChildren(notice('note', this.desk.say('planning.noFacility')));
    this.root.dataset.state = 'ready';
  }
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
