import { element } from '../../../shared/dom';
import { field } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { isSameArea } from './areaChoice';
import type { Area, Layer, Polygon, Share } from './types';

/** One layer to choose in the wizard: its fields, which rows, where if not where the others are, and on what ground where it is closed to the public. */
export class LayerChoice {
  readonly element: HTMLElement;
  private readonly fields: ReadonlyMap<string, HTMLInputElement>;
  private readonly rows: HTMLInputElement;
  private readonly ground: HTMLInputElement;
  /** Ticked while the layer keeps what it has instead of the common area; a layer that has nothing else has no such box. */
  private readonly keep: HTMLInputElement | undefined;

  constructor(
    private readonly layer: Layer,
    desk: Desk,
    private readonly known: Share | undefined,
    common: Area | undefined,
  ) {
    const { say } = desk;
    this.rows = element('input', { value: known?.rows ?? '', maxlength: '2000', spellcheck: 'false' });
    this.ground = element('input', { value: known?.ground ?? '', maxlength: '2000' });
    const boxes = layer.fields.map((each) => {
      const box = element('input', { type: 'checkbox', value: each.name });
      box.checked = known?.fields.includes(each.name) ?? false;
      return { each, box };
    });
    this.fields = new Map(boxes.map(({ each, box }) => [each.name, box]));
    const marks = [...(layer.isPublic ? [] : [say('agreements.form.closed')]), ...(layer.hasPlace ? [] : [say('agreements.noPlace')])];
    this.keep =
      known && layer.hasPlace && !isSameArea(known.area, common) ? element('input', { type: 'checkbox', checked: '' }) : undefined;
    this.element = element(
      'details',
      { 'data-layer': layer.type, ...(known ? { open: '' } : {}) },
      element('summary', {}, [layer.title, ...marks].join(' · ')),
      element(
        'div',
        { class: 'fields' },
        ...boxes.map(({ each, box }) =>
          element(
            'label',
            { class: 'check' },
            box,
            element(
              'span',
              {},
              each.title + (each.isPublic ? '' : ` · ${say('agreements.form.notPublic')}`),
              ' ',
              element('code', {}, each.name),
            ),
          ),
        ),
      ),
      field(say('agreements.form.rows'), this.rows, say('agreements.form.rows.hint')),
      ...(layer.hasPlace ? [] : [element('p', { class: 'quiet' }, say('agreements.form.noPlace'))]),
      ...(this.keep ? [element('label', { class: 'check' }, this.keep, kept(known?.area, desk))] : []),
      ...(layer.isPublic ? [] : [field(say('agreements.form.layerGround'), this.ground)]),
    );
  }

  get title(): string {
    return this.layer.title;
  }

  /** Whether it is shared, and not in the common area. */
  get isApart(): boolean {
    return this.keepsOwn && this.chosen().length > 0;
  }

  /** The area it keeps for itself. */
  get ownShape(): Polygon | undefined {
    return this.isApart ? this.known?.area?.shape : undefined;
  }

  /** A newly drawn area holds for a layer that had none. */
  takeDrawn(): void {
    if (this.keep && !this.known?.area) {
      this.keep.checked = false;
    }
  }

  /** The share, if any field is chosen; what has no place is limited by its rows only. */
  share(common: Area | undefined): Share | undefined {
    const fields = this.chosen();
    if (fields.length === 0) {
      return undefined;
    }
    const rows = this.rows.value.trim();
    const ground = this.ground.value.trim();
    const area = this.keepsOwn ? this.known?.area : common;
    return {
      type: this.layer.type,
      fields,
      ...(rows ? { rows } : {}),
      ...(area && this.layer.hasPlace ? { area } : {}),
      ...(ground ? { ground } : {}),
    };
  }

  private get keepsOwn(): boolean {
    return this.keep?.checked ?? false;
  }

  private chosen(): string[] {
    return [...this.fields].filter(([, box]) => box.checked).map(([name]) => name);
  }
}

function kept(area: Area | undefined, { say }: Desk): string {
  return area ? say('agreements.form.keep', { policy: say(`agreements.policy.${area.policy}`) }) : say('agreements.form.keepEverywhere');
}
