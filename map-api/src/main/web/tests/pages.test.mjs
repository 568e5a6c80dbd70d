// The data pages in a real browser against a running service: BASE_URL=http://localhost:8080 node --test tests/pages.test.mjs
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertUsable } from './accessible.mjs';
import { openBrowser, until } from './browser.mjs';

const base = process.env.BASE_URL;
assert.ok(base, 'BASE_URL names the running service');
const origin = new URL(base).origin;
const BUILDINGS = '/ogc/collections/bina';
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

let browser;
let paths;
before(async () => {
  browser = await openBrowser();
  const items = await (await fetch(`${origin}${BUILDINGS}/items?limit=1`)).json();
  paths = [
    '/ogc',
    '/ogc/collections',
    BUILDINGS,
    `${BUILDINGS}/items?limit=20`,
    `${BUILDINGS}/items/${items.features[0].id}`,
    '/ogc/conformance',
    '/ogc/api',
    `${BUILDINGS}/items?limit=0&yok=1`,
  ];
});
after(() => browser?.close());

for (const [language, viewport] of Object.entries({ tr: DESKTOP, en: PHONE })) {
  test(`every data page can be used by everybody: ${language}, ${viewport.width} pixels wide`, async () => {
    const context = await browser.newContext({ viewport });
    try {
      const page = await context.newPage();
      for (const path of paths) {
        await page.goto(`${origin}${path}${path.includes('?') ? '&' : '?'}f=html&lang=${language}`);
        await usable(page, path, language);
      }
    } finally {
      await context.close();
    }
  });
}

async function usable(page, path, language) {
  await assertUsable(page, path);
  assert.equal(await page.evaluate(() => document.documentElement.lang), language, path);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip', `${path}: first stop of the keyboard`);
}

test("the small map of a page speaks the page's language", async () => {
  const {
    results: [parcel],
  } = await (await fetch(`${origin}/api/guide/search?q=101+ada`)).json();
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${origin}${parcel.path}?lang=tr`);
    await until(page, () => document.querySelector('.map')?.dataset.state === 'ready');
    assert.equal(await page.getAttribute('.map canvas', 'aria-label'), 'Harita');
    assert.match(await page.textContent('.map'), /Ctrl tuşuna basarak/);
  } finally {
    await context.close();
  }
});

test("a parcel or a place without a page is told in the reader's language, with the way to the search", async () => {
  for (const [path, words] of [
    ['/imar/yok/yok/1/1?lang=tr', /parsel yok/],
    [`/yer/00000000-0000-4000-8000-000000000000?lang=tr`, /verilerde yok/],
    [`/adres/00000000-0000-4000-8000-000000000000?lang=en`, /not in the published data/],
  ]) {
    const answer = await fetch(`${origin}${path}`, { headers: { Accept: 'text/html' } });
    const page = await answer.text();
    assert.equal(answer.status, 404);
    assert.match(page, words);
    assert.match(page, /href="\/\?lang=/);
  }
  const { kinds } = await (await fetch(`${origin}/api/guide/kinds`)).json();
  assert.deepEqual(
    kinds.filter(({ code, name }) => /[{}]/.test(code + name)),
    [],
  );
});
