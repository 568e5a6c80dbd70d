// Agreements at the desk in a real browser: BASE_URL=… ACCOUNT=… PASSWORD=… AUDITOR=… AUDITOR_PASSWORD=… node --test tests/agreements.test.mjs
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertUsable } from './accessible.mjs';
import {
  AREA,
  ask,
  auditor,
  auditorPassword,
  base,
  desk,
  draw,
  OPEN,
  ofThreeAreas,
  open,
  picture,
  run,
  TRIANGLE,
} from './agreementPage.mjs';
import { until } from './browser.mjs';

test('an agreement is written, tried out, put in force, and its key opens what was agreed and no more', async () => {
  const page = await desk('agreements/new');
  const number = `2026/T1${run}`;
  await page.getByLabel('Protokol no', { exact: true }).fill(number);
  await page.getByLabel('Veren kurum', { exact: true }).fill('Örnekova Belediyesi');
  await page.getByLabel('Alan kurum', { exact: true }).fill('Su ve Kanalizasyon İdaresi');
  await page.getByLabel('İrtibat kişisi', { exact: true }).fill('cbs@example.org');
  await page.getByLabel('Amaç', { exact: true }).fill('Abone adreslerinin doğrulanması');
  await page.getByLabel('Meclis kararı no', { exact: true }).fill('2026/17');
  await page.getByLabel('Karar tarihi', { exact: true }).fill('2026-11-03');
  await page.getByLabel('Başlangıç', { exact: true }).fill('2020-01-01');
  await page.getByLabel('Son gün', { exact: true }).fill('2040-12-31');
  await page.getByLabel('Hukuki dayanak (KVKK)', { exact: true }).fill('KVKK m. 5/2-ç');
  const layer = page.locator('details[data-layer="bina"]');
  await layer.locator('summary').click();
  await layer.locator('code', { hasText: /^zeminUstuKatSayisi$/ }).waitFor();
  await layer.locator('input[value="zeminUstuKatSayisi"]').check();
  await draw(page, TRIANGLE, true);
  await page.getByText(AREA).waitFor();

  await page.getByRole('button', { name: 'Dene: kurum ne görür?' }).click();
  const sample = page.getByText(/kurum .* kayıttan .* tanesini görür/);
  const told = await sample.textContent();
  const [all, seen] = told.match(/[\d.]+/g).map((n) => Number(n.replaceAll('.', '')));
  assert.ok(seen > 0 && seen < all, told);
  await picture(page, 'agreement-wizard');
  await assertUsable(page, 'the wizard', 'canvas');
  await page.getByLabel('Amaç', { exact: true }).fill('Abonelerin doğrulanması');
  assert.equal(await sample.count(), 0, 'what was tried before a change is not told after it');

  await page.locator('nav a[data-page=""]').click();
  await page.getByRole('dialog').getByText('Kaydedilmemiş değişiklikler var').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Sayfada kal' }).click();
  assert.equal(await page.getByLabel('Amaç', { exact: true }).inputValue(), 'Abonelerin doğrulanması');

  await page.getByRole('button', { name: 'Kaydet' }).click();
  await page.getByRole('button', { name: 'Yürürlüğe koy' }).click();
  await page.getByText('Yürürlükte', { exact: true }).first().waitFor();
  const fact = (text) => page.getByRole('definition').filter({ hasText: text }).first();
  for (const text of ['KVKK m. 5/2-ç', 'cbs@example.org', 'Örnekova Belediyesi', 'yalnız yürürlükteki']) await fact(text).waitFor();
  await page.getByLabel('Ne için', { exact: true }).fill('sunucu');
  await page.getByRole('button', { name: 'Anahtar ver' }).click();
  const key = await page.locator('code.key').textContent();
  await picture(page, 'agreement-file');
  await assertUsable(page, 'the agreement', 'canvas');

  const headers = { Authorization: `Bearer ${key}` };
  const catalogue = await (await fetch(`${base}/exchange`, { headers })).json();
  assert.deepEqual(
    catalogue.layers.map((each) => [each.type, each.features, each.fields.length]),
    [['bina', seen, 1]],
  );
  assert.equal((await fetch(`${base}/ogc/collections/parsel/items`, { headers })).status, 404);

  await page.getByLabel('Gerekçe', { exact: true }).fill('denetim');
  await page.getByRole('button', { name: 'Askıya al' }).click();
  await page.getByRole('definition').filter({ hasText: 'Askıda: denetim' }).waitFor();
  await page.getByRole('cell', { name: 'Protokolle birlikte kapalı' }).waitFor();
  assert.equal((await fetch(`${base}/exchange`, { headers })).status, 403);

  await page.getByRole('button', { name: 'Feshet' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: `${number} sayılı protokol feshedilsin mi?` }).waitFor();
  await picture(page, 'agreement-revoke');
  await assertUsable(page, 'the question before revoking', 'canvas');
  await dialog.getByRole('button', { name: 'Vazgeç' }).click();
  await page.getByRole('definition').filter({ hasText: 'Askıda: denetim' }).waitFor();
  await page.getByRole('button', { name: 'Feshet' }).click();
  await dialog.getByRole('button', { name: 'Feshet' }).click();
  assert.ok(await dialog.isVisible(), 'nothing is revoked without a reason');
  await dialog.getByLabel('Fesih gerekçesi').fill('amaç dışı kullanım');
  await dialog.getByRole('button', { name: 'Feshet' }).click();
  await page.getByRole('definition').filter({ hasText: 'Feshedildi: amaç dışı kullanım' }).waitFor();
  assert.equal(await page.getByLabel('Gerekçe', { exact: true }).count(), 0, 'nothing can be done any more');
  await page.getByRole('cell', { name: 'Protokolle birlikte kapalı' }).waitFor();
});

