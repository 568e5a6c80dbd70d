import { element } from '../../shared/dom';

/** A list to choose one from; options are value and words. */
export function choice(
  options: readonly (readonly [string, string])[],
  value: string,
  onChange: (value: string) => unknown,
): HTMLSelectElement {
  const made = element('select', {}, ...options.map(([key, text]) => element('option', { value: key }, text)));
  made.value = value;
  made.addEventListener('change', () => onChange(made.value));
  return made;
}
