import type { Geometry } from 'geojson';
import { button, element } from '../../../shared/dom';
import { number } from '../../../shared/format';
import { call } from '../../../shared/http';
import { submitOnce } from '../../../shared/once';
import { field, notice } from '../../../shared/parts';
import type { Desk } from '../../desk';
import type { Places } from './place';
import { refused } from './refused';
import { ShapeTools } from './shapeTools';
import { type Sketch, sketchOf } from './sketch';
import { API, type RecordTold, type Shape, type State } from './types';

/** The change of a shape, beside the other forms of a record. */
export interface Reshape {
  readonly root: HTMLElement;
  /** Whether anything was drawn or written. */
  readonly isTouched: boolean;
  /** Whether it was drawn anew. */
  readonly isChanged: boolean;
  /** The shape to be saved; undefined where there is none, which is told. */
  shape(): Geometry | undefined;
}

/** Changes the shape of a record; nothing where it has none that can be drawn. */
export function reshapePart(
  record: RecordTold,
  state: State,
  places: Places,
  desk: Desk,
  save: (geometry: Geometry, reason: string) => Promise<void>,
): Reshape | undefined {
  const sketch = state.geometry && sketchOf(state.geometry);
  return sketch ? part(record, state, sketch, places, desk, save) : undefined;
}

function part(
  record: RecordTold,
  state: State,
  begun: Sketch,
  places: Places,
  desk: Desk,
  save: (geometry: Geometry, reason: string) => Promise<void>,
): Reshape {
  const { say } = desk;
  const seen = element('div', { class: 'told', 'aria-live': 'polite' });
  const reason = element('input', { required: '', maxlength: '500', autocomplete: 'off', pattern: '.*\\S.*' });
  const tools = new ShapeTools(desk, {
    type: record.type,
    own: record.id,
    old: state.geometry,
    begun,
    changed: () => seen.replaceChildren(),
  });
  const shape = (): Geometry | undefined => {
    if (!tools.geometry) {
      tools.refuseFew();
    } else if (!tools.isChanged) {
      tools.refuse(say('records.shape.same'));
    } else {
      return tools.geometry;
    }
    return undefined;
  };
  const preview = button(say('records.preview'), { class: 'secondary' }, async () => {
    const geometry = shape();
    if (geometry) {
      seen.replaceChildren(await previewed(record.type, geometry, desk));
    }
  });
  const form = element(
    'form',
    {},
    element('p', {}, say(begun.kind === 'point' ? 'records.shape.explained.point' : 'records.shape.explained')),
    tools.root,
    element('div', { class: 'actions' }, preview),
    seen,
    field(say('records.reason'), reason),
    element('button', { class: 'primary' }, say('records.shape.save')),
  );
  submitOnce(form, async () => {
    const geometry = shape();
    if (geometry) {
      await save(geometry, reason.value.trim());
    }
  });
  const made = element('details', { class: 'panel reshape' }, element('summary', {}, say('records.shape.title')), form);
  made.addEventListener('toggle', () => {
    if (made.open) {
      void places.show([]);
      void tools.open();
    } else {
      tools.close();
      void places.show([state.geometry]);
    }
  });
  return {
    root: made,
    get isTouched() {
      return tools.isChanged || reason.value.trim() !== '';
    },
    get isChanged() {
      return tools.isChanged;
    },
    shape,
  };
}

/** What the shape would be, as the service tells it. */
export async function previewed(type: string, geometry: Geometry, { say, language }: Desk): Promise<HTMLElement> {
  try {
    const { geometry: kept, measure } = await call<Shape>(`${API}/${type}/shape/preview`, { method: 'POST', body: { geometry } });
    const unit = kept.type.endsWith('Polygon') ? 'm²' : 'm';
    const words = /Point/.test(kept.type)
      ? say('records.shape.fits')
      : say('records.shape.fits.measure', { measure: `${number(measure, language, 1)} ${unit}` });
    return notice('good', words);
  } catch (cause) {
    return notice('bad', refused(cause, say));
  }
}
