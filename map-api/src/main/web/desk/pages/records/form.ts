import { element } from '../../../shared/dom';
import { unitText } from '../../../shared/format';
import type { Refusal } from '../../../shared/http';
import { submitOnce } from '../../../shared/once';
import { field as labelled } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { changes, written } from './fields';
import type { Names } from './names';
import { ReferenceInput } from './reference';
import { shapeFault } from './refused';
import type { Field, Value, Values } from './types';

type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What a form begins with. */
export interface Begun {
  /** What is known; what is other than that is sent. */
  readonly known: Values;
  /** What stands in the fields. */
  readonly shown: Values;
  readonly names: Names;
}

/** A field beside those of the type, by the name its faults have. */
export interface Extra {
  readonly label: string;
  readonly hint: string;
  readonly input: Input;
}

/** The fields of a record to be filled in, those that say something first, of a new one also those that refer to others; and the reason of the change. */
export class RecordForm {
  readonly root: HTMLFormElement;
  private readonly inputs = new Map<string, Input>();
  private readonly references = new Map<string, ReferenceInput>();
  private readonly reason = element('input', { required: '', maxlength: '500', autocomplete: 'off' });
  private readonly faults: { input: Input; fault: HTMLElement }[] = [];
  private readonly drawn: string;

  /** @param save is told of what was changed, and why */
  constructor(
    private readonly desk: Desk,
    private readonly fields: readonly Field[],
    private readonly begun: Begun,
    extras: Readonly<Record<string, Extra>>,
    save: (values: Record<string, Value>, reason: string) => Promise<void>,
  ) {
    const { say } = desk;
    const editable = fields.filter((one) => one.editable);
    const isNew = Object.keys(begun.known).length === 0;
    const isEmpty = (one: Field): boolean => !one.isRequired && this.textOf(one) === '' && !(isNew && one.kind === 'reference');
    const filled = editable.filter((one) => !isEmpty(one));
    const empty = editable.filter(isEmpty);
    this.root = element(
      'form',
      { class: 'panel record-form' },
      element('h2', {}, say('records.values')),
      element('div', { class: 'filters' }, ...filled.map((one) => this.line(one))),
      empty.length === 0
        ? undefined
        : element(
            'details',
            {},
            element('summary', {}, say('records.empty', { count: empty.length })),
            element('div', { class: 'filters' }, ...empty.map((one) => this.line(one))),
          ),
      ...Object.entries(extras).map(([name, { label, hint, input }]) => {
        this.inputs.set(name, input);
        return labelled(label, input, hint);
      }),
      labelled(`${say('records.reason')} *`, this.reason, say('records.reason.hint')),
      element('button', { class: 'primary' }, say('records.save')),
    );
    this.root.noValidate = true;
    submitOnce(this.root, () => (this.isWhole() ? save(this.changed(), this.reason.value.trim()) : undefined));
    this.drawn = this.texts;
  }

  /** Whether anything stands there that was not there at first. */
  get isTouched(): boolean {
    return this.texts !== this.drawn;
  }

  /** Whether all that was typed would be sent: who is looked for and was not chosen would be left out without a word. */
  isWhole(): boolean {
    this.forget();
    const faults = [...this.references].filter(([, reference]) => !reference.settle());
    this.blame(faults.map(([parameter]) => ({ parameter, detail: this.desk.say('records.reference.open') })));
    return faults.length === 0;
  }

  private get texts(): string {
    return JSON.stringify([...this.inputs.values(), ...this.references.values(), this.reason].map(({ value }) => value));
  }

  changed(): Record<string, Value> {
    const holder = (one: Field): { value: string } | undefined => this.references.get(one.name) ?? this.inputs.get(one.name);
    return changes(this.fields, this.begun.known, (one) => holder(one)?.value ?? this.textOf(one), this.desk.language);
  }

