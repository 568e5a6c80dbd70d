/**
 * Changes a part of the page without taking the keyboard's place away: when what had the focus is another element afterwards, the one that
 * is called the same gets it, or else what stands in for it.
 */
export function keepingFocus(root: Element, change: () => void, standIn?: HTMLElement): void {
  const had = document.activeElement;
  const isInside = had !== null && root.contains(had);
  change();
  if (!isInside || document.activeElement === had) {
    return;
  }
  const same = had instanceof HTMLElement && had.isConnected ? had : namesake(root, had);
  (same ?? standIn)?.focus({ preventScroll: true });
}

function namesake(root: Element, had: Element): HTMLElement | undefined {
  const name = nameOf(had);
  const alike = [...root.querySelectorAll<HTMLElement>(had.localName)];
  return name === '' ? undefined : alike.find((one) => nameOf(one) === name && !one.matches(':disabled'));
}

/** What an element is known again by: its key, where it leads, or what it is called. */
function nameOf(one: Element): string {
  return one.getAttribute('data-key') ?? one.getAttribute('href') ?? one.getAttribute('aria-label') ?? one.textContent;
}

/** An element that is known again by its key. */
export function keyed<T extends Element>(key: string, element: T): T {
  element.setAttribute('data-key', key);
  return element;
}

/** Gives a question: whether the keyboard is still where it was, and nothing was typed there since. */
export function stillThere(): () => boolean {
  const had = document.activeElement;
  const typed = typedInto(had);
  return () => document.activeElement === document.body || (document.activeElement === had && typedInto(had) === typed);
}

function typedInto(one: Element | null): string | undefined {
  return one instanceof HTMLInputElement ? one.value : undefined;
}
