// Agreements at the desk in a real browser: BASE_URL=… ACCOUNT=… PASSWORD=… node --test tests/agreements.test.mjs
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, until } from './browser.mjs';

const { BASE_URL: base, ACCOUNT: account, PASSWORD: password, SHOTS: shots } = process.env;
assert.ok(base && account && password, 'BASE_URL, ACCOUNT and PASSWORD name the service and who signs in');

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser?.close());

async function picture(page, name) {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
}

/** Two clicks are a double one when the second comes soon. */
async function notDouble(page) {
  const past = Date.now() + 600;
  await until(page, (moment) => Date.now() > moment, past);
}

test('an agreement is written, tried out, put in force, and its key opens what was agreed and no more', async () => {
  const page = await (await browser.newContext({ viewport: { width: 1400, height: 1000 }, locale: 'tr-TR' })).newPage();
  await page.goto(`${base}/desk/agreements/new`);
  await page.getByLabel('Kullanıcı adı', { exact: true }).fill(account);
  await page.getByLabel('Parola', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Giriş yap', exact: true }).click();
  await page.getByLabel('Protokol no', { exact: true }).fill('2026/T1');
  await page.getByLabel('Veren', { exact: true }).fill('Örnekova Belediyesi');
  await page.getByLabel('Alan kurum', { exact: true }).fill('Su ve Kanalizasyon İdaresi');
  await page.getByLabel('Amaç', { exact: true }).fill('Abone adreslerinin doğrulanması');
  await page.getByLabel('Meclis kararı no', { exact: true }).fill('2026/17');
  await page.getByLabel('Karar tarihi', { exact: true }).fill('2026-11-03');
  await page.getByLabel('Başlangıç', { exact: true }).fill('2020-01-01');
  await page.getByLabel('Son gün', { exact: true }).fill('2040-12-31');
  const layer = page.locator('details[data-layer="bina"]');
  await layer.locator('summary').click();
  await layer.locator('input[value="zeminUstuKatSayisi"]').check();
  await until(page, () => window.deskMap?.loaded() === true);

  await page.getByRole('button', { name: 'Alan çiz' }).click();
  const canvas = await page.locator('.map-pane canvas').boundingBox();
  const at = (x, y) => [canvas.x + canvas.width * x, canvas.y + canvas.height * y];
  await page.mouse.click(...at(0.25, 0.3));
  await notDouble(page);
  await page.mouse.click(...at(0.7, 0.3));
  await notDouble(page);
  await page.mouse.dblclick(...at(0.5, 0.7));
  await page.getByText('Çizilen alanla sınırlı.').waitFor();

  await page.getByRole('button', { name: 'Dene: kurum ne görür?' }).click();
  const told = await page.getByText(/kurum .* kayıttan .* tanesini görür/).textContent();
  const [all, seen] = told.match(/[\d.]+/g).map((n) => Number(n.replaceAll('.', '')));
  assert.ok(seen > 0 && seen < all, told);
  await picture(page, 'agreement-wizard');

  await page.getByRole('button', { name: 'Kaydet' }).click();
  await page.getByRole('button', { name: 'Yürürlüğe koy' }).click();
  await page.getByText('Yürürlükte', { exact: true }).first().waitFor();
  await page.getByLabel('Ne için', { exact: true }).fill('sunucu');
  await page.getByRole('button', { name: 'Anahtar ver' }).click();
  const key = await page.locator('code.key').textContent();
  await picture(page, 'agreement-file');

  const headers = { Authorization: `Bearer ${key}` };
  const catalogue = await (await fetch(`${base}/exchange`, { headers })).json();
  assert.deepEqual(catalogue.layers.map((each) => [each.type, each.features, each.fields.length]), [['bina', seen, 1]]);
  assert.equal((await fetch(`${base}/ogc/collections/parsel/items`, { headers })).status, 404);

  await page.getByLabel('Gerekçe', { exact: true }).fill('denetim');
  await page.getByRole('button', { name: 'Askıya al' }).click();
  await page.getByRole('definition').filter({ hasText: 'Askıda: denetim' }).waitFor();
  assert.equal((await fetch(`${base}/exchange`, { headers })).status, 403);
});

test('what is missing is told all at once', async () => {
  const page = await (await browser.newContext({ locale: 'tr-TR' })).newPage();
  await page.goto(`${base}/desk/agreements/new`);
  await page.getByLabel('Kullanıcı adı').fill(account);
  await page.getByLabel('Parola', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Giriş yap', exact: true }).click();
  await page.getByRole('button', { name: 'Kaydet' }).click();
  const alert = await page.getByRole('alert').textContent();
  for (const fault of ['Protokol no: eksik', 'Alan kurum: eksik', 'Başlangıç: 2026-11-03', 'Katmanlar ve alanlar: 1 ile']) {
    assert.ok(alert.includes(fault), alert);
  }
});
