import { element } from '../../../shared/dom';
import { keyed } from '../../../shared/focus';
import type { Desk } from '../../desk';
import { coloursOf, type Definition, type Palette } from './definition';

/** One palette to choose, with the colours it would give. */
export function paletteChoice(palette: Palette, definition: Definition, { say }: Desk, changed: () => void): HTMLElement {
  const colours = coloursOf(palette, definition.classes);
  const isSafe = palette.colourBlindSafe >= definition.classes;
  const words = `${palette.name}${isSafe ? ` · ${say('thematic.safe')}` : ''}`;
  const radio = keyed(`palette-${palette.name}`, element('input', { type: 'radio', name: 'palette', 'aria-label': words }));
  radio.checked = definition.palette === palette.name;
  radio.addEventListener('change', () => {
    definition.palette = palette.name;
    changed();
  });
  const swatches = (definition.reversed ? [...colours].reverse() : colours).map((colour) => {
    const swatch = element('span', {});
    swatch.style.background = colour;
    return swatch;
  });
  return element('label', { class: 'palette', title: words }, radio, ...swatches);
}

/** Whether the palette is turned round. */
export function reversedChoice(definition: Definition, { say }: Desk, changed: () => void): HTMLElement {
  const box = keyed('reversed', element('input', { type: 'checkbox' }));
  box.checked = definition.reversed;
  box.addEventListener('change', () => {
    definition.reversed = box.checked;
    changed();
  });
  return element('label', { class: 'check' }, box, ` ${say('thematic.reversed')}`);
}
