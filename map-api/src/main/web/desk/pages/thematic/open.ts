import { call, Refusal } from '../../../shared/api';
import { element } from '../../../shared/dom';
import type { Desk } from '../../desk';
import { notice, reason } from '../../parts';
import type { Definition, Preview } from './definition';
import { legendLines, linesOf } from './legend';
import { memberName } from './names';

const ADDRESS = '/api/desk/thematic/preview/open';

/** What everybody would be told of a map, or why it cannot be theirs. */
export interface OpenMap {
  readonly legend?: Preview['legend'];
  readonly refusal?: string;
}

/** The map as everybody would see it, who may see less than its maker. */
export async function openMap(definition: Definition, desk: Desk): Promise<OpenMap> {
  try {
    return await call<{ legend: Preview['legend'] }>(`${ADDRESS}?map=${encodeURIComponent(JSON.stringify(definition))}`);
  } catch (cause) {
    if (cause instanceof Refusal && cause.status >= 400 && cause.status < 500) {
      return { refusal: reason(cause, desk.say, (parameter) => memberName(parameter, desk.say)) };
    }
    throw cause;
  }
}

/** Shown before a map is shared or published: what is decided on is this. */
export function openPart(open: OpenMap, own: Preview['legend'], { say, language }: Desk): HTMLElement {
  if (!open.legend) {
    return element('div', { class: 'open-map' }, notice('note', open.refusal ?? ''));
  }
  const isSame = JSON.stringify(linesOf(open.legend)) === JSON.stringify(linesOf(own));
  const told = isSame
    ? [element('p', {}, say('thematic.open.same'))]
    : [element('p', {}, say('thematic.open.other')), element('ul', { class: 'thematic-legend' }, ...legendLines(open.legend, language))];
  return element('section', { class: 'open-map', 'aria-label': say('thematic.open') }, element('h3', {}, say('thematic.open')), ...told);
}
