const FADE = 300;

/** How long names and tiles fade in on a map, in milliseconds: not at all for readers who ask for less motion (WCAG 2.2, 2.3.3). */
export function fadeDuration(): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : FADE;
}
