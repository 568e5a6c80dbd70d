// The City Guide in a real browser against a running service: BASE_URL=http://localhost:8080 node --test tests/guide.test.mjs
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until, untilIdle } from './browser.mjs';
import { DESKTOP, browser, city, onPage, origin } from './guidePage.mjs';

const PHONE = { width: 360, height: 740 };

/** Puts a building into the middle of the map and returns the middle of the map on the screen. */
async function buildingInTheMiddle(page) {
  const [west, south, east, north] = city.bbox;
  await page.evaluate((center) => void window.kentMap.jumpTo({ center, zoom: 15 }), [(west + east) / 2, (south + north) / 2]);
  await untilIdle(page);
  const place = await page.evaluate(() => {
    const map = window.kentMap;
    const middle = map.getCenter();
    const far = ([x, y]) => Math.hypot(x - middle.lng, y - middle.lat);
    const corners = map.queryRenderedFeatures({ layers: ['building'] })
      .map(({ geometry }) => (geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.coordinates[0][0]))
      .map((ring) => [0, 1].map((axis) => ring.slice(1).reduce((sum, point) => sum + point[axis], 0) / (ring.length - 1)));
    return corners.sort((one, other) => far(one) - far(other))[0];
  });
  assert.ok(place, 'a building is drawn near the middle of the city');
  await page.evaluate((center) => void window.kentMap.jumpTo({ center, zoom: 17 }), place);
  await untilIdle(page);
  const box = await page.locator('#map').boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const cardIsFilled = () => document.querySelector('.card:not([hidden]) h2') !== null;
const cardIsClosed = () => document.querySelector('.card[hidden]') !== null;

test('the page opens on the whole city, in Turkish, with its own font', async () => {
  await onPage('/', async (page) => {
    await untilIdle(page);
    assert.equal(await page.getAttribute('html', 'lang'), 'tr');
    assert.equal(await page.textContent('h1'), `${city.name} Kent Rehberi`);
    const seen = await page.evaluate(() => window.kentMap.getBounds().toArray().flat());
    const [west, south, east, north] = city.bbox;
    assert.ok(seen[0] <= west && seen[1] <= south && seen[2] >= east && seen[3] >= north, `${seen} holds ${city.bbox}`);
    await until(page, () => window.kentMap.queryRenderedFeatures().length > 0);
    const loaded = await page.evaluate(() =>
      [...document.fonts].filter((face) => face.family.includes('Kent Sans') && face.status === 'loaded').length);
    assert.ok(loaded >= 6, `${loaded} font files are loaded`);
    assert.ok(await page.isVisible('.maplibregl-ctrl-attrib'), 'the sources are shown');
    assert.ok(await page.isVisible('.maplibregl-ctrl-scale'), 'the scale is shown');
  });
});

test('English is one link away and keeps the place', async () => {
  await onPage('/', async (page) => {
    await untilIdle(page);
    await buildingInTheMiddle(page);
    const hash = new URL(page.url()).hash;
    await page.click('header a[hreflang=en]');
    await untilIdle(page);
    assert.equal(await page.getAttribute('html', 'lang'), 'en');
    assert.equal(new URL(page.url()).search, '?lang=en');
    assert.equal(new URL(page.url()).hash, hash);
  });
});

test('a click opens a card with its link, and Esc closes it', async () => {
  await onPage('/', async (page) => {
    await untilIdle(page);
    const { x, y } = await buildingInTheMiddle(page);
    await page.mouse.click(x, y);
    await until(page, cardIsFilled);
    assert.match(await page.getAttribute('.card a', 'href'), /^\/ogc\/collections\/\w+\/items\/.+/);
    assert.match(await page.textContent('[aria-live]'), /kayıt bulundu/);
    assert.ok(await page.isVisible('.maplibregl-ctrl-attrib'));
    await page.keyboard.press('Escape');
    await until(page, cardIsClosed);
  });
});

test('the whole path works by keyboard', async () => {
  await onPage('/', async (page) => {
    await untilIdle(page);
    await buildingInTheMiddle(page);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'CANVAS');
    await page.keyboard.press('Enter');
    await until(page, cardIsFilled);
    await until(page, () => document.activeElement.classList.contains('card'));
    await page.keyboard.press('Escape');
    await until(page, cardIsClosed);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'CANVAS');
    const before = await page.evaluate(() => window.kentMap.getCenter().lng);
    await page.keyboard.press('ArrowRight');
    await until(page, (lng) => window.kentMap.getCenter().lng > lng && !window.kentMap.isMoving(), before);
    assert.match(new URL(page.url()).hash, /^#17\/-?\d+\.\d+\/-?\d+\.\d+$/);
  });
});

test('every control reached by Tab has a name', async () => {
  await onPage('/', async (page) => {
    await untilIdle(page);
    const names = [];
    for (let step = 0; step < 25; step++) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => {
        const at = document.activeElement;
        return at === document.body ? undefined : at.ariaLabel || at.title || at.textContent || at.labels?.[0]?.textContent || '';
      });
      if (name === undefined) break;
      names.push(name.trim());
    }
    assert.ok(names.length >= 10, `Tab reached ${names.length} controls`);
    assert.deepEqual(names.filter((name) => name === ''), []);
  });
});

test('a layer group is switched off on the map and in the address, and the address brings it back', async () => {
  await onPage('/', async (page) => {
    await untilIdle(page);
    const visible = () => window.kentMap.getLayoutProperty('building', 'visibility') !== 'none';
    assert.equal(await page.evaluate(visible), true);
    await page.click('.layers input[name=buildings]');
    assert.equal(await page.evaluate(visible), false);
    assert.ok(!new URL(page.url()).searchParams.get('layers').split(',').includes('buildings'));
    await page.reload();
    await untilIdle(page);
    assert.equal(await page.evaluate(visible), false);
  });
});

test('on a phone nothing is wider than the screen and the card is a sheet at the bottom', async () => {
  await onPage('/', async (page) => {
    await untilIdle(page);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= PHONE.width);
    const { x, y } = await buildingInTheMiddle(page);
    await page.mouse.click(x, y);
    await until(page, cardIsFilled);
    await until(page, () => document.querySelector('.card').getAnimations().length === 0);
    const box = await page.locator('.card').boundingBox();
    assert.equal(Math.round(box.width), PHONE.width);
    assert.equal(Math.round(box.y + box.height), PHONE.height);
    assert.ok(box.height <= PHONE.height * 0.56);
    await page.click('.card-close');
    await until(page, cardIsClosed);
  }, { viewport: PHONE });
});

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
  await onPage('/', async (page) => {
    await until(page, () => document.documentElement.dataset.state === 'no-webgl');
    assert.equal(await page.getAttribute('[role=alert] a', 'href'), '/ogc/collections');
  }, { hasMap: false });
});
