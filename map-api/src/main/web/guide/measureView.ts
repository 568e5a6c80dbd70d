import type { Corner } from '../shared/bounds';
import { button, element } from '../shared/dom';
import type { Language, Messages } from '../shared/messages';
import { areaOf, areaText, lengthOf, lengthText } from './measuring';
import { heading } from './views';

/** What the measuring panel needs of the page. */
export interface Measurer {
  readonly language: Language;
  readonly say: Messages;
  /** Adds the middle of the map as a corner. */
  addMiddle(): void;
  measure(corners: readonly Corner[]): void;
}

export function measureView(page: Measurer, corners: readonly Corner[]): readonly Node[] {
  const { say } = page;
  const idle = corners.length === 0 ? { disabled: '' } : undefined;
  return [
    ...heading(say('measure.title')),
    element('p', { class: 'quiet' }, say('measure.help')),
    element(
      'dl',
      { class: 'figures measured' },
      ...figures(page, corners).map(([label, value]) => element('div', {}, element('dt', {}, label), element('dd', {}, value))),
    ),
    element(
      'p',
      { class: 'actions' },
      button(say('measure.add'), { class: 'primary' }, () => page.addMiddle()),
      button(say('measure.undo'), idle ?? {}, () => page.measure(corners.slice(0, -1))),
      button(say('measure.clear'), idle ?? {}, () => page.measure([])),
    ),
  ];
}

/** The sentence a screen reader hears after each corner. */
export function measureHeard(page: Measurer, corners: readonly Corner[]): string {
  const [length, area] = figures(page, corners).map(([, value]) => value);
  return page.say('measure.heard', { length: length ?? '', area: area ?? '' });
}

function figures({ say, language }: Measurer, corners: readonly Corner[]): readonly (readonly [string, string])[] {
  const isArea = corners.length > 2;
  const [first] = corners;
  return [
    [say('measure.length'), lengthText(lengthOf(corners), language)],
    [say('measure.area'), isArea ? areaText(areaOf(corners), language) : '–'],
    ...(isArea && first ? [[say('measure.around'), lengthText(lengthOf([...corners, first]), language)] as const] : []),
    [say('measure.corners'), String(corners.length)],
  ];
}
