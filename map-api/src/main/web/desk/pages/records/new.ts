import { button, element } from '../../../shared/dom';
import { call, Refusal } from '../../../shared/http';
import { type Latest, latest } from '../../../shared/latest';
import { field, notice } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { choice } from '../../parts/choice';
import { reason } from '../../reason';
import { cityDay } from './fields';
import { RecordForm } from './form';
import { Names } from './names';
import { shapeFault } from './refused';
import { ShapeTools } from './shapeTools';
import { emptySketch, type Kind } from './sketch';
import { API, type Field, pathOf, type RecordTold, type RecordType, type Value, type Values } from './types';

const KINDS: readonly Kind[] = ['point', 'line', 'area'];

/** A new record: of which type, where, and what is known of it. */
export class NewRecord {
  private readonly told = element('div', { class: 'told', 'aria-live': 'polite' });
  private readonly body = element('div', { class: 'stack' });
  private readonly asks: Latest;
  private tools: ShapeTools | undefined;
  private values: RecordForm | undefined;
  private shown = '';
  /** It is saved: nothing would be lost. */
  private isMade = false;

  constructor(
    private readonly root: HTMLElement,
    private readonly desk: Desk,
  ) {
    this.asks = latest(desk.left);
  }

  async load(): Promise<undefined> {
    const { say, language } = this.desk;
    const types = await call<readonly RecordType[]>(`${API}/types`);
    const mine = types.filter(({ mayEdit }) => mayEdit);
    const asked = new URLSearchParams(location.hash.slice(1)).get('type');
    const first = mine.find(({ name }) => name === asked) ?? mine[0];
    this.root.append(
      element('p', {}, element('a', { href: this.desk.href('records'), 'data-page': 'records' }, say('records.another'))),
      element('h2', {}, say('records.new')),
    );
    if (!first) {
      this.root.append(notice('note', say('records.new.none')));
      return undefined;
    }
    const options = mine.map(({ name, title }) => [name, title[language]] as const);
    this.desk.keeps(() => this.isTouched);
    const type = choice(options, first.name, async (name) => {
      if (await this.desk.isGivenUp()) {
        await this.show(types, name);
      } else {
        type.value = this.shown;
      }
    });
    this.root.append(field(say('records.type'), type, say('records.new.type')), this.body, this.told);
    await this.show(types, first.name);
    return undefined;
  }

  private get isTouched(): boolean {
    return !this.isMade && ((this.values?.isTouched ?? false) || (this.tools?.isChanged ?? false));
  }

  /** Nothing stands there before the type it is for is known: what is made is of the type the list says. */
  private async show(types: readonly RecordType[], name: string): Promise<void> {
    const type = types.find((one) => one.name === name);
    if (!type) {
      return;
    }
    const { say, language } = this.desk;
    this.shown = name;
    this.empty();
    this.desk.locate(String(new URLSearchParams({ type: name })));
    const path = `${API}/types/${name}`;
    await this.asks((cancel) => Promise.all([call<readonly Field[]>(path, { cancel }), call<Values>(`${path}/usual`, { cancel })]), {
      show: ([fields, usual]) => {
        this.values = this.form(type, fields, usual, new Names(types, language));
        this.body.replaceChildren(...(type.geometry === 'none' ? [] : [this.shape(type)]), this.values.root);
      },
      refused: (cause) => {
        const again = button(say('error.retry'), { class: 'secondary' }, () => this.show(types, name));
        this.told.replaceChildren(notice('bad', reason(cause, say)), again);
      },
    });
  }

  private empty(): void {
    this.tools?.close();
    this.tools = undefined;
    this.values = undefined;
    this.told.replaceChildren();
    this.body.replaceChildren();
  }

  private form(type: RecordType, fields: readonly Field[], usual: Values, names: Names): RecordForm {
    const { say } = this.desk;
    const begin = element('input', { type: 'date' });
    begin.value = cityDay(new Date().toISOString());
    const form: RecordForm = new RecordForm(
      this.desk,
      fields,
      { known: {}, shown: usual, names },
      { begin: { label: say('records.new.begin'), hint: say('records.new.begin.hint'), input: begin } },
      (values, why) => this.save(type, form, { values, begin: begin.value, reason: why }),
    );
    return form;
  }

  private shape(type: RecordType): HTMLElement {
    const { say } = this.desk;
    const place = element('div', {});
    const draw = (kind: Kind): void => {
      this.tools?.close();
      this.tools = new ShapeTools(this.desk, { type: type.name, old: null, begun: emptySketch(kind) });
      place.replaceChildren(this.tools.root);
      void this.tools.open();
    };
    const isAny = type.geometry === 'any';
    const kinds = choice(
      KINDS.map((kind) => [kind, say(`records.kind.${kind}`)] as const),
      'point',
      async (kind) => {
        const before = this.tools?.sketch.kind ?? 'point';
        if (!this.tools?.isChanged || (await this.desk.isGivenUp())) {
          draw(kind as Kind);
        } else {
          kinds.value = before;
        }
      },
    );
    draw(isAny ? 'point' : (type.geometry as Kind));
    return element(
      'section',
      { class: 'panel' },
      element('h3', {}, say('records.new.shape')),
      ...(isAny ? [field(say('records.kind'), kinds)] : []),
      place,
    );
  }

  private async save(
    type: RecordType,
    form: RecordForm,
    wish: { values: Record<string, Value>; begin: string; reason: string },
  ): Promise<void> {
    const geometry = this.tools?.geometry;
    try {
      const made = await call<RecordTold>(`${API}/${type.name}`, { method: 'POST', body: geometry ? { ...wish, geometry } : wish });
      this.opened(made);
    } catch (cause) {
      this.told.replaceChildren(...this.blame(form, cause).map((text) => notice('bad', text)));
    }
  }

  /** It is a page of its own now, unless this one was left meanwhile. */
  private opened({ type, id, state }: RecordTold): void {
    this.isMade = true;
    this.desk.go(`${pathOf(type, id)}#${new URLSearchParams({ saved: String(state?.version ?? 1) })}`);
  }

  /** Tells each fault at its place; gives back what belongs to none. */
  private blame(form: RecordForm, cause: unknown): readonly string[] {
    if (!(cause instanceof Refusal) || cause.faults.length === 0) {
      return [reason(cause, this.desk.say)];
    }
    const { say } = this.desk;
    const wrong = cause.faults.filter(({ parameter }) => parameter === 'geometry');
    for (const { detail } of wrong) {
      if (this.tools?.geometry) {
        this.tools.refuse(shapeFault(detail, say));
      } else {
        this.tools?.refuseFew();
      }
    }
    const others = form.blame(cause.faults.filter((one) => !wrong.includes(one)));
    if (wrong.length > 0) {
      this.tools?.root.scrollIntoView({ block: 'nearest' });
    }
    return [...others, say('records.new.faults')];
  }
}
