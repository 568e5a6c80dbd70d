import type { Geometry } from 'geojson';
import { button, element } from '../../../shared/dom';
import { moment } from '../../../shared/format';
import { call, Refusal } from '../../../shared/http';
import { type Latest, latest } from '../../../shared/latest';
import { notice } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { isSure } from '../../parts/ask';
import { reason } from '../../reason';
import { shown, type Wording } from './fields';
import { RecordForm } from './form';
import { historyParts } from './history';
import { Names, textOf } from './names';
import { Places } from './place';
import { refused } from './refused';
import { type Reshape, reshapePart } from './reshape';
import { retirePart } from './retire';
import { stalePart } from './stale';
import { mergePart, splitPart } from './succession';
import { API, type Field, type RecordTold, type RecordType, type State, type Then, type Value } from './types';

/** What somebody wants to be another. */
interface Change {
  readonly values?: Record<string, Value>;
  readonly geometry?: Geometry;
}

/** One record: what is known of it, or was, and what can be done about it. */
export class OpenRecord {
  private readonly told = element('div', { class: 'told', 'aria-live': 'polite' });
  private readonly body = element('div', { class: 'stack' });
  private readonly places: Places;
  private readonly asks: Latest;
  /** Ends when something else is shown, and with it what was being drawn. */
  private shown = new AbortController();
  private fields: readonly Field[] = [];
  private types: readonly RecordType[] = [];
  private names: Names;
  /** What can be filled in. */
  private parts: { readonly form?: RecordForm; readonly reshape?: Reshape | undefined } = {};
  /** A change stands beside that of somebody else: neither saved nor given up. */
  private isCompared = false;

  constructor(
    root: HTMLElement,
    private readonly desk: Desk,
    private readonly type: string,
    private readonly id: string,
  ) {
    this.places = new Places(desk);
    this.asks = latest(desk.left);
    this.names = new Names([], desk.language);
    root.append(
      element('p', {}, element('a', { href: `/desk/records${location.search}`, 'data-page': 'records' }, desk.say('records.another'))),
      this.told,
      this.body,
    );
    desk.keeps(() => this.isTouched);
  }

  private get isTouched(): boolean {
    const { form, reshape } = this.parts;
    return this.isCompared || (form?.isTouched ?? false) || (reshape?.isTouched ?? false);
  }

  async load(): Promise<undefined> {
    const [types, fields] = await Promise.all([
      call<readonly RecordType[]>(`${API}/types`),
      call<readonly Field[]>(`${API}/types/${this.type}`),
    ]);
    this.fields = fields;
    this.types = types;
    const saved = /^\d+$/.exec(new URLSearchParams(location.hash.slice(1)).get('saved') ?? '');
    await this.look(this.asked());
    if (saved) {
      this.tellSaved(saved[0]); // where it was made there is nobody to tell any more
    }
    return undefined;
  }

  private get path(): string {
    return `${API}/${this.type}/${this.id}`;
  }

  /** Which moments the address names. */
  private asked(): Then {
    const asked = new URLSearchParams(location.hash.slice(1));
    return { known: asked.get('known') ?? '', valid: asked.get('valid') ?? '' };
  }

  private look(then: Then): Promise<void> {
    const asked = new URLSearchParams(Object.entries(then).filter(([, at]) => at !== ''));
    this.desk.locate(String(asked));
    return this.asks((cancel) => call<RecordTold>(`${this.path}${asked.size === 0 ? '' : `?${asked}`}`, { cancel }), {
      show: (record) => this.show(record, then),
      refused: (cause) => this.told.replaceChildren(notice('bad', reason(cause, this.desk.say))),
    });
  }

  /** Looks from another moment, unless what was begun here is to stay. */
  private async turn(then: Then): Promise<void> {
    if (await this.desk.isGivenUp()) {
      await this.look(then);
    }
  }

  private show(record: RecordTold, then: Then): void {
    const { state } = record;
    this.clear();
    this.names = new Names(this.types, this.desk.language, record.others);
    const isThen = then.known !== '';
    this.body.replaceChildren(
      this.heading(record, then),
      ...(state === null ? [] : record.mayEdit && !isThen ? this.deeds(record, state) : [this.toRead(state)]),
      ...historyParts(record, then, this.names, this.desk, (moment) => void this.turn(moment)),
    );
    void this.places.show([state?.geometry ?? null]);
  }

  private clear(): void {
    this.shown.abort();
    this.shown = new AbortController();
    this.parts = {};
    this.isCompared = false;
  }

  private whileShown(): Desk {
    return { ...this.desk, left: AbortSignal.any([this.desk.left, this.shown.signal]), go: (path) => this.part(path) };
  }

  /** The record is not what it was: what was begun of it is nobody's any more. */
  private part(path: string): void {
    this.clear();
    this.desk.go(path);
  }

  private heading({ name, state, versions }: RecordTold, then: Then): HTMLElement {
    const { say, language } = this.desk;
    const isElsewhen = then.known !== '' || then.valid !== '';
    const last = versions[0];
    const valid = state?.validTo ? say('records.until', { date: moment(state.validTo, language) }) : undefined;
    const gone = last?.ended ? say('records.gone', { date: moment(last.ended.at, language) }) : say('records.unknown');
    return element(
      'section',
      { class: 'heading' },
      element('h2', { tabindex: '-1' }, textOf(name, language) ?? this.names.typeTitle(this.type)),
      element('p', { class: 'quiet' }, [...(name ? [this.names.typeTitle(this.type)] : []), this.id].join(' · ')),
      state
        ? element('p', {}, [say('records.versionOf', { version: state.version }), valid].filter((part) => part).join(' · '))
        : notice('note', gone),
      isElsewhen
        ? element(
            'div',
            { class: 'actions' },
            notice('note', say('records.elsewhen')),
            button(say('records.toNow'), { class: 'secondary' }, () => this.turn({ known: '', valid: '' })),
          )
        : undefined,
    );
  }

