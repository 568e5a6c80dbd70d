import { element } from '../../../shared/dom';
import { keyed } from '../../../shared/focus';
import { call, Refusal } from '../../../shared/http';
import { linesOf } from '../../../shared/legend';
import { notice } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { reason } from '../../reason';
import type { Definition, Preview } from './definition';
import { memberName } from './names';

const ADDRESS = '/api/desk/thematic/preview/open';

/** The map as everybody sees it, or why it cannot be theirs. */
export interface OpenMap {
  readonly preview?: Preview;
  readonly refusal?: string;
}

/** Whose view of a map legend and map pane show: the planner's own, or that of everybody. */
export type Side = 'own' | 'open';

/** The map as everybody would see it, who may see less than its maker. */
export async function openMap(definition: Definition, desk: Desk, cancel: AbortSignal): Promise<OpenMap> {
  try {
    return { preview: await call<Preview>(`${ADDRESS}?map=${encodeURIComponent(JSON.stringify(definition))}`, { cancel }) };
  } catch (cause) {
    if (cause instanceof Refusal && cause.status >= 400 && cause.status < 500) {
      return { refusal: reason(cause, desk.say, (parameter) => memberName(parameter, desk.say)) };
    }
    throw cause;
  }
}

/** Whether everybody is told the same as the planner. */
export function isSame(open: OpenMap | undefined, own: Preview['legend']): boolean {
  return open?.preview !== undefined && JSON.stringify(linesOf(open.preview.legend)) === JSON.stringify(linesOf(own));
}

/** Says whose view is shown, and where the two differ lets one be chosen: legend and map always show the same one. */
export function openPart(open: OpenMap, own: Preview['legend'], side: Side, { say }: Desk, choose: (side: Side) => void): HTMLElement {
  if (!open.preview) {
    return element('div', { class: 'open-map' }, notice('note', open.refusal ?? ''));
  }
  const told = isSame(open, own)
    ? [element('p', {}, say('thematic.open.same'))]
    : [
        element('p', {}, say('thematic.open.other')),
        sides(side, say, choose),
        element('p', { role: 'status' }, say(`thematic.side.${side}.told`)),
      ];
  return element('section', { class: 'open-map', 'aria-label': say('thematic.open') }, element('h3', {}, say('thematic.open')), ...told);
}

function sides(chosen: Side, say: Desk['say'], choose: (side: Side) => void): HTMLElement {
  const options = (['own', 'open'] as const).map((side) => {
    const input = keyed(`side-${side}`, element('input', { type: 'radio', name: 'side', value: side }));
    input.checked = side === chosen;
    input.addEventListener('change', () => choose(side));
    return element('label', { class: 'check' }, input, ` ${say(`thematic.side.${side}`)}`);
  });
  return element('fieldset', { class: 'sides' }, element('legend', {}, say('thematic.side')), ...options);
}
