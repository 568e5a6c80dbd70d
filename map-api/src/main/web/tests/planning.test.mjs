// Planning at the desk in a real browser: BASE_URL=… ACCOUNT=… PASSWORD=… node --test tests/planning.test.mjs
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { assertFits, assertUsable } from './accessible.mjs';
import { openBrowser, until } from './browser.mjs';

const { BASE_URL: base, ACCOUNT: account, PASSWORD: password, SHOTS: shots } = process.env;
assert.ok(base && account && password, 'BASE_URL, ACCOUNT and PASSWORD name the service and who signs in');

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser?.close());

async function open(path, { width = 1280, height = 900, locale = 'tr-TR' } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, locale, acceptDownloads: true });
  const page = await context.newPage();
  page.faults = [];
  page.on('pageerror', (error) => page.faults.push(String(error)));
  await page.goto(`${base}${path}`);
  await page.locator('input[autocomplete="username"]').fill(account);
  await page.locator('input[type="password"]').fill(password);
  await page.getByRole('button', { name: /^(Giriş yap|Sign in)$/ }).click();
  await ready(page);
  return page;
}

/** The answer is there, on the map too. */
async function ready(page) {
  await until(page, () => document.querySelector('.planning')?.dataset.state === 'ready');
  await until(page, () => window.deskMap?.loaded() === true);
}

async function compute(page, name = 'Hesapla') {
  await page.evaluate(() => (document.querySelector('.planning').dataset.state = ''));
  await page.getByRole('button', { name, exact: true }).click();
}

const isAccessible = (page, what) => assertUsable(page, what, '.maplibregl-map');

async function picture(page, name) {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
}

/** Two clicks are a double one when the second comes soon. */
async function notDouble(page) {
  const past = Date.now() + 600;
  await until(page, (moment) => Date.now() > moment, past);
}

const figures = (text) => Number(text.replaceAll('.', '').replace(',', '.'));

test('buildings are counted by neighbourhood, in a drawn area and in one that is typed', async () => {
  const page = await open('/desk/planning');
  const rows = page.locator('.answer table').first().locator('tbody tr');
  const all = figures(await rows.first().locator('td').nth(1).textContent());
  const counts = await rows.locator('td:nth-child(2)').allTextContents();
  assert.equal(
    counts.slice(1).reduce((sum, text) => sum + figures(text), 0),
    all,
  );

  await page.getByText('Sayısal öznitelikler').click();
  await page.getByLabel('Zemin üstü kat', { exact: true }).check();
  await page.getByLabel('Koda göre ayır').selectOption('kullanimAltTuru');
  await page.getByRole('button', { name: 'Haritada çiz' }).click();
  const canvas = await page.locator('.map-pane canvas').boundingBox();
  const at = (x, y) => [canvas.x + canvas.width * x, canvas.y + canvas.height * y];
  await page.mouse.click(...at(0.3, 0.4));
  await notDouble(page);
  await page.mouse.click(...at(0.7, 0.4));
  await notDouble(page);
  await page.evaluate(() => (document.querySelector('.planning').dataset.state = ''));
  await page.mouse.dblclick(...at(0.5, 0.65));
  await ready(page);
  const drawn = page.locator('.answer table').first().locator('tbody tr').nth(1);
  assert.equal(await drawn.locator('td').first().textContent(), 'Alan 1');
  const inside = figures(await drawn.locator('td').nth(1).textContent());
  assert.ok(inside > 0 && inside < all, `${inside} of ${all}`);
  const legend = await page.locator('.planning-legend li').allTextContents();
  assert.match(legend[0], /^Mahalleler \(\d+\)/, 'neighbourhoods are classed by themselves');
  assert.match(legend.at(-1), /^Çizilen alan: mahallelerle aynı ölçekte sınıflanmaz/);
  await picture(page, 'planning-statistics');

  const address = page.url();
  await page.getByText('Koordinatla ya da dosyayla ekle').click();
  const box = await page.evaluate(() => window.deskMap.getBounds().toArray().flat());
  const middle = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  await page
    .getByLabel('Köşe koordinatları')
    .fill(`${middle[0]} ${middle[1]}\n${middle[0] + 0.01} ${middle[1]}\n${middle[0]} ${middle[1] + 0.01}`);
  await page.evaluate(() => (document.querySelector('.planning').dataset.state = ''));
  await page.getByRole('button', { name: 'Alanı ekle' }).press('Enter');
  await ready(page);
  assert.equal(await page.locator('.areas li').count(), 2);

  await page.goto('about:blank');
  await page.goto(address);
  await ready(page);
  assert.equal(await page.locator('.areas li').count(), 1, 'the address keeps the question');
  assert.ok(await page.getByLabel('Zemin üstü kat', { exact: true }).isChecked());
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV indir' }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  assert.ok(csv.startsWith('\uFEFF"yayın";') && csv.includes(`"Tümü";"";"";${all};`), csv.slice(0, 300));
  assert.deepEqual(page.faults, []);
});

test('a wrong question is told and not answered', async () => {
  const page = await open('/desk/planning');
  await page.getByLabel('Süzgeç').fill('yok > 3');
  await compute(page);
  assert.match(await page.getByRole('alert').textContent(), /^Süzgeç: /);
});

