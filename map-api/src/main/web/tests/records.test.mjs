// Records at the desk in a real browser: BASE_URL=… EDITOR_ACCOUNT=… EDITOR_PASSWORD=… VIEWER=… VIEWER_PASSWORD=… NUMBERING=… NUMBERING_PASSWORD=… BUILDING=… CUT=… ROAD=… node --test tests/records.test.mjs
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertUsable } from './accessible.mjs';
import { openBrowser, until } from './browser.mjs';

const {
  BASE_URL: base,
  EDITOR_ACCOUNT,
  EDITOR_PASSWORD,
  VIEWER,
  VIEWER_PASSWORD,
  NUMBERING,
  NUMBERING_PASSWORD,
  BUILDING,
  CUT,
  ROAD,
  SHOTS: shots,
} = process.env;
assert.ok(base && EDITOR_ACCOUNT && VIEWER && NUMBERING && BUILDING && CUT && ROAD, 'the environment says who does what');

let browser;
let page;
let path;
before(async () => {
  browser = await openBrowser();
  page = await (await browser.newContext({ viewport: { width: 1500, height: 1000 }, locale: 'tr-TR' })).newPage();
});
after(() => browser?.close());

const PHONE = { width: 390, height: 844 };

async function seen(name) {
  if (shots) {
    const usual = page.viewportSize();
    await page.screenshot({ path: `${shots}/${name}.png` });
    await page.setViewportSize(PHONE);
    await page.screenshot({ path: `${shots}/${name}-phone.png` });
    await page.setViewportSize(usual);
  }
  await assertUsable(page, name, '.maplibregl-map');
}

async function signIn(where, path, account, password) {
  await where.goto(`${base}/desk/${path}`);
  await where.getByLabel('Kullanıcı adı', { exact: true }).fill(account);
  await where.getByLabel('Parola', { exact: true }).fill(password);
  await where.getByRole('button', { name: 'Giriş yap', exact: true }).click();
}

const press = (name) => page.getByRole('button', { name, exact: true }).click();
const form = () => page.locator('.record-form');
const unfold = (title) => page.locator('summary', { hasText: title }).press('Enter');