test('an area counts once it is closed, and nothing is tried or saved before', async () => {
  const page = await desk('agreements/new');
  const sent = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
  await draw(page, TRIANGLE, false);
  await page.getByText(OPEN).waitFor();
  for (const name of ['Dene: kurum ne görür?', 'Kaydet']) {
    await page.getByRole('button', { name }).click();
    await page.getByRole('alert').filter({ hasText: 'Çizdiğiniz alan bitmedi' }).waitFor();
  }
  assert.deepEqual(sent, []);
  const kinds = () => window.deskMap.getStyle().sources['agreement-area'].data.features.map(({ geometry }) => geometry.type);
  assert.ok(!(await page.evaluate(kinds)).includes('Polygon'), 'the line is open');
  await page.getByRole('button', { name: 'Alanı bitir' }).click();
  await page.getByText(AREA).waitFor();
  assert.deepEqual(await page.evaluate(kinds), ['Polygon']);
  await page.getByRole('button', { name: 'Alan çiz' }).click();
  await page.getByText(OPEN).waitFor();
  assert.ok(await page.getByRole('button', { name: 'Alanı bitir' }).isDisabled());
  for (const by of [
    [0, 0],
    [120, 0],
    [0, 120],
  ]) {
    await page.evaluate((pixels) => void window.deskMap.panBy(pixels, { animate: false }), by);
    await page.getByRole('button', { name: 'Haritanın ortasını köşe yap' }).press('Enter');
  }
  await page.getByRole('button', { name: 'Alanı bitir' }).press('Enter');
  await page.getByText(AREA).waitFor();
  await page.getByRole('button', { name: 'Alanı kaldır' }).click();
  await page.getByText('Bütün kent.').waitFor();
  await page.getByText('Koordinatla ya da dosyayla ekle').click();
  await page.getByLabel('Köşe koordinatları').fill('32.9 39.9\n32.91 39.9\n32.9 39.91');
  await page.getByRole('button', { name: 'Alanı ekle' }).press('Enter');
  await page.getByText(AREA).waitFor();
});

test('an amendment changes no area that nobody touched', async () => {
  const page = await desk('agreements');
  const { id } = await ask(page, 'POST', '', { ...(await ofThreeAreas(page)), number: `2026/T2${run}` });
  const begin = async () => {
    await open(page, `agreements/${id}/amend`);
    await page.getByText('Kendi sınırını koruyan katmanlar:').waitFor();
  };
  const save = async (version) => {
    await page.getByRole('button', { name: 'Kaydet' }).click();
    await page.getByRole('cell', { name: `Sürüm ${version}` }).waitFor();
    return (await ask(page, 'GET', `/${id}`)).versions.map((each) => each.terms);
  };
  const areas = (version) => Object.fromEntries(version.layers.map(({ type, area }) => [type, area]));
  await begin();
  await picture(page, 'agreement-amend');
  await assertUsable(page, 'the wizard of an amendment', 'canvas');
  const [first, second] = await save(2);
  assert.deepEqual(second, first);

  await begin();
  await draw(page, TRIANGLE, true);
  await page.getByText(AREA).waitFor();
  const third = areas((await save(3))[2]);
  assert.deepEqual(third.bina, areas(first).bina, 'a layer keeps its own area');
  assert.notDeepEqual(third.parsel, areas(first).parsel);
  assert.deepEqual(third.numarataj, third.parsel, 'a layer that had none takes the drawn one');
  await page.getByText('Parseller: sınırlandığı yer değişti').waitFor();
  await picture(page, 'agreement-history');

  await begin();
  await page.locator('details[data-layer="bina"]').getByLabel('Kendi alanında kalsın').uncheck();
  const fourth = areas((await save(4))[3]);
  assert.deepEqual(fourth.bina, fourth.parsel);
});

