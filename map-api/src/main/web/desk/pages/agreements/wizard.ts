import { button, element } from '../../../shared/dom';
import { call, Refusal } from '../../../shared/http';
import { submitOnce } from '../../../shared/once';
import { field, notice } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { isSure } from '../../parts/ask';
import { reason } from '../../reason';
import { AreaChoice, commonArea } from './areaChoice';
import { changes } from './changes';
import { LayerChoice } from './layerChoice';
import { memberName } from './members';
import { LayerNames } from './names';
import { sampled } from './sample';
import { ADDRESS, type AgreementFile, type Card, type Layer, type Sample, type Terms } from './types';

/** Writes a new agreement, or a new version of one: terms, layers, area on the map, a dry run, and then the draft. */
export async function wizard(root: HTMLElement, desk: Desk, id: number | undefined): Promise<() => void> {
  const [layers, known] = await Promise.all([
    call<Layer[]>(`${ADDRESS}/layers`, { cancel: desk.left }),
    id === undefined ? undefined : call<AgreementFile>(`${ADDRESS}/${id}`, { cancel: desk.left }),
  ]);
  desk.name(known ? desk.say('agreements.form.title', { number: known.card.number }) : desk.say('agreements.new'));
  const made = new Wizard(desk, layers, known);
  root.append(made.form);
  await made.areas.openMap();
  made.tellApart();
  return () => made.areas.leave();
}

type TextName = 'number' | 'provider' | 'partner' | 'contact' | 'providerContact' | 'purpose' | 'decisionNumber' | 'ground';
type OtherName = 'decisionDate' | 'from' | 'until' | 'ratePerMinute' | 'monthlyQuota';
type Name = TextName | OtherName;

class Wizard {
  readonly form: HTMLFormElement;
  readonly areas: AreaChoice;
  private readonly inputs: Readonly<Record<Name, HTMLInputElement>>;
  private readonly superseded = element('input', { type: 'checkbox' });
  private readonly choices: readonly LayerChoice[];
  private readonly names: LayerNames;
  private readonly told = element('div');
  /** What the service has refused of the form as it is. */
  private refusal: string | undefined;
  private isTold = false;
  private changes = 0;
  /** How many of them are saved. */
  private saved = 0;

  constructor(
    private readonly desk: Desk,
    private readonly layers: readonly Layer[],
    private readonly known: AgreementFile | undefined,
  ) {
    const terms = known?.terms;
    this.names = new LayerNames(layers);
    this.inputs = this.makeInputs(terms);
    this.superseded.checked = terms?.releases.includes('superseded') ?? false;
    const placed = terms?.layers.filter((share) => this.names.hasPlace(share.type)) ?? [];
    const common = commonArea(placed.map((share) => share.area));
    this.areas = new AreaChoice(desk, common, (isDrawnAnew) => this.areaChanged(isDrawnAnew));
    this.choices = layers.map(
      (layer) =>
        new LayerChoice(
          layer,
          desk,
          terms?.layers.find((share) => share.type === layer.type),
          common,
        ),
    );
    this.form = this.makeForm();
    this.form.addEventListener('input', () => this.outdate());
    submitOnce(this.form, () => this.save());
    desk.keeps(() => this.changes > this.saved);
  }

