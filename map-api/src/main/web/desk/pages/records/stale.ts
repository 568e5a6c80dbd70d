import type { Geometry } from 'geojson';
import { button, element } from '../../../shared/dom';
import { number } from '../../../shared/format';
import type { Language } from '../../../shared/messages';
import { table } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { differing, shown, type Wording } from './fields';
import { cornersOf, measuresOf, sketchOf } from './sketch';
import { written } from './typedPlace';
import type { Field, State, Value } from './types';

/** What to do about a change that somebody else was faster with. */
export interface Choice {
  take(): Promise<void>;
  discard(): Promise<void>;
}

/** One field, or the shape, of the three versions. */
interface Line {
  readonly title: string;
  readonly opened: string;
  readonly yours: string;
  readonly now: string;
}

/** Both versions side by side, field by field, with the one the change began from. */
export function stalePart(
  fields: readonly Field[],
  opened: State,
  { values: yours = {}, geometry }: { readonly values?: Record<string, Value>; readonly geometry?: Geometry },
  now: State,
  choice: Choice,
  wording: Wording,
  { say, language }: Desk,
): HTMLElement {
  const lines = differing(fields, opened.values, yours, now.values).map((one) => ({
    title: one.title[language],
    opened: shown(one, opened.values[one.name], wording),
    yours: shown(one, { ...opened.values, ...yours }[one.name], wording),
    now: shown(one, now.values[one.name], wording),
  }));
  const size = (of: Geometry | null): string => sizeOf(of, language);
  const shape = geometry
    ? [{ title: say('records.shape'), opened: size(opened.geometry), yours: size(geometry), now: size(now.geometry) }]
    : [];
  return element(
    'section',
    { class: 'panel stale' },
    element('h2', { tabindex: '-1' }, say('records.stale')),
    element('p', {}, say('records.stale.explained')),
    table(
      say('records.stale.both'),
      [
        { title: say('records.field'), cell: (one: Line) => one.title },
        { title: say('records.stale.opened', { version: opened.version }), cell: (one: Line) => one.opened },
        { title: say('records.stale.yours'), cell: (one: Line) => one.yours },
        { title: say('records.stale.now', { version: now.version }), cell: (one: Line) => one.now },
      ],
      [...lines, ...shape],
    ),
    element(
      'div',
      { class: 'actions' },
      button(say('records.stale.take'), { class: 'primary' }, () => choice.take()),
      button(say('records.stale.discard'), { class: 'secondary' }, () => choice.discard()),
    ),
  );
}

/** Its area or its length; a point by its place. */
function sizeOf(geometry: Geometry | null, language: Language): string {
  const sketch = geometry && sketchOf(geometry);
  const [first] = sketch ? cornersOf(sketch) : [];
  if (!sketch || !first) {
    return '–';
  }
  const { length, area } = measuresOf(sketch);
  return { point: written(first), line: `${number(length, language, 1)} m`, area: `${number(area, language, 1)} m²` }[sketch.kind];
}
