import { button, element } from '../shared/dom';
import type { Language } from '../shared/messages';
import { notice, save } from '../shared/parts';
import { csv, csvName, type Use, useTable } from '../shared/use';
import type { Layer } from './service';
import type { Say } from './words';

const HEADS = ['use.month', 'use.layer', 'use.channel', 'use.answers', 'use.features', 'use.bytes', 'use.last'] as const;

/** What was received; undefined where that could not be read. */
export function useOf(
  use: readonly Use[] | undefined,
  layers: readonly Layer[],
  agreement: string,
  language: Language,
  say: Say,
): HTMLElement {
  const parts: HTMLElement[] = [element('h2', {}, say('use.title')), element('p', {}, say('use.intro'))];
  if (use === undefined) {
    parts.push(notice('note', say('use.failed')));
  } else if (use.length === 0) {
    parts.push(notice('note', say('use.none')));
  } else {
    const titles = new Map(layers.map((layer) => [layer.type, layer.title]));
    const heads = HEADS.map((key) => say(key));
    const words = {
      caption: say('use.caption'),
      heads,
      whole: (month: string) => say('use.whole', { month }),
      layer: (type: string) => titles.get(type) ?? type,
    };
    const file = (): void => save(new Blob([csv(use, heads, language)], { type: 'text/csv' }), csvName(agreement));
    parts.push(useTable(use, words, language), button(say('use.save'), { class: 'secondary' }, file));
  }
  return element('section', {}, ...parts);
}
