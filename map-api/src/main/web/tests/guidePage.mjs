// What the tests of the City Guide share: one browser, the city they find, and a fresh page for each check.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { openBrowser, until, untilIdle } from './browser.mjs';

const base = process.env.BASE_URL;
assert.ok(base, 'BASE_URL names the running service');
export const origin = new URL(base).origin;
export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

export const city = await (await fetch(`${origin}/api/guide/city`)).json();
export const browser = await openBrowser();
after(() => browser?.close());

/**
 * Runs a check on a fresh page. Nothing on it may fail; it must be quiet as well: no complaint on the console, no foreign host, nothing
 * stored. Where a check lets the service fail (`isCalm: false`), the browser itself complains. `awaits` is what the page must have come to.
 * Without a map (`hasMap: false`) the browser is one that cannot draw it.
 */
export async function onPage(
  path,
  check,
  { viewport = DESKTOP, prepare = async () => {}, isCalm = true, hasMap = true, awaits = opened, ...options } = {},
) {
  const context = await browser.newContext({ viewport, ...options });
  try {
    const page = await context.newPage();
    const seen = watch(page);
    if (!hasMap) await page.addInitScript(withoutWebGl);
    await prepare(page);
    await page.goto(`${origin}${path}`);
    try {
      await awaits(page);
      await check(page, context);
    } catch (cause) {
      throw new Error(`${cause.message}; the page itself says: ${JSON.stringify(seen)}`, { cause });
    }
    assert.deepEqual(seen.failures, [], 'failures');
    assert.deepEqual(seen.foreign, [], 'requests to other hosts');
    if (isCalm) assert.deepEqual(seen.complaints, [], 'complaints on the console');
    assert.deepEqual(await context.cookies(), [], 'cookies');
    assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0, 'stored things');
  } finally {
    await context.close();
  }
}

/** Runs in the page. */
function withoutWebGl() {
  const getContext = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    return kind.startsWith('webgl') ? null : getContext.call(this, kind, ...rest);
  };
}

/** The page has decided what to show. A page without a map is there at once. */
export const opened = (page) => until(page, () => document.documentElement.dataset.state !== 'loading');
export const ready = (page) => until(page, () => document.documentElement.dataset.state === 'ready');

function watch(page) {
  const seen = { foreign: [], complaints: [], failures: [] };
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(data|blob):/.test(url) && new URL(url).origin !== origin) seen.foreign.push(url);
  });
  page.on('console', (line) => line.type() === 'error' && seen.complaints.push(line.text()));
  page.on('pageerror', (error) => seen.failures.push(String(error)));
  return seen;
}

/** Puts a building into the middle of the map and returns the middle of the map on the screen. */
export async function buildingInTheMiddle(page) {
  const [west, south, east, north] = city.bbox;
  await page.evaluate((center) => void window.kentMap.jumpTo({ center, zoom: 15 }), [(west + east) / 2, (south + north) / 2]);
  await untilIdle(page);
  const place = await page.evaluate(() => {
    const map = window.kentMap;
    const middle = map.getCenter();
    const far = ([x, y]) => Math.hypot(x - middle.lng, y - middle.lat);
    const corners = map
      .queryRenderedFeatures({ layers: ['building'] })
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

export const cardIsFilled = () => document.querySelector('.card:not([hidden]) h2') !== null;