  /** Shows what is wrong at each field; the first of them is gone to. Gives back what belongs to none. */
  blame(faults: Refusal['faults']): string[] {
    const homeless: string[] = [];
    const blamed = faults.flatMap(({ parameter, detail }) => {
      const name = parameter.replace(/^values\./, '').replace(/\[\d+\]$/, '');
      const input = name === 'reason' ? this.reason : this.inputs.get(name);
      if (!input) {
        homeless.push(parameter === 'geometry' ? shapeFault(detail, this.desk.say) : detail);
        return [];
      }
      this.mark(input, detail);
      return [input];
    });
    for (const input of blamed) {
      input.closest('details')?.setAttribute('open', '');
    }
    blamed[0]?.focus();
    return homeless;
  }

  private mark(input: Input, detail: string): void {
    const fault = element('small', { class: 'fault', id: `${input.id}-fault` }, detail);
    input.after(fault);
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', `${input.getAttribute('aria-describedby') ?? ''} ${fault.id}`.trim());
    this.faults.push({ input, fault });
  }

  private forget(): void {
    for (const { input, fault } of this.faults.splice(0)) {
      input.removeAttribute('aria-invalid');
      input.setAttribute('aria-describedby', (input.getAttribute('aria-describedby') ?? '').replace(fault.id, '').trim());
      fault.remove();
    }
  }

  private textOf(one: Field): string {
    return written(one, this.begun.shown[one.name], this.desk.language);
  }

  private line(one: Field): HTMLElement {
    const { language, say } = this.desk;
    const reference = one.kind === 'reference' ? this.reference(one) : undefined;
    const input = reference?.search ?? inputOf(one, this.textOf(one), this.desk);
    this.inputs.set(one.name, input);
    if (one.isRequired) {
      input.setAttribute('aria-required', 'true');
    }
    const title = one.unit === null ? one.title[language] : `${one.title[language]} (${unitText(one.unit)})`;
    const made = labelled(one.isRequired ? `${title} *` : title, input, one.isMany && !reference ? say('records.many') : undefined);
    reference?.gather();
    return made;
  }

  private reference(one: Field): ReferenceInput {
    const ids = this.textOf(one)
      .split('\n')
      .filter((id) => id !== '');
    const made = new ReferenceInput(this.desk, one, ids, this.begun.names);
    this.references.set(one.name, made);
    return made;
  }
}

function inputOf(one: Field, text: string, { say, language }: Desk): Input {
  if (one.isMany) {
    return filledWith(element('textarea', { rows: '2', spellcheck: 'false' }), text);
  }
  switch (one.kind) {
    case 'code':
      return chosen(
        one.codes.filter(({ code, isOffered }) => isOffered || code === text).map(({ code, title }) => [code, title[language]]),
        text,
      );
    case 'boolean':
      return chosen(
        [
          ['true', say('records.yes')],
          ['false', say('records.no')],
        ],
        text,
      );
    case 'date':
      return filledWith(element('input', { type: 'date' }), text);
    case 'instant':
      return filledWith(element('input', { type: 'datetime-local' }), text);
    case 'integer':
    case 'long':
      return filledWith(element('input', { inputmode: 'numeric', autocomplete: 'off' }), text);
    case 'decimal':
      return filledWith(element('input', { inputmode: 'decimal', autocomplete: 'off' }), text);
    default:
      return filledWith(element('input', { maxlength: '4000', autocomplete: 'off' }), text);
  }
}

function filledWith<T extends HTMLInputElement | HTMLTextAreaElement>(input: T, text: string): T {
  input.value = text;
  return input;
}

/** A value outside its list stays as it is. */
function chosen(options: readonly (readonly [string, string])[], text: string): HTMLSelectElement {
  const known: readonly (readonly [string, string])[] =
    text === '' || options.some(([value]) => value === text) ? options : [...options, [text, text]];
  const select = element('select', {}, ...[['', '–'] as const, ...known].map(([value, title]) => element('option', { value }, title)));
  select.value = text;
  return select;
}
