// The partners' page in a real browser: BASE_URL=… PARTNER_KEY=… node --test tests/partner.test.mjs
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { assertUsable } from './accessible.mjs';
import { openBrowser, until } from './browser.mjs';

const { BASE_URL: base, PARTNER_KEY: key, SHOTS: shots } = process.env;
assert.ok(base && key, 'BASE_URL and PARTNER_KEY name the service and who comes in');
const headers = { Authorization: `Bearer ${key}` };

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser?.close());

async function comeIn(page, language) {
  await page.goto(`${base}/exchange?lang=${language}`);
  await page.getByLabel(language === 'tr' ? 'Anahtar' : 'Key', { exact: true }).fill(key);
  await page.getByRole('button', { name: language === 'tr' ? 'Aç' : 'Open', exact: true }).click();
  await until(page, () => document.documentElement.dataset.state === 'in');
}

test('a partner sees its layers, what is left and what it used, and the key stays in the tab', async () => {
  await (await fetch(`${base}/ogc/collections/bina/items?limit=7`, { headers })).text();
  await until2(async () => (await (await fetch(`${base}/exchange/statistics`, { headers })).json()).use.length > 0);
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, locale: 'tr-TR', acceptDownloads: true });
  const page = await context.newPage();
  const asked = [];
  page.on('request', (request) => asked.push(request));
  await page.goto(`${base}/exchange`);
  await assertUsable(page, 'the door');
  await comeIn(page, 'tr');
  const catalogue = await (await fetch(`${base}/exchange`, { headers })).json();
  await page.getByRole('heading', { level: 1, name: `${catalogue.agreement} sayılı protokol` }).waitFor();
  for (const layer of catalogue.layers) await page.getByRole('heading', { level: 3, name: layer.title }).waitFor();
  const left = Number((await page.locator('.limits b').first().textContent()).replaceAll('.', ''));
  assert.ok(left >= catalogue.limits.leftInMonth && left < catalogue.limits.perMonth, `${left}`);
  assert.match(await page.locator('.limits dd').first().textContent(), /^[\d.]+ istekten [\d.]+ kaldı$/);
  const use = page.getByRole('region', { name: /Aylara/ });
  assert.match(await use.getByRole('row').nth(1).textContent(), /Sorgu17\d{2,}/);
  await until(page, () => window.partnerMap?.loaded() === true);
  assert.ok(await page.evaluate(() => window.partnerMap.queryRenderedFeatures({ layers: ['areas-line'] }).length > 0), 'the area is drawn');
  await assertUsable(page, 'the page');
  if (shots) await page.screenshot({ path: `${shots}/partner.png`, fullPage: true });

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('button', { name: /GeoJSON indir/ })
      .first()
      .click(),
  ]);
  const layer = JSON.parse(await readFile(await file.path(), 'utf8'));
  assert.equal(layer.features.length, catalogue.layers[0].features);

  assert.ok(
    asked.every((request) => !request.url().includes(key)),
    'the key is in no address',
  );
  const keyed = asked.filter((request) => request.headers().authorization).map((request) => new URL(request.url()).pathname);
  assert.ok(
    keyed.every((path) => path.startsWith('/exchange')),
    `the map is the public's and costs nothing: ${keyed}`,
  );
  assert.ok(!(await page.content()).includes(key), 'the page does not show it');
  await page.reload();
  await until(page, () => document.documentElement.dataset.state === 'in');
  await page.route('**/exchange?f=json*', (route) => route.fulfill({ status: 503, body: '' }), { times: 1 });
  await page.reload();
  await page.getByRole('button', { name: 'Yeniden dene', exact: true }).click(); // the key is not lost
  await until(page, () => document.documentElement.dataset.state === 'in');
  await page.getByRole('button', { name: 'Çık', exact: true }).click();
  assert.equal(await page.evaluate(() => sessionStorage.length + localStorage.length), 0);
  assert.equal((await context.cookies()).length, 0);
});

test('of a file it is told how much has come, and it can be stopped and fetched again', async () => {
  const page = await (await browser.newContext({ locale: 'tr-TR', acceptDownloads: true })).newPage();
  await comeIn(page, 'tr');
  const slow = await answeringAQuarter();
  const bring = page.getByRole('button', { name: /GeoJSON indir/ }).first();
  try {
    const url = `http://127.0.0.1:${slow.address().port}/`;
    await page.route('**/exchange/releases/**', (route) => route.continue({ url }), { times: 1 });
    await bring.click();
    await page.getByText('10 kB / 40 kB').waitFor();
    const bar = page.getByRole('progressbar', { name: /bina-\d+\.geojson/ });
    assert.equal(await bar.evaluate((one) => one.value / one.max), 0.25);
    await assertUsable(page, 'the page while a file comes');
    const left = new Promise((done) => slow.once('left', done));
    await page.getByRole('button', { name: /^İndirmeyi durdur/ }).press('Enter');
    await page.getByText(/^bina-\d+\.geojson indirmesi durduruldu\.$/).waitFor();
    await left;
    assert.equal(await bar.count(), 0);
    assert.ok(await bring.evaluate((one) => one === document.activeElement), 'the keyboard goes on from there');
  } finally {
    slow.closeAllConnections();
    slow.close();
  }
  await Promise.all([page.waitForEvent('download'), bring.click()]);
  await page.getByText(/^bina-\d+\.geojson indirildi\.$/).waitFor();
});

/** A service whose files never come to their end; it tells when somebody has left. */
function answeringAQuarter() {
  const open = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'authorization' };
  const slow = createServer(({ method }, answer) => {
    if (method === 'OPTIONS') return answer.writeHead(204, open).end();
    answer.writeHead(200, { ...open, 'Content-Type': 'application/geo+json', 'Content-Length': '40000' });
    answer.write('{'.padEnd(10_000));
    return answer.once('close', () => slow.emit('left'));
  });
  return new Promise((done) => slow.listen(0, '127.0.0.1', () => done(slow)));
}

test('the files of an earlier release are offered where the agreement covers them', async () => {
  const page = await (await browser.newContext({ locale: 'tr-TR' })).newPage();
  await comeIn(page, 'tr');
  await page.getByLabel('Hangi yayın?').selectOption('1');
  await page.getByText('1. yayının dosyaları gösteriliyor.').waitFor();
  const [asked] = await Promise.all([
    page.waitForRequest(/exchange\/releases/),
    page
      .getByRole('button', { name: /GeoJSON indir/ })
      .first()
      .click(),
  ]);
  assert.match(asked.url(), /releases\/1\/bina\.geojson/);
  await assertUsable(page, 'the page with an earlier release');
});

test('a wrong key is told why, in the language of the page, on a telephone', async () => {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await page.goto(`${base}/exchange?lang=en`);
  await page.getByLabel('Key', { exact: true }).fill('kent_no');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  assert.match(await page.getByRole('alert').textContent(), /This is no key/);
  await page.getByLabel('Key', { exact: true }).fill(`kent_00000000_${'x'.repeat(43)}`);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByText('This key does not open').waitFor();
  await assertUsable(page, 'the door');
  await comeIn(page, 'en');
  await assertUsable(page, 'the page');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
});

async function until2(question, patience = 30_000) {
  const end = Date.now() + patience;
  while (!(await question())) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((done) => setTimeout(done, 200));
  }
}
