import { element } from '../../../shared/dom';
import { call, Refusal } from '../../../shared/http';
import { field, notice } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { choice } from '../../parts/choice';
import { reason } from '../../reason';
import { cityDay } from './fields';
import { RecordForm } from './form';
import { Names } from './names';
import { OpenRecord } from './open';
import { ShapeTools } from './shapeTools';
import { emptySketch, type Kind } from './sketch';
import { API, type Field, pathOf, type RecordTold, type RecordType, type Value, type Values } from './types';

const KINDS: readonly Kind[] = ['point', 'line', 'area'];

/** A new record: of which type, where, and what is known of it. */
export class NewRecord {
  private readonly told = element('div', { class: 'told', 'aria-live': 'polite' });
  private readonly body = element('div', { class: 'stack' });
  private tools: ShapeTools | undefined;

  constructor(
    private readonly root: HTMLElement,
    private readonly desk: Desk,
  ) {}

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
    const type = choice(options, first.name, (name) => void this.show(types, name));
    this.root.append(field(say('records.type'), type, say('records.new.type')), this.body, this.told);
    await this.show(types, first.name);
    return undefined;
  }

  private async show(types: readonly RecordType[], name: string): Promise<void> {
    const type = types.find((one) => one.name === name);
    if (!type) {
      return;
    }
    history.replaceState(null, '', `${location.pathname}${location.search}#${new URLSearchParams({ type: name })}`);
    const [fields, usual] = await Promise.all([call<readonly Field[]>(`${API}/types/${name}`), call<Values>(`${API}/types/${name}/usual`)]);
    this.tools?.close();
    this.tools = undefined;
    this.told.replaceChildren();
    const form = this.form(type, fields, usual, new Names(types, this.desk.language));
    this.body.replaceChildren(...(type.geometry === 'none' ? [] : [this.shape(type)]), form.root);
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
      (kind) => draw(kind as Kind),
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
      await this.open(made);
    } catch (cause) {
      this.told.replaceChildren(...this.blame(form, cause).map((text) => notice('bad', text)));
    }
  }

  /** It is opened where it was drawn. */
  private async open(made: RecordTold): Promise<void> {
    this.tools?.close();
    history.pushState(null, '', this.desk.href(pathOf(made.type, made.id)));
    this.root.replaceChildren();
    await new OpenRecord(this.root, this.desk, made.type, made.id).load(made);
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
        this.tools.refuse(detail);
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
