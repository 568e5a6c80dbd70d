import { call } from '../../../shared/api';
import { button, element } from '../../../shared/dom';
import type { Desk } from '../../desk';
import { field, notice, number, reason, table } from '../../parts';
import { type Drawing, drawArea } from './area';
import { LayerChoice } from './layerChoice';
import { memberName } from './members';
import { LayerNames } from './names';
import { ADDRESS, type AgreementFile, type Card, type Layer, type Polygon, type Sample, type Terms } from './types';

/** Writes a new agreement, or a new version of one: terms, layers, area on the map, a dry run, and then the draft. */
export async function wizard(root: HTMLElement, desk: Desk, id: number | undefined): Promise<() => void> {
  const [layers, known] = await Promise.all([
    call<Layer[]>(`${ADDRESS}/layers`),
    id === undefined ? undefined : call<AgreementFile>(`${ADDRESS}/${id}`),
  ]);
  const made = new Wizard(desk, layers, known);
  root.append(made.form);
  await made.openMap();
  return () => made.leave();
}

type TextName = 'number' | 'provider' | 'partner' | 'contact' | 'purpose' | 'decisionNumber' | 'ground';
type OtherName = 'decisionDate' | 'from' | 'until' | 'ratePerMinute' | 'monthlyQuota';
type Name = TextName | OtherName;

class Wizard {
  readonly form: HTMLFormElement;
  private readonly inputs: Readonly<Record<Name, HTMLInputElement>>;
  private readonly policy: HTMLSelectElement;
  private readonly superseded = element('input', { type: 'checkbox' });
  private readonly choices: readonly LayerChoice[];
  private readonly names: LayerNames;
  private readonly told = element('div', { 'aria-live': 'polite' });
  private readonly areaState = element('span', { role: 'status' });
  private drawing: Drawing | undefined;
  private shape: Polygon | undefined;

