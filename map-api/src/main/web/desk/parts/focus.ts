/**
 * Changes a part of the page without taking the keyboard's place away: when what had the focus is another element afterwards, the one with
 * the same data-key gets it, or else what stands in for it.
 */
export function keepingFocus(root: Element, change: () => void, standIn?: HTMLElement): void {
  const had = document.activeElement;
  const isInside = had !== null && root.contains(had);
  const key = isInside ? had.getAttribute('data-key') : null;
  change();
  if (!isInside || had.isConnected) {
    return;
  }
  const same = key === null ? null : root.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  (same ?? standIn)?.focus({ preventScroll: true });
}

/** An element that is known again by its key. */
export function keyed<T extends Element>(key: string, element: T): T {
  element.setAttribute('data-key', key);
  return element;
}
