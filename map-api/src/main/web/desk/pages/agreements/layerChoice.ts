import { element } from '../../../shared/dom';
import type { Desk } from '../../desk';
import { field } from '../../parts';
import type { Layer, Share } from './types';

/** One layer to choose in the wizard: its fields, which rows, and on what ground where it is closed to the public. */
export class LayerChoice {
  readonly element: HTMLElement;
  private readonly fields: ReadonlyMap<string, HTMLInputElement>;
  private readonly rows: HTMLInputElement;
  private readonly ground: HTMLInputElement;

  constructor(
    private readonly layer: Layer,
    desk: Desk,
    known: Share | undefined,
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
    const mark = layer.isPublic ? '' : ` · ${say('agreements.form.closed')}`;
    this.element = element(
      'details',
      { 'data-layer': layer.type, ...(known ? { open: '' } : {}) },
      element('summary', {}, layer.title + mark),
      element(
        'div',
        { class: 'fields' },
        ...boxes.map(({ each, box }) =>
          element('label', { class: 'check' }, box, each.title + (each.isPublic ? '' : ` · ${say('agreements.form.notPublic')}`)),
        ),
      ),
      field(say('agreements.form.rows'), this.rows, say('agreements.form.rows.hint')),
      ...(layer.isPublic ? [] : [field(say('agreements.form.layerGround'), this.ground)]),
    );
  }

  /** The share, if any field is chosen; what has no place is limited by its rows only. */
  share(area: Share['area']): Share | undefined {
    const fields = [...this.fields].filter(([, box]) => box.checked).map(([name]) => name);
    if (fields.length === 0) {
      return undefined;
    }
    const rows = this.rows.value.trim();
    const ground = this.ground.value.trim();
    return {
      type: this.layer.type,
      fields,
      ...(rows ? { rows } : {}),
      ...(area && this.layer.hasPlace ? { area } : {}),
      ...(ground ? { ground } : {}),
    };
  }
}
