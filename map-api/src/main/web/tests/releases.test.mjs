// Releases at the desk in a real browser: BASE_URL=… STEWARD=… STEWARD_PASSWORD=… VIEWER=… VIEWER_PASSWORD=… node --test tests/releases.test.mjs
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertUsable } from './accessible.mjs';
import { openBrowser, until } from './browser.mjs';

const { BASE_URL: base, STEWARD, STEWARD_PASSWORD, EDITOR, EDITOR_PASSWORD, VIEWER, VIEWER_PASSWORD, SHOTS: shots } = process.env;
assert.ok(base && STEWARD && VIEWER, 'BASE_URL, STEWARD and VIEWER name the service and who signs in');

let browser;
let context;
let page;
before(async () => {
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1500, height: 1000 }, locale: 'tr-TR' });
  page = await context.newPage();
});
after(() => browser?.close());

async function seen(name) {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
  await assertUsable(page, name, '.maplibregl-map');
}

async function signIn(where, account, password, path = 'releases') {
  await where.goto(`${base}/desk/${path}`);
  await where.getByLabel('Kullanıcı adı', { exact: true }).fill(account);
  await where.getByLabel('Parola', { exact: true }).fill(password);
  await where.getByRole('button', { name: 'Giriş yap', exact: true }).click();
}

const press = (name) => page.getByRole('button', { name, exact: true }).click();
const ended = (what) => page.getByText(`${what}: bitti`).waitFor({ timeout: 120_000 });
const usable = () => until(page, () => !document.querySelector('.releases .stack').inert);

test('a steward makes a draft of some themes and runs the rules on it', async () => {
  await signIn(page, STEWARD, STEWARD_PASSWORD);
  await page.getByText('Açık taslak yok').waitFor();
  await seen('releases-none');
  await page.getByLabel('Not', { exact: true }).fill('bahar');
  await page.getByLabel('Adresler', { exact: true }).uncheck();
  await press('Taslak çıkar');
  await ended('Taslak çıkarma');
  await page.getByRole('heading', { name: '2 numaralı taslak' }).waitFor();
  await press('Kuralları çalıştır');
  await ended('Denetleme');
  assert.match(await page.getByRole('row').filter({ hasText: 'BU1' }).textContent(), /Hata60Kimse üstlenmedi/);
  assert.match(await page.locator('.approve .boxes label').textContent(), /^Binalar/);
  assert.match(
    await page
      .getByRole('row')
      .filter({ hasText: /^Binalar/ })
      .first()
      .textContent(),
    /1 değişen/,
  );
  await seen('releases-draft');
});

test('a page that cannot learn how a step ended says so and can be used again', async () => {
  await page.route('**/api/desk/releases/draft', (route) => route.fulfill({ status: 503, body: '' }), { times: 1 });
  await press('Kuralları yeniden çalıştır');
  await page.getByRole('alert').waitFor();
  await press('Kuralları yeniden çalıştır');
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await ended('Denetleme');
  await usable();
});

test('a page that was left asks no more how far a step is', async () => {
  const running = { state: 'running', what: 'check', step: 1, done: 0, all: -1, message: '', at: null };
  let asked = 0;
  let answer;
  const left = new Promise((done) => (answer = done));
  await page.route('**/api/desk/releases/run', async (route) => {
    asked += 1;
    await left;
    await route.fulfill({ json: running });
  });
  const asks = page.waitForRequest('**/api/desk/releases/run');
  await press('Kuralları yeniden çalıştır');
  await asks;
  await page.locator('nav a[data-page=""]').click();
  await until(page, () => document.documentElement.dataset.page === 'overview');
  answer();
  await new Promise((done) => setTimeout(done, 2500));
  assert.equal(asked, 1);
  await page.unroute('**/api/desk/releases/run');
  await page.goto(`${base}/desk/releases`);
  await ended('Denetleme');
  await usable();
});

test('what a rule found is read page by page, with its place on the map', async () => {
  await page.locator('[data-look=BU1]').click();
  const rows = page.locator('[data-finding]');
  await until(page, () => document.querySelectorAll('[data-finding]').length === 50);
  await until(page, () => window.deskMap?.getSource('findings') !== undefined && window.deskMap.loaded());
  const wide = await page.evaluate(() => window.deskMap.getZoom());
  await rows.first().click();
  await until(page, (zoom) => window.deskMap.getZoom() > zoom, wide);
  await seen('releases-findings');
  await press('Sonraki');
  await until(page, () => document.querySelectorAll('[data-finding]').length === 10);
  await press('Önceki');
  await until(page, () => document.querySelectorAll('[data-finding]').length === 50);
});