for (const path of ['/desk/planning', '/desk/planning/service-area']) {
  test(`fields and codes are put into the filter by a click: ${path}`, async () => {
    const page = await open(path);
    await page.locator('.filter-fields > summary').click();
    const asked = page.url();
    await page.locator('.filter-fields input').press('Enter');
    assert.equal(page.url(), asked, 'Enter in the search for fields asks nothing');
    assert.notEqual(await page.getAttribute('.planning', 'data-state'), 'asking');
    await page.locator('.filter-fields > ul > li > details > summary').first().click();
    await page
      .locator('.filter-fields > ul > li')
      .filter({ has: page.locator('details') })
      .first()
      .locator('button')
      .first()
      .click();
    await page.keyboard.type('=');
    await page.locator('.filter-fields > ul > li > details li button').first().click();
    const filter = await page.getByLabel('Süzgeç').inputValue();
    assert.match(filter, /^\S+ = \S+ $/);
    await compute(page);
    await ready(page);
    assert.ok(decodeURIComponent(page.url()).includes(`"filter":"${filter.trim()}"`), page.url());
    await isAccessible(page, 'filter');
    assert.deepEqual(page.faults, []);
  });
}

test('who can walk to a pharmacy is counted, listed, drawn and saved', async () => {
  const page = await open('/desk/planning/service-area');
  const cards = await page.locator('.answer .card dd span').allTextContents();
  const served = cards.map((text) => figures(text.match(/(\S+)$|dan (\S+)/)?.[2] ?? text.split(' ').pop()));
  assert.ok(served[0] < served[2] && served[2] + served[3] === figures(cards[0].split(' ')[0]), cards.join('; '));
  const drawn = await page.evaluate(() => window.deskMap.querySourceFeatures('planning').map((feature) => feature.properties.kind));
  for (const kind of ['ground', 'streets', 'facility']) assert.ok(drawn.includes(kind), kind);
  await picture(page, 'planning-service-area');

  await page.getByLabel('Liste').selectOption('served');
  await page.getByText(/adresten 1–50/).waitFor();
  await page.getByRole('button', { name: 'Sonraki' }).click();
  await page.getByText(/adresten 51–100/).waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV indir' }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  assert.equal(csv.trimEnd().split('\r\n').length - 1, served[2]);

  await page.getByLabel('Nereye yürünüyor').selectOption('point');
  const point = await page.getByLabel('Nokta (boylam enlem)').inputValue();
  assert.match(point, /^[\d.]+ [\d.]+$/);
  await page.getByLabel('Dakika').fill('4');
  await compute(page);
  await ready(page);
  assert.equal(await page.locator('.answer .card').count(), 2);
  const method = () => page.locator('.answer .method').textContent();
  assert.ok((await method()).startsWith(`${point} noktasına`), await method());

  const typed = page.getByLabel('Nokta (boylam enlem)');
  await typed.fill('meydan');
  await page.getByRole('button', { name: 'Hesapla', exact: true }).click();
  assert.ok(
    await typed.evaluate((input) => !input.validity.valid && input === document.activeElement),
    'an unreadable point is not asked for',
  );
  const [lon, lat] = point.split(' ').map((part) => Number(part));
  const beside = `${(lon + 0.001).toFixed(4)} ${lat.toFixed(4)}`;
  await typed.fill(beside.replaceAll('.', ','));
  await compute(page);
  await ready(page);
  assert.ok((await method()).startsWith(`${beside.split(' ').map(Number).join(' ')} noktasına`), await method());
  assert.deepEqual(page.faults, []);
});

test('where no place fits the question, nobody is told to be out of reach', async () => {
  const question = {
    facilities: { type: 'kamu_hizmeti', attribute: null, code: null, filter: "ad = 'yok'" },
    point: null,
    minutes: [5],
    speed: 5,
    snap: 100,
  };
  const page = await open(`/desk/planning/service-area#q=${encodeURIComponent(JSON.stringify(question))}`);
  assert.match(await page.locator('.answer').textContent(), /^Bu soruya uyan yer yok/);
  assert.equal(await page.locator('.answer .card').count(), 0);
  await page.locator('input[inputmode=numeric]').fill('900');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Hesapla', exact: true }).click();
  assert.match(await page.locator('.planning [role=alert]').textContent(), /^Dakika: /);
  assert.deepEqual(page.faults, []);
});

for (const [width, height] of [
  [1280, 900],
  [390, 844],
]) {
  test(`both pages are accessible at ${width} pixels, in both languages`, async () => {
    for (const path of ['/desk/planning', '/desk/planning/service-area?lang=en']) {
      const page = await open(path, { width, height });
      const controls = await page.locator('.maplibregl-ctrl button').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
      assert.deepEqual(controls.slice(0, 2), path.includes('lang=en') ? ['Zoom in', 'Zoom out'] : ['Yakınlaştır', 'Uzaklaştır']);
      await isAccessible(page, `${path} at ${width}`);
      await assertFits(page, `${path} at ${width}`);
      await picture(page, `planning-${width}-${path.includes('service') ? 'service' : 'statistics'}`);
      await page.context().close();
    }
  });
}
