// What the tests of agreements at the desk share: one browser, who signs in, and what is done again and again.
import assert from 'node:assert/strict';
import { after, afterEach, before } from 'node:test';
import { openBrowser, until } from './browser.mjs';

export const {
  BASE_URL: base,
  ACCOUNT: account,
  PASSWORD: password,
  AUDITOR: auditor,
  AUDITOR_PASSWORD: auditorPassword,
  SHOTS: shots,
} = process.env;
assert.ok(
  base && account && password && auditor && auditorPassword,
  'BASE_URL, ACCOUNT and PASSWORD, AUDITOR and AUDITOR_PASSWORD name the service and who signs in',
);

/** What each test's agreement is called; another run beside the same service needs other names. */
export const run = process.env.RUN ?? '';

export let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser?.close());

const opened = [];
/** A map that nobody looks at any more goes on drawing. */
afterEach(async () => {
  for (const page of opened.splice(0)) await page.close();
});

export async function picture(page, name) {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
}

const contexts = new Map();

/** A page of the desk, of who signs in once. */
export async function desk(path, who = account, word = password) {
  const isIn = contexts.has(who);
  if (!isIn) contexts.set(who, await browser.newContext({ viewport: { width: 1400, height: 1000 }, locale: 'tr-TR' }));
  const page = await contexts.get(who).newPage();
  opened.push(page);
  await page.goto(`${base}/desk/${path}`);
  if (!isIn) {
    await page.getByLabel('Kullanıcı adı', { exact: true }).fill(who);
    await page.getByLabel('Parola', { exact: true }).fill(word);
    await page.getByRole('button', { name: 'Giriş yap', exact: true }).click();
  }
  await shown(page);
  return page;
}

/** The page is there: its heading, and what it asks the service for. */
export async function shown(page) {
  await until(page, () => document.documentElement.dataset.page === 'agreements');
}

/** Another page, of who is signed in already. */
export async function open(page, path) {
  await page.goto(`${base}/desk/${path}`);
  await shown(page);
}

/** Two clicks are a double one when the second comes soon. */
export async function notDouble(page) {
  const past = Date.now() + 600;
  await until(page, (moment) => Date.now() > moment, past);
}

/** Draws a triangle; the last click is double, or none. */
export async function draw(page, [first, second, last], isClosed) {
  await until(page, () => window.deskMap?.loaded() === true);
  await page.getByRole('button', { name: 'Alan çiz' }).click();
  const canvas = await page.locator('.map-pane canvas').boundingBox();
  const at = ([x, y]) => [canvas.x + canvas.width * x, canvas.y + canvas.height * y];
  await page.mouse.click(...at(first));
  await notDouble(page);
  await page.mouse.click(...at(second));
  await notDouble(page);
  await (isClosed ? page.mouse.dblclick(...at(last)) : page.mouse.click(...at(last)));
}

export const TRIANGLE = [
  [0.25, 0.3],
  [0.7, 0.3],
  [0.5, 0.7],
];
export const AREA = 'Çizilen alanla sınırlı.';
export const OPEN = 'Alan çiziliyor; henüz geçerli değil.';

/** Asks the service itself, as who is signed in on the page. */
export function ask(page, method, path, body) {
  const asked = async ([verb, address, sent]) => {
    const token = decodeURIComponent(/XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '');
    const headers = { Accept: 'application/json', 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token };
    const answer = await fetch(address, { method: verb, headers, body: sent === undefined ? undefined : JSON.stringify(sent) });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  return page.evaluate(asked, [method, `/api/desk/agreements${path}`, body]);
}

/** Terms whose layers lie in areas of their own: one that touches the west, one within the east, one everywhere. */
export async function ofThreeAreas(page) {
  const { bbox } = await (await fetch(`${base}/api/guide/city`)).json();
  const [west, south, east, north] = bbox;
  const middle = (west + east) / 2;
  const box = (a, b) => ({
    type: 'Polygon',
    coordinates: [
      [
        [a, south],
        [b, south],
        [b, north],
        [a, north],
        [a, south],
      ],
    ],
  });
  const field = async (type) =>
    (await ask(page, 'GET', '/layers')).find((layer) => layer.type === type).fields.find(({ isPublic }) => isPublic).name;
  return {
    provider: 'Örnekova Belediyesi',
    partner: 'Üç Alanlı Kurum',
    contact: 'cbs@example.org',
    purpose: 'deneme',
    ground: 'KVKK m. 5/2-ç',
    decision: { number: '2026/17', date: '2026-11-03' },
    from: '2020-01-01',
    until: '2040-12-31',
    releases: ['published', 'superseded'],
    ratePerMinute: 600,
    monthlyQuota: 1000,
    layers: [
      { type: 'parsel', fields: [await field('parsel')], area: { policy: 'intersects', shape: box(west, middle) } },
      { type: 'bina', fields: [await field('bina')], area: { policy: 'within', shape: box(middle, east) } },
      { type: 'numarataj', fields: [await field('numarataj')] },
    ],
  };
}
