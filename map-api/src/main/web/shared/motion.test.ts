import { afterEach, expect, test, vi } from 'vitest';
import { fadeDuration } from './motion';

afterEach(() => vi.unstubAllGlobals());

function readerAsksForLess(less: boolean): void {
  vi.stubGlobal('window', { matchMedia: (query: string) => ({ matches: less && query === '(prefers-reduced-motion: reduce)' }) });
}

test('nothing fades in for readers who ask for less motion', () => {
  readerAsksForLess(true);
  expect(fadeDuration()).toBe(0);
  readerAsksForLess(false);
  expect(fadeDuration()).toBe(300);
});