test('an amendment made from an old version is refused, and one of an agreement in force asks with what changes', async () => {
  const page = await desk('agreements');
  const terms = { ...(await ofThreeAreas(page)), number: `2026/T7${run}` };
  const { id } = await ask(page, 'POST', '', terms);
  await open(page, `agreements/${id}/amend`);
  const purpose = page.getByLabel('Amaç', { exact: true });
  await purpose.fill('benim amacım');
  await ask(page, 'PUT', `/${id}?version=1`, { ...terms, purpose: 'öbürünün amacı' });
  await page.getByRole('button', { name: 'Kaydet' }).click();
  await page.getByRole('alert').filter({ hasText: 'Siz 1. sürümden başladınız' }).waitFor();
  await page.getByRole('button', { name: 'Güncel sürümle yeniden başla' }).click();
  await page.getByRole('dialog').locator('button.primary').click();
  await until(page, () => [...document.querySelectorAll('input')].some(({ value }) => value === 'öbürünün amacı'));

  await page.goto(`${base}/desk/agreements/${id}`);
  await page.getByRole('button', { name: 'Yürürlüğe koy' }).waitFor();
  await ask(page, 'PUT', `/${id}?version=2`, { ...terms, purpose: 'üçüncü amaç' });
  await page.getByRole('button', { name: 'Yürürlüğe koy' }).click();
  await page.getByText('Siz 2. sürümden başladınız').waitFor();
  await page.getByRole('definition').filter({ hasText: 'üçüncü amaç' }).waitFor();

  await page.getByRole('button', { name: 'Yürürlüğe koy' }).click();
  await page.getByRole('button', { name: 'Askıya al' }).waitFor();
  await open(page, `agreements/${id}/amend`);
  await purpose.fill('dördüncü amaç');
  await page.getByRole('button', { name: 'Kaydet' }).click();
  const question = page.getByRole('dialog');
  await question.getByRole('listitem').filter({ hasText: 'Amaç: üçüncü amaç → dördüncü amaç' }).waitFor();
  await question.getByRole('button', { name: 'Vazgeç' }).click();
  assert.equal((await ask(page, 'GET', `/${id}`)).card.version, 3, 'nothing was saved');
  await page.getByRole('button', { name: 'Kaydet' }).click();
  await question.getByRole('button', { name: 'Kaydet' }).click();
  await page.getByRole('cell', { name: 'Sürüm 4' }).waitFor();
});

test('an area limits no layer without a place, and the wizard says so', async () => {
  const page = await desk('agreements');
  const terms = { ...(await ofThreeAreas(page)), number: `2026/T3${run}` };
  terms.layers = [terms.layers[1], { type: 'bagimsiz_bolum', fields: ['katNo'], ground: '2560 sayılı Kanun m. 2' }];
  const { id } = await ask(page, 'POST', '', terms);
  await open(page, `agreements/${id}/amend`);
  const words = 'Konumu olmadığı için alan bu katmanı sınırlamaz';
  await page.locator('details[data-layer="bagimsiz_bolum"]').getByText(words).waitFor();
  await page.getByRole('button', { name: 'Dene: kurum ne görür?' }).click();
  await page.getByRole('status').filter({ hasText: words }).waitFor();
});

test('each page of agreements has a title and a heading of its own, and a file headings to go by', async () => {
  const page = await desk('agreements');
  const { id, number } = await ask(page, 'POST', '', { ...(await ofThreeAreas(page)), number: `2026/T8${run}` });
  for (const [path, title] of [
    ['', 'Protokoller'],
    ['/new', 'Yeni protokol'],
    ['/received', 'Bu kaydı kim aldı?'],
    [`/${id}/amend`, `${number} sayılı protokolü değiştir`],
    [`/${id}`, `${number} sayılı protokol`],
  ]) {
    await open(page, `agreements${path}`);
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    assert.ok((await page.title()).startsWith(`${title} · `), await page.title());
  }
  const parts = await page.getByRole('heading', { level: 2 }).allTextContents();
  assert.deepEqual(parts, ['Koşullar', 'İşlemler', 'Anahtarlar', 'Kullanım', 'Geçmiş']);
});

