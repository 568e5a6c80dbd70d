// What axe-core says of a page. It runs in the page itself: none of ours has frames, and a page of its own for the result takes longer than looking.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** axe-core finds nothing on the page, or on what of it lies outside `except`, a selector. `where` names the page in the failure. */
export async function assertAccessible(page, where, except) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const { passes, found } = await page.evaluate(async (exclude) => {
    const seen = await window.axe.run(exclude ? { exclude: [[exclude]] } : document, { resultTypes: ['violations'] });
    const found = seen.violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map((node) => node.html)
          .join(' | ')}`,
    );
    return { passes: seen.passes.length, found };
  }, except);
  assert.ok(passes > 0, `axe-core looked at nothing of ${where}`);
  assert.deepEqual(found, [], where);
}