test('an editor finds what there is to mend in the types they edit, and the way to each record', async () => {
  const other = await (await browser.newContext({ locale: 'tr-TR' })).newPage();
  await signIn(other, EDITOR, EDITOR_PASSWORD, 'findings');
  await other.getByRole('heading', { name: '2 numaralı taslak' }).waitFor();
  await other.locator('[data-look=BU1]').click();
  await until(other, () => document.querySelectorAll('[data-finding]').length === 50);
  assert.match(await other.locator('.findings a').first().getAttribute('href'), /^\/desk\/records\/bina\//);
  if (shots) await other.screenshot({ path: `${shots}/findings.png` });
  await assertUsable(other, 'findings', '.maplibregl-map');
  assert.equal(await other.getByRole('link', { name: 'Yayınlar', exact: true }).count(), 0);
  await other.close();
});

test('a draft that was checked is not replaced before that is said', async () => {
  await page.getByText('2 numaralı taslak dondurulmuştur').waitFor();
  await press('Taslak çıkar');
  await page.getByRole('dialog').getByText('2 numaralı taslağın yerine').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Vazgeç', exact: true }).click();
  await page.getByRole('heading', { name: '2 numaralı taslak' }).waitFor();
});

test('nothing is approved before somebody answers for the errors, in their own name', async () => {
  await page.getByLabel('Karar numarası', { exact: true }).fill('2026/112');
  await page.getByLabel('Karar tarihi', { exact: true }).fill('2026-11-03');
  await press('Onayı gir');
  assert.match(await page.getByRole('alert').textContent(), /kimsenin üstlenmediği bulgular var: BU1 \(hata: 60\)/);
  await page.locator('[data-accept=BU1]').click();
  await page.getByRole('dialog').getByLabel('Gerekçe', { exact: true }).fill('yazın ölçülecek');
  await seen('releases-accept');
  await page.getByRole('dialog').getByRole('button', { name: 'Üstlen', exact: true }).click();
  await page.getByText('yazın ölçülecek').waitFor();
  assert.match(await page.getByRole('row').filter({ hasText: 'BU1' }).textContent(), new RegExp(STEWARD));
  await page.getByLabel('Karar numarası', { exact: true }).fill('2026/112');
  await page.getByLabel('Karar tarihi', { exact: true }).fill('2026-11-03');
  await press('Onayı gir');
  await page.getByRole('row').filter({ hasText: '2026/112' }).waitFor();
  await seen('releases-approved');
});

test('publishing goes on when the window is closed, and the release before can be served again', async () => {
  await press('Yayımla');
  await page.getByRole('dialog').getByRole('button', { name: 'Yayımla', exact: true }).click();
  await page.getByText('Yayımlama: ').waitFor();
  await page.close();
  page = await context.newPage();
  await page.goto(`${base}/desk/releases`);
  await ended('Yayımlama');
  assert.match(await page.getByRole('row').filter({ hasText: 'bahar' }).textContent(), /^2Yürürlükte/);
  await page.getByText('Kent Rehberi bu yayına birkaç saniye sonra geçer').waitFor();
  await page.locator('[data-back="1"]').click();
  await page.getByRole('dialog').getByLabel('Gerekçe', { exact: true }).fill('yanlış kat');
  await page.getByRole('dialog').getByRole('button', { name: 'Bu yayına dön', exact: true }).click();
  await page.getByText('1 numaralı yayın yeniden yürürlükte.').waitFor();
  await page.getByText('Yayımlama: bitti').waitFor({ state: 'detached' });
  assert.match(await page.getByRole('row').filter({ hasText: 'bahar' }).textContent(), /^2Geri çekildi/);
  await seen('releases-back');
});

test('a viewer reads the list and nothing else', async () => {
  page = await (await browser.newContext({ locale: 'tr-TR' })).newPage();
  await signIn(page, VIEWER, VIEWER_PASSWORD);
  await page.getByRole('row').filter({ hasText: 'bahar' }).waitFor();
  assert.equal(await page.getByRole('button', { name: /Taslak çıkar|Bu yayına dön/ }).count(), 0);
  await seen('releases-viewer');
});