test('an agreement of a coming year is not told to be in force', async () => {
  const page = await desk('agreements');
  const { id } = await ask(page, 'POST', '', { ...(await ofThreeAreas(page)), number: `2026/T4${run}`, from: '2039-01-01' });
  await ask(page, 'POST', `/${id}/state`, { state: 'active', reason: null, version: 1 });
  await page.goto(`${base}/desk/agreements/${id}`);
  await page
    .getByRole('definition')
    .filter({ hasText: /^Yürürlüğe girecek$/ })
    .waitFor();
  await page.getByRole('button', { name: 'Askıya al' }).waitFor();
});

test('a key is revoked after a question', async () => {
  const page = await desk('agreements');
  const { id } = await ask(page, 'POST', '', { ...(await ofThreeAreas(page)), number: `2026/T5${run}` });
  await ask(page, 'POST', `/${id}/keys`, { label: 'sunucu', days: 30 });
  await page.goto(`${base}/desk/agreements/${id}`);
  await page.getByRole('button', { name: 'İptal et: sunucu' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Vazgeç' }).click();
  await page.getByRole('button', { name: 'İptal et: sunucu' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'İptal et' }).click();
  await page.getByRole('cell', { name: 'Kapalı', exact: true }).waitFor();
});

test('what is missing is told all at once, and as told before once something is changed', async () => {
  const page = await desk('agreements/new');
  await page.getByRole('button', { name: 'Kaydet' }).click();
  const alert = await page.getByRole('alert').textContent();
  for (const fault of ['Protokol no: eksik', 'Alan kurum: eksik', 'Başlangıç: 2026-11-03', 'Katmanlar ve öznitelikler: 1 ile']) {
    assert.ok(alert.includes(fault), alert);
  }
  await page.getByLabel('Protokol no', { exact: true }).fill('2026/T6');
  await page.getByText('Değişiklikten önceki deneme: ').waitFor();
  assert.equal(await page.getByRole('alert').count(), 0);
});

test('the auditor reads agreements and writes none', async () => {
  const page = await desk('agreements/new', auditor, auditorPassword);
  await page.getByText('Bu sayfa sizin görevlerinize açık değil.').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Kaydet' }).count(), 0);
});

test('who received a record is asked as a letter names it, and an unknown one is said to be unknown', async () => {
  const page = await desk('agreements/received', auditor, auditorPassword);
  const { features } = await (await fetch(`${base}/ogc/collections/parsel/items?limit=1`)).json();
  const [{ id, properties }] = features;
  const asked = page.getByLabel('Hangi kayıt?');
  await asked.fill('01a0b1c2-0000-4000-8000-000000000000');
  await page.getByRole('button', { name: 'Bul' }).click();
  await page.getByText('Böyle bir kayıt bulunamadı.').waitFor();
  await asked.fill(`${properties.adaNo} ada ${properties.parselNumarasi} parsel`);
  await page.getByRole('button', { name: 'Bul' }).click();
  await page.getByRole('cell', { name: id }).waitFor();
  const choose = page.getByRole('button', { name: /^Sor: / });
  if ((await choose.count()) > 1) await page.getByRole('row').filter({ hasText: id }).getByRole('button').click();
  const none = page.getByText('Bu kaydı alan kurum yok.');
  await none.waitFor();
  const alike = ['Çınarlı', 'Lale'].map((neighbourhood) => ({ type: 'parsel', id, name: '112/10', neighbourhood }));
  await page.route('**/received/find?*', (route) => route.fulfill({ json: { records: alike, isMore: true } }), { times: 1 });
  await page.getByRole('button', { name: 'Bul' }).click();
  await page.getByText('ilk 2 tanesi gösteriliyor').waitFor();
  await page.getByRole('button', { name: /112\/10 \(Lale\)$/ }).click();
  await page.getByRole('heading', { name: /112\/10 \(Lale\)$/ }).waitFor();
  await none.waitFor();
  await assertUsable(page, 'the question who received a record', 'canvas');
  assert.match(page.url(), new RegExp(`type=parsel&id=${id}`));
  await page.reload();
  await none.waitFor();
  await page.goto(`${base}/desk/agreements/received#type=bina&id=${id}`);
  await page.reload();
  await page.getByRole('alert').filter({ hasText: 'Parseller' }).waitFor();
});