  constructor(
    private readonly desk: Desk,
    layers: readonly Layer[],
    private readonly known: AgreementFile | undefined,
  ) {
    const terms = known?.terms;
    this.names = new LayerNames(layers);
    this.inputs = this.makeInputs(terms);
    this.policy = this.makePolicy(terms);
    this.superseded.checked = terms?.releases.includes('superseded') ?? false;
    this.choices = layers.map((layer) => new LayerChoice(layer, desk, terms?.layers.find((share) => share.type === layer.type)));
    this.shape = terms?.layers.find((share) => share.area)?.area?.shape;
    this.form = this.makeForm();
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.save();
    });
    this.tellArea();
  }

  async openMap(): Promise<void> {
    this.drawing = await drawArea(this.desk, (shape) => {
      this.shape = shape;
      this.tellArea();
    });
    if (this.shape) {
      this.drawing?.show(this.shape);
    }
  }

  leave(): void {
    this.drawing?.remove();
  }

  private makeInputs(terms: Terms | undefined): Record<Name, HTMLInputElement> {
    const text = (value = '') => element('input', { value, maxlength: '2000' });
    const day = (value = '') => element('input', { type: 'date', value });
    const count = (value: number, most: number) => element('input', { type: 'number', min: '1', max: String(most), value: String(value) });
    const number = text(terms?.number);
    number.readOnly = terms !== undefined;
    return {
      number,
      provider: text(terms?.provider),
      partner: text(terms?.partner),
      contact: text(terms?.contact),
      purpose: text(terms?.purpose),
      decisionNumber: text(terms?.decision.number),
      decisionDate: day(terms?.decision.date),
      from: day(terms?.from),
      until: day(terms?.until),
      ground: text(terms?.ground),
      ratePerMinute: count(terms?.ratePerMinute ?? 600, 60_000),
      monthlyQuota: count(terms?.monthlyQuota ?? 100_000, 1_000_000_000),
    };
  }

  private makePolicy(terms: Terms | undefined): HTMLSelectElement {
    const made = element(
      'select',
      {},
      ...(['within', 'intersects'] as const).map((value) => element('option', { value }, this.desk.say(`agreements.policy.${value}`))),
    );
    made.value = terms?.layers.find((share) => share.area)?.area?.policy ?? 'within';
    return made;
  }

  private makeForm(): HTMLFormElement {
    const { say } = this.desk;
    const of = (name: Name) => field(say(`agreements.form.${name}`), this.inputs[name]);
    const part = (title: string, ...content: (Node | string)[]) => element('fieldset', {}, element('legend', {}, title), ...content);
    return element(
      'form',
      { class: 'wizard', novalidate: '' },
      part(say('agreements.form.who'), of('number'), of('provider'), of('partner'), of('contact'), of('purpose')),
      part(say('agreements.form.basis'), of('decisionNumber'), of('decisionDate'), of('from'), of('until'), of('ground')),
      part(
        say('agreements.form.what'),
        element('p', {}, say('agreements.form.what.hint')),
        ...this.choices.map((choice) => choice.element),
        element('label', { class: 'check' }, this.superseded, say('agreements.form.superseded')),
      ),
      part(
        say('agreements.form.where'),
        element('p', {}, say('agreements.form.where.hint')),
        element(
          'p',
          { class: 'actions' },
          button(say('agreements.form.draw'), {}, () => this.drawing?.start()),
          button(say('agreements.form.clear'), {}, () => this.drawing?.clear()),
          this.areaState,
        ),
        field(say('agreements.form.policy'), this.policy),
      ),
      part(say('agreements.form.much'), of('ratePerMinute'), of('monthlyQuota')),
      element(
        'p',
        { class: 'actions' },
        button(say('agreements.form.try'), {}, () => void this.tryOut()),
        element('button', { class: 'primary' }, say('agreements.form.save')),
      ),
      this.told,
    );
  }

  private tellArea(): void {
    this.areaState.textContent = this.desk.say(this.shape ? 'agreements.form.area' : 'agreements.form.everywhere');
  }

  private terms(): Terms {
    const value = (name: Name) => this.inputs[name].value.trim();
    const area = this.shape ? { policy: this.policy.value as 'within' | 'intersects', shape: this.shape } : undefined;
    return {
      number: value('number'),
      provider: value('provider'),
      partner: value('partner'),
      contact: value('contact'),
      purpose: value('purpose'),
      decision: { number: value('decisionNumber'), date: value('decisionDate') },
      from: value('from'),
      until: value('until'),
      ...(value('ground') ? { ground: value('ground') } : {}),
      releases: this.superseded.checked ? ['published', 'superseded'] : ['published'],
      ratePerMinute: Number(value('ratePerMinute')),
      monthlyQuota: Number(value('monthlyQuota')),
      layers: this.choices.flatMap((choice) => choice.share(area) ?? []),
    };
  }

  private async tryOut(): Promise<void> {
    const { say, language } = this.desk;
    try {
      const samples = await call<Sample[]>(`${ADDRESS}/dry-run`, { method: 'POST', body: this.terms() });
      this.drawing?.sample(samples.flatMap((sample) => sample.shapes));
      this.told.replaceChildren(
        ...samples.flatMap((sample) => [
          notice('note', say('agreements.sample', { layer: this.names.layer(sample.type), count: number(sample.features, language), all: number(sample.of, language) })),
          ...(sample.rows.length > 0 ? [rows(sample, this.names)] : []),
        ]),
      );
    } catch (cause) {
      this.refused(cause);
    }
  }

  private async save(): Promise<void> {
    try {
      const card = this.known
        ? await call<Card>(`${ADDRESS}/${this.known.card.id}`, { method: 'PUT', body: this.terms() })
        : await call<Card>(ADDRESS, { method: 'POST', body: this.terms() });
      this.desk.announce(this.desk.say('agreements.done'));
      this.desk.go(`agreements/${card.id}`);
    } catch (cause) {
      this.refused(cause);
    }
  }

  private refused(cause: unknown): void {
    const { say } = this.desk;
    const layers = this.terms().layers;
    this.told.replaceChildren(notice('bad', reason(cause, say, (path) => memberName(path, layers, this.names, say))));
  }
}

function rows(sample: Sample, titles: LayerNames): HTMLElement {
  const names = Object.keys(sample.rows[0] ?? {});
  const columns = names.map((name) => ({ title: titles.field(sample.type, name), cell: (row: Sample['rows'][number]) => row[name] ?? '–' }));
  return table(titles.layer(sample.type), columns, sample.rows);
}
