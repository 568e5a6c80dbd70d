// What axe-core says of a page. It runs in the page itself: none of ours has frames, and a page of its own for the result takes longer than looking.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** axe-core finds nothing on the page, or on what of it lies outside `except`, a selector. `where` names the page in the failure. */
export async function assertAccessible(page, where, except, rules = {}) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const { passes, found } = await page.evaluate(
    async ([exclude, asked]) => {
      const seen = await window.axe.run(exclude ? { exclude: [[exclude]] } : document, { resultTypes: ['violations'], rules: asked });
      const found = seen.violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map((node) => node.html)
            .join(' | ')}`,
      );
      return { passes: seen.passes.length, found };
    },
    [except, rules],
  );
  assert.ok(passes > 0, `axe-core looked at nothing of ${where}`);
  assert.deepEqual(found, [], where);
}

/** A window of 1280 by 1024 pixels at four times the size (WCAG 2.2, 1.4.10). */
const ENLARGED = { width: 320, height: 256 };

/** WCAG 2.2's own rule (2.5.8), which axe-core leaves out unless it is asked for. */
const TARGETS = { 'target-size': { enabled: true } };

/** Everybody can use the page in this window: axe-core finds nothing, and nothing is wider than it or cut off. */
export async function assertUsableHere(page, where, except) {
  await assertAccessible(page, where, except, TARGETS);
  await assertFits(page, where);
}

/** And at four times the size, which is the same from every window. */
export async function assertUsable(page, where, except) {
  await assertUsableHere(page, where, except);
  await enlarged(page, () => assertFits(page, `${where}, four times as large`));
}

/** A check at four times the size. A map takes longer to change its size than the check. */
export async function enlarged(page, check) {
  const usual = page.viewportSize();
  await page.setViewportSize(ENLARGED);
  await check();
  await page.setViewportSize(usual);
}

/** Nothing is wider than the window or cut off. */
export async function assertFits(page, where) {
  const { beyond, cut } = await page.evaluate(() => ({
    beyond: document.documentElement.scrollWidth - window.innerWidth,
    cut: [...document.querySelectorAll('body :not(.only-heard)')]
      .filter((each) => each.checkVisibility() && getComputedStyle(each).textOverflow === 'ellipsis' && each.scrollWidth > each.clientWidth)
      .map((each) => each.textContent),
  }));
  assert.ok(beyond <= 0, `${where} is ${beyond} px wider than the window`);
  assert.deepEqual(cut, [], `cut off at ${where}`);
}