  /** Which layers keep an area of their own, in words and on the map. */
  tellApart(): void {
    const apart = this.choices.filter((choice) => choice.isApart);
    this.areas.tellApart(
      apart.map(({ title }) => title),
      apart.flatMap(({ ownShape }) => ownShape ?? []),
    );
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
      providerContact: text(terms?.providerContact),
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

  private makeForm(): HTMLFormElement {
    const { say } = this.desk;
    const of = (name: Name) => field(say(`agreements.form.${name}`), this.inputs[name]);
    const part = (title: string, ...content: (Node | string)[]) => element('fieldset', {}, element('legend', {}, title), ...content);
    return element(
      'form',
      { class: 'wizard', novalidate: '' },
      ...this.gone().map((text) => notice('note', text)),
      part(say('agreements.form.who'), of('number'), of('provider'), of('providerContact'), of('partner'), of('contact'), of('purpose')),
      part(say('agreements.form.basis'), of('decisionNumber'), of('decisionDate'), of('from'), of('until'), of('ground')),
      part(
        say('agreements.form.what'),
        element('p', {}, say('agreements.form.what.hint')),
        ...this.choices.map((choice) => choice.element),
        element('label', { class: 'check' }, this.superseded, say('agreements.form.superseded')),
      ),
      this.areas.element,
      part(say('agreements.form.much'), of('ratePerMinute'), of('monthlyQuota')),
      element(
        'p',
        { class: 'actions' },
        button(say('agreements.form.try'), {}, () => this.tryOut()),
        element('button', { class: 'primary' }, say('agreements.form.save')),
      ),
      this.told,
    );
  }

  /** What was agreed and is not published any more: an amendment leaves it out. */
  private gone(): string[] {
    const { say } = this.desk;
    return (this.known?.terms.layers ?? []).flatMap((share) => {
      const layer = this.layers.find(({ type }) => type === share.type);
      const fields = share.fields.filter((name) => !layer?.fields.some((field) => field.name === name));
      if (!layer) {
        return [say('agreements.form.layerGone', { layer: share.type })];
      }
      return fields.length > 0 ? [say('agreements.form.fieldsGone', { layer: layer.title, fields: fields.join(', ') })] : [];
    });
  }

  private areaChanged(isDrawnAnew: boolean): void {
    if (isDrawnAnew) {
      for (const choice of this.choices) {
        choice.takeDrawn();
      }
    }
    this.outdate();
  }

  /** What was told of the form as it was before is not told of the form as it is now. */
  private outdate(): void {
    this.changes += 1;
    this.tellApart();
    if (this.isTold) {
      this.areas.sample([]);
      this.tell(...(this.refusal ? [notice('note', this.desk.say('agreements.form.before', { refusal: this.refusal }))] : []));
      this.isTold = false;
    }
  }

  private tell(...parts: readonly HTMLElement[]): void {
    this.told.replaceChildren(...parts);
    this.refusal = undefined;
    this.isTold = true;
  }

  private terms(): Terms {
    const value = (name: Name) => this.inputs[name].value.trim();
    return {
      number: value('number'),
      provider: value('provider'),
      partner: value('partner'),
      contact: value('contact'),
      ...(value('providerContact') ? { providerContact: value('providerContact') } : {}),
      purpose: value('purpose'),
      decision: { number: value('decisionNumber'), date: value('decisionDate') },
      from: value('from'),
      until: value('until'),
      ...(value('ground') ? { ground: value('ground') } : {}),
      releases: this.superseded.checked ? ['published', 'superseded'] : ['published'],
      ratePerMinute: Number(value('ratePerMinute')),
      monthlyQuota: Number(value('monthlyQuota')),
      layers: this.choices.flatMap((choice) => choice.share(this.areas.area) ?? []),
    };
  }

  private async tryOut(): Promise<void> {
    if (this.isAreaOpen()) {
      return;
    }
    const { changes } = this;
    const terms = this.terms();
    try {
      const samples = await call<Sample[]>(`${ADDRESS}/dry-run`, { method: 'POST', body: terms });
      if (changes === this.changes) {
        this.areas.sample(samples.flatMap((sample) => sample.shapes));
        this.tell(...samples.flatMap((sample) => sampled(sample, terms, this.names, this.desk)));
      }
    } catch (cause) {
      this.refused(cause, terms);
    }
  }

  private async save(): Promise<void> {
    if (this.isAreaOpen()) {
      return;
    }
    const terms = this.terms();
    if (!(await this.isMeant(terms))) {
      return;
    }
    const saved = this.changes;
    const at = document.activeElement;
    this.form.inert = true; // what is typed now would not be saved
    try {
      const card = this.known
        ? await call<Card>(`${ADDRESS}/${this.known.card.id}?version=${this.known.card.version}`, { method: 'PUT', body: terms })
        : await call<Card>(ADDRESS, { method: 'POST', body: terms });
      this.saved = saved;
      this.desk.announce(this.desk.say('agreements.done'));
      this.desk.go(`agreements/${card.id}`);
    } catch (cause) {
      this.refused(cause, terms);
    } finally {
      this.form.inert = false;
      if (at instanceof HTMLElement) {
        at.focus();
      }
    }
  }

  /** What is in force is changed for the partner at once: who saves it is told what, and asked. */
  private async isMeant(terms: Terms): Promise<boolean> {
    const { desk, known } = this;
    if (known?.card.state !== 'active') {
      return true;
    }
    const lines = changes(known.terms, terms, this.names, desk).map((text) => element('li', {}, text));
    const what = lines.length > 0 ? element('ul', {}, ...lines) : element('p', {}, desk.say('agreements.form.sure.nothing'));
    return isSure(desk, {
      title: desk.say('agreements.form.sure', { number: known.card.number }),
      explained: [element('p', {}, desk.say('agreements.form.sure.explained')), what],
      yes: desk.say('agreements.form.save'),
    });
  }

  /** Nothing is shared by an area that is not closed. */
  private isAreaOpen(): boolean {
    if (this.areas.isOpen) {
      this.tell(notice('bad', this.desk.say('agreements.form.unfinished')));
    }
    return this.areas.isOpen;
  }

  /** Somebody amended it meanwhile: the form begins again with what holds now. */
  private anew(): HTMLElement {
    const { desk, known } = this;
    return button(desk.say('agreements.form.anew'), { class: 'secondary' }, () => desk.go(`agreements/${known?.card.id}/amend`));
  }

  private refused(cause: unknown, { layers }: Terms): void {
    const { say } = this.desk;
    const refusal = reason(cause, say, (path) => memberName(path, layers, this.names, say));
    this.tell(notice('bad', refusal), ...(cause instanceof Refusal && cause.status === 409 ? [this.anew()] : []));
    this.refusal = refusal;
  }
}