test('a record is found by its name or by its place, and the address leads to it', async () => {
  await signIn(page, 'records', EDITOR_ACCOUNT, EDITOR_PASSWORD);
  await page.getByLabel('Detay sınıfı', { exact: true }).selectOption('bina');
  await until(page, () => window.deskMap?.loaded());
  assert.ok(
    await page.evaluate(() => window.deskMap.getStyle().layers.every((layer) => layer.type !== 'fill-extrusion')),
    'buildings are flat',
  );
  await press('Haritanın ortasına en yakınlar');
  await until(page, () => document.querySelectorAll('.found tbody tr').length === 5);
  await page.getByLabel('Ad ya da numara', { exact: true }).fill('kestane');
  await page.keyboard.press('Enter');
  const link = page.getByRole('link', { name: 'Kestane Apartmanı', exact: true });
  await link.waitFor();
  assert.match(page.url(), /#type=bina&q=kestane$/);
  await seen('records-found');
  await link.press('Enter');
  await form().waitFor();
  assert.match(page.url(), new RegExp(`/desk/records/bina/${BUILDING}$`));
  await until(page, () => window.deskMap.getZoom() > 16);
});

test('what is wrong with a form is told at each field, and what is right becomes a version', async () => {
  await form().getByLabel('Yapı durumu *', { exact: true }).selectOption('');
  await press('Kaydet');
  await page.locator('[aria-invalid]').first().waitFor();
  assert.equal(await page.locator('[aria-invalid] + .fault').count(), 2);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-invalid')), 'true');
  await seen('records-faults');
  await form().getByLabel('Yapı durumu *', { exact: true }).selectOption({ index: 1 });
  await form().getByLabel('Adı', { exact: true }).fill('Kestane Evi');
  await form().getByLabel('Gerekçe *', { exact: true }).fill('tabelası değişti');
  await press('Kaydet');
  await page.getByText('Kaydedildi: 3. sürüm.').waitFor();
  assert.match(
    await page.getByRole('row').filter({ hasText: 'tabelası değişti' }).textContent(),
    new RegExp(`^3.*Kişi · ${EDITOR_ACCOUNT}`),
  );
});

test('an earlier version is looked at and left again', async () => {
  await page.locator('[data-version="1"]').click();
  await page.getByText('Başka bir zamandaki hâlini görüyorsunuz.').waitFor();
  assert.equal(await form().count(), 0);
  assert.match(page.url(), /#known=/);
  await seen('records-then');
  await press('Bugünkü hâline dön');
  await form().waitFor();
});

test('who was slower sees both versions side by side and may take theirs over', async () => {
  await form().getByLabel('Adı', { exact: true }).fill('Kestane Konağı');
  await form().getByLabel('Gerekçe *', { exact: true }).fill('eski adı');
  const status = await page.evaluate(async (id) => {
    const token = decodeURIComponent(/XSRF-TOKEN=([^;]*)/.exec(document.cookie)[1]);
    const headers = { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token };
    const body = JSON.stringify({ version: 3, validFrom: null, values: { adi: 'Kestane Han' }, reason: 'daha hızlı' });
    return (await fetch(`/api/desk/records/bina/${id}`, { method: 'PATCH', headers, body })).status;
  }, BUILDING);
  assert.equal(status, 200);
  await press('Kaydet');
  const row = page.locator('.stale').getByRole('row').filter({ hasText: 'Adı' });
  await row.waitFor();
  assert.match(await row.textContent(), /Kestane EviKestane KonağıKestane Han$/);
  await seen('records-stale');
  await press('Değişikliğimi bunun üzerine yaz');
  await page.getByText('Kaydedildi: 5. sürüm.').waitFor();
  assert.equal(await form().getByLabel('Adı', { exact: true }).inputValue(), 'Kestane Konağı');
});

test('the shape of a building is changed on the map and by keys, taken back, looked at and saved', async () => {
  await unfold('Şeklini değiştir');
  const tools = page.locator('.reshape[open]');
  await tools.getByText('Köşe 1 / 4', { exact: true }).waitFor();
  const size = () => tools.locator('.measure').textContent();
  const before = await size();
  await until(page, () => window.deskMap.loaded() && window.deskMap.queryRenderedFeatures({ layers: ['records-sketch-4'] }).length >= 4);
  const at = await page.evaluate(() => {
    const box = window.deskMap.getCanvas().getBoundingClientRect();
    const [found] = window.deskMap.queryRenderedFeatures({ layers: ['records-sketch-4'], filter: ['==', ['get', 'role'], 'current'] });
    const { x, y } = window.deskMap.project(found.geometry.coordinates);
    return { x: box.left + x, y: box.top + y };
  });
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 30, at.y + 40, { steps: 4 });
  await page.mouse.up();
  assert.notEqual(await size(), before);
  await tools.getByRole('button', { name: 'Şekli kaydet', exact: true }).scrollIntoViewIfNeeded();
  await seen('records-reshape');
  await tools.getByRole('button', { name: 'Geri al', exact: true }).click();
  assert.equal(await size(), before);
  await tools.getByRole('button', { name: 'Sonraki', exact: true }).press('Enter');
  await tools.getByText('Köşe 2 / 4', { exact: true }).waitFor();
  await tools.getByRole('button', { name: 'Köşeyi sil', exact: true }).press('Enter');
  await tools.getByText('Köşe 2 / 3', { exact: true }).waitFor();
  await tools.getByRole('button', { name: 'Önce göster' }).click();
  await tools.getByText(/^Bu şekil kaydedilebilir: [\d.,]+ m²$/).waitFor();
  await tools.getByLabel('Gerekçe', { exact: true }).fill('bir köşesi yıkıldı');
  await tools.getByRole('button', { name: 'Şekli kaydet', exact: true }).click();
  await page.getByText('Kaydedildi: 6. sürüm.').waitFor();
  await page.getByText('Köşe 1 / 3', { exact: true }).waitFor({ state: 'attached' });
});

test('a building is cut by a line, made whole again with its neighbour, and ended with a day', async () => {
  await unfold('Böl');
  const split = page.locator('details[open]').filter({ hasText: 'Kesen çizginin köşeleri' });
  await split.getByLabel('Kesen çizginin köşeleri', { exact: true }).fill(CUT);
  await split.getByRole('button', { name: 'Önce göster' }).click();
  await split.getByText(/^2 parça: /).waitFor();
  await until(page, () => window.deskMap.loaded() && window.deskMap.queryRenderedFeatures({ layers: ['records-0'] }).length >= 2);
  await seen('records-split');
  await split.getByLabel('Gerekçe', { exact: true }).fill('iki ev');
  await split.getByRole('button', { name: 'Böl', exact: true }).click();
  await page.getByRole('heading', { name: 'Neye dönüştü' }).waitFor();
  assert.equal(await page.locator('.lineage a').count(), 2);
  await page.locator('.lineage a').first().click();
  await page.getByRole('heading', { name: 'Nereden geldi' }).waitFor();
  await unfold('Komşularıyla birleştir');
  const merge = page.locator('details[open]').filter({ has: page.locator('.neighbours') });
  await merge.getByLabel(/Kestane Konağı/).check();
  await merge.getByRole('button', { name: 'Önce göster' }).click();
  await merge.getByText(/^1 parça: /).waitFor();
  await merge.getByLabel('Gerekçe', { exact: true }).fill('yine tek ev');
  await merge.getByRole('button', { name: 'Birleştir', exact: true }).click();
  await until(page, () => document.querySelectorAll('.lineage a').length === 2);
  await unfold('Sona erdir');
  const retire = page.locator('details[open]').filter({ hasText: 'Geçerli olduğu son gün' });
  await retire.getByLabel('Gerekçe', { exact: true }).fill('yıkıldı');
  await retire.getByRole('button', { name: 'Sona erdir', exact: true }).click();
  await page.getByText('Kaydedildi: 2. sürüm.').waitFor();
  assert.match(await page.locator('.stack .heading').textContent(), /2\. sürüm · .* tarihine dek geçerli/);
  await seen('records-ended');
  path = new URL(page.url()).pathname.replace('/desk/', '');
});

test('a new door is drawn, told what it lacks, and opened by its name', async () => {
  page = await (await browser.newContext({ viewport: { width: 1500, height: 1000 }, locale: 'tr-TR' })).newPage();
  await signIn(page, 'records', NUMBERING, NUMBERING_PASSWORD);
  await press('Yeni kayıt');
  await form().waitFor();
  await page.getByRole('link', { name: 'Başka bir kayıt ara', exact: true }).click();
  await press('Yeni kayıt'); // nothing was entered, so nobody was asked
  await page.getByRole('heading', { name: 'Yeni kayıt', exact: true }).waitFor();
  await page.getByLabel('Detay sınıfı', { exact: true }).selectOption('numarataj');
  await form().getByLabel('Kapı no *', { exact: true }).waitFor();
  await until(page, () => window.deskMap?.loaded());
  await press('Kaydet');
  await page.getByText(/^Kaydedilmedi/).waitFor();
  assert.equal(await page.locator('[aria-invalid] + .fault').count(), 2);
  await page.getByText(/^Yeri eksik/).waitFor();
  await seen('records-new-faults');
  await press('Haritada göster');
  const box = await page.locator('.map-pane').boundingBox();
  await page.mouse.click(box.x + box.width / 2 + 20, box.y + box.height / 2 + 20);
  assert.match(await page.locator('.measure').textContent(), /^\d+\.\d{8} \d+\.\d{8}$/);
  const first = await page.locator('.measure').textContent();
  await page.locator('.maplibregl-canvas').press('Enter');
  assert.notEqual(await page.locator('.measure').textContent(), first);
  await press('Geri al');
  assert.equal(await page.locator('.measure').textContent(), first);
  await form().getByLabel('Kapı no *', { exact: true }).fill('12A');
  await page.getByRole('link', { name: 'Başka bir kayıt ara', exact: true }).click();
  await page.getByRole('dialog').getByText('Kaydedilmemiş değişiklikler var').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Sayfada kal', exact: true }).click();
  assert.equal(await form().getByLabel('Kapı no *', { exact: true }).inputValue(), '12A');
  const side = form().getByLabel('Yolun yanı', { exact: true });
  await side.fill(ROAD);
  await page.locator('.offers button').first().click();
  await page.locator('.chosen a').waitFor();
  await form().getByLabel('Gerekçe *', { exact: true }).fill('yeni bina');
  await seen('records-new');
  await press('Kaydet');
  await page.getByText('Kaydedildi: 1. sürüm.').waitFor();
  await page.getByRole('heading', { name: `${ROAD} 12A`, exact: true }).waitFor();
  assert.match(page.url(), /\/desk\/records\/numarataj\/[0-9a-f-]{36}(\?|$)/);
  assert.match(await page.locator('.chosen a').first().textContent(), new RegExp(`^${ROAD}.*\\(Yol yönleri\\)$`));
  await seen('records-made');
  await page.goto(`${base}/desk/records/new?lang=en#type=numarataj`);
  await page.getByRole('button', { name: 'Point on the map', exact: true }).waitFor();
  await seen('records-new-english');
});

test('a viewer reads a record, in English too, and can do nothing about it', async () => {
  page = await (await browser.newContext({ locale: 'tr-TR' })).newPage();
  await signIn(page, path, VIEWER, VIEWER_PASSWORD);
  await page.locator('.facts').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Kaydet' }).count(), 0);
  await page.goto(`${base}/desk/${path}?lang=en`);
  await page.getByRole('region', { name: 'Versions (2)' }).waitFor();
  await seen('records-viewer');
});
