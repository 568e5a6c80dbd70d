// The City Guide in a real browser when something cannot be had: BASE_URL=http://localhost:8080 node --test tests/trouble.test.mjs
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until, untilIdle } from './browser.mjs';
import { browser, buildingInTheMiddle, cardIsFilled, DESKTOP, onPage, origin } from './guidePage.mjs';

test('when the service cannot be reached the page says so, and trying again works', async () => {
  let down = true;
  const answer = (route) => (down ? route.fulfill({ status: 503, body: '' }) : route.continue());
  const context = await browser.newContext({ viewport: DESKTOP });
  try {
    const page = await context.newPage();
    await page.route('**/api/guide/city', answer);
    await page.goto(origin);
    await until(page, () => document.documentElement.dataset.state === 'unreachable');
    assert.match(await page.textContent('[role=alert]'), /Servise ulaşılamıyor/);
    down = false;
    await page.click('[role=alert] button');
    await untilIdle(page);
  } finally {
    await context.close();
  }
});

test('a map whose style cannot be had leaves the search as it is, and trying again brings the map', async () => {
  let down = true;
  const prepare = (page) =>
    page.route('**/ogc/styles/kent*', (route) => (down ? route.fulfill({ status: 503, body: '' }) : route.continue()));
  await onPage(
    '/?q=eczane',
    async (page) => {
      await until(page, () => document.querySelector('.panel ol.hits') !== null);
      assert.equal(await page.getAttribute('html', 'data-state'), 'no-map');
      assert.match(await page.textContent('.map [role=alert]'), /Harita açılamadı/);
      down = false;
      await page.click('.map button');
      await untilIdle(page);
      await until(page, () => window.kentMap.getStyle().sources.results.data.features.length > 1);
    },
    { prepare, isCalm: false },
  );
});

test('search does not wait for the code of the map, and a map whose code cannot be had is there once the page is opened anew', async () => {
  let down = true;
  const prepare = (page) => page.route('**/assets/cityMap-*.js', (route) => (down ? route.abort() : route.continue()));
  await onPage(
    '/?q=eczane',
    async (page) => {
      await until(page, () => document.documentElement.dataset.state === 'no-map');
      await until(page, () => document.querySelector('.panel ol.hits') !== null);
      down = false;
      await Promise.all([page.waitForNavigation(), page.click('.map button')]);
      await untilIdle(page);
      await until(page, () => window.kentMap.getStyle().sources.results.data.features.length > 1);
    },
    { prepare, isCalm: false },
  );
});

test('a font that cannot be had leaves the map and the search as they are', async () => {
  await onPage(
    '/',
    async (page) => {
      await untilIdle(page);
      assert.ok(await page.isVisible('#search'));
    },
    { prepare: (page) => page.route('**/*.woff2', (route) => route.abort()), isCalm: false },
  );
});

test('when a place cannot be asked about the card says so, and trying again works', async () => {
  let down = true;
  const context = await browser.newContext({ viewport: DESKTOP });
  try {
    const page = await context.newPage();
    await page.route('**/api/guide/at?*', (route) => (down ? route.abort() : route.continue()));
    await page.goto(origin);
    await untilIdle(page);
    const { x, y } = await buildingInTheMiddle(page);
    await page.mouse.click(x, y);
    await until(page, () => document.querySelector('.card button.primary') !== null);
    assert.match(await page.textContent('.card'), /Bilgi alınamadı/);
    down = false;
    await page.click('.card button.primary');
    await until(page, cardIsFilled);
  } finally {
    await context.close();
  }
});

test('without WebGL the page links to the lists', async () => {
  await onPage(
    '/',
    async (page) => {
      await until(page, () => document.documentElement.dataset.state === 'no-webgl');
      assert.equal(await page.getAttribute('[role=alert] a', 'href'), '/ogc/collections?lang=tr');
      const code = await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .filter((name) => name.endsWith('.js')),
      );
      assert.deepEqual(
        code.filter((name) => /cityMap|worker/.test(name)),
        [],
        'nobody loads what draws a map that is not drawn',
      );
    },
    { hasMap: false },
  );
});