  private toRead(state: State): HTMLElement {
    return element('section', { class: 'panel' }, element('h2', {}, this.desk.say('records.values')), this.facts(this.fields, state));
  }

  /** Fields that say something, to be read. */
  private facts(fields: readonly Field[], { values }: State): HTMLElement {
    const { language } = this.desk;
    const lines = fields
      .filter((one) => one.kind !== 'geometry' && values[one.name] !== null)
      .flatMap((one) => [element('dt', {}, one.title[language]), element('dd', {}, ...this.valueOf(one, values[one.name]))]);
    return element('dl', { class: 'facts' }, ...lines);
  }

  private valueOf(one: Field, value: Value | undefined): readonly (Node | string)[] {
    const ids = one.kind === 'reference' ? [value ?? []].flat() : [];
    return ids.length === 0
      ? [shown(one, value, this.wording)]
      : ids.flatMap((id, index) => [...(index === 0 ? [] : [', ']), this.names.link(String(id), one.target)]);
  }

  private get wording(): Wording {
    const { language, say } = this.desk;
    return { language, yes: say('records.yes'), no: say('records.no'), called: (id) => this.names.called(id) };
  }

  private deeds(record: RecordTold, state: State): HTMLElement[] {
    const begun = { known: state.values, shown: state.values, names: this.names };
    const form: RecordForm = new RecordForm(this.desk, this.fields, begun, {}, (values, why) => this.saveAll(form, state, { values }, why));
    const kept = this.fields.filter((one) => !one.editable);
    const isOver = state.validTo !== null && new Date(state.validTo) <= new Date();
    const isShaped = !isOver && state.geometry !== null && !/Point/.test(state.geometry.type);
    const desk = this.whileShown();
    const reshape = isOver
      ? undefined
      : reshapePart(record, state, this.places, desk, (geometry, why) => this.saveAll(form, state, { geometry }, why));
    this.parts = { form, reshape };
    return [
      form.root,
      reshape?.root,
      element('details', { class: 'panel' }, element('summary', {}, this.desk.say('records.kept')), this.facts(kept, state)),
      retirePart(this.desk, (end, why) => this.retire(state, end, why)),
      ...(isShaped ? [splitPart(record, state, this.places, desk), mergePart(record, state, this.places, desk)] : []),
    ].filter((part) => part !== undefined);
  }

  /** What was begun in the other form goes with it where that is wanted: the page is built anew after it. */
  private async saveAll(form: RecordForm, state: State, change: Change, why: string): Promise<void> {
    const { say } = this.desk;
    const { reshape } = this.parts;
    const isOfForm = form.isTouched && (!form.isWhole() || Object.keys(form.changed()).length > 0);
    if (!(change.geometry ? isOfForm : reshape?.isChanged)) {
      return this.save(form, state, change, why);
    }
    const geometry = change.geometry ?? reshape?.shape();
    const question = {
      title: say('records.both'),
      explained: say('records.both.explained'),
      yes: say('records.both.save'),
    };
    if (geometry && form.isWhole() && (await isSure(this.desk, question))) {
      const changed = form.changed();
      await this.save(form, state, Object.keys(changed).length === 0 ? { geometry } : { values: changed, geometry }, why);
    }
  }

  private async save(form: RecordForm | undefined, state: State, change: Change, why: string): Promise<void> {
    const body = { version: state.version, validFrom: state.validFrom, ...change, reason: why };
    try {
      this.done(await call<RecordTold>(this.path, { method: 'PATCH', body }));
    } catch (cause) {
      if (cause instanceof Refusal && cause.status === 409 && cause.members.current) {
        this.compare(state, cause.members.current as State, change, why);
        return;
      }
      const homeless =
        cause instanceof Refusal && cause.faults.length > 0 && form ? form.blame(cause.faults) : [refused(cause, this.desk.say)];
      this.told.replaceChildren(...homeless.map((text) => notice('bad', text)));
      this.told.scrollIntoView({ block: 'nearest' });
    }
  }

  /** Somebody was faster: what was wanted may be done to what is known now, or be given up. */
  private compare(opened: State, now: State, change: Change, why: string): void {
    const choice = {
      take: () => this.save(undefined, now, change, why),
      discard: () => this.look({ known: '', valid: '' }),
    };
    this.clear();
    this.isCompared = true;
    const part = stalePart(this.fields, opened, change, now, choice, this.wording, this.desk);
    this.told.replaceChildren();
    this.body.replaceChildren(part);
    if (change.geometry) {
      void this.places.show([change.geometry], [now.geometry]);
    }
    part.querySelector('h2')?.focus();
  }

  private async retire(state: State, end: string, why: string): Promise<void> {
    const body = { version: state.version, validFrom: state.validFrom, end, reason: why };
    if (!(await this.desk.isGivenUp())) {
      return;
    }
    try {
      this.done(await call<RecordTold>(`${this.path}/retirement`, { method: 'POST', body }));
    } catch (cause) {
      this.told.replaceChildren(notice('bad', reason(cause, this.desk.say)));
    }
  }

  private done(record: RecordTold): void {
    this.show(record, { known: '', valid: '' });
    this.tellSaved(record.state?.version ?? '');
  }

  private tellSaved(version: string | number): void {
    this.told.replaceChildren(notice('good', this.desk.say('records.done', { version })));
    this.told.scrollIntoView({ block: 'nearest' });
  }
}
