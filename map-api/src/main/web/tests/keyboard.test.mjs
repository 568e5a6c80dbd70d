// The thematic editor by keyboard alone: BASE_URL=… ACCOUNT=… PASSWORD=… node --test tests/keyboard.test.mjs
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertFits, assertUsable } from './accessible.mjs';
import { openBrowser, until } from './browser.mjs';

const { BASE_URL: base, ACCOUNT: account, PASSWORD: password, PICTURES: pictures } = process.env;
assert.ok(base && account && password, 'BASE_URL, ACCOUNT and PASSWORD name the service and who signs in');
const MOST_STOPS = 120;

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

async function open(path) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  page.faults = [];
  page.on('pageerror', (error) => page.faults.push(String(error)));
  await page.goto(`${base}${path}`);
  await until(page, () => document.documentElement.dataset.state === 'out');
  await to(page, 'Kullanıcı adı|Account');
  await page.keyboard.type(account);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await answered(page);
  return page;
}

/** What has the focus: its name as it is heard, and what it says of itself. */
function focused(page) {
  return page.evaluate(() => {
    const at = document.activeElement;
    const name = at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent ?? '';
    return {
      name: name.trim(),
      tag: at.tagName.toLowerCase(),
      key: at.getAttribute('data-key'),
      value: at.value ?? null,
      told: at.getAttribute('aria-valuetext'),
    };
  });
}

/** Presses Tab until something of that name has the focus; gives back all that had it on the way. */
async function to(page, name, key = 'Tab') {
  const way = [];
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    const at = await focused(page);
    way.push(at);
    if (new RegExp(`^(${name})`).test(at.name) && at.tag !== 'body') return way;
    await page.keyboard.press(key);
  }
  throw new Error(`${name} is not reached by ${key}: ${way.map((one) => one.name).join(' → ')}`);
}

const answered = (page) => until(page, () => document.querySelector('.thematic-result')?.dataset.state === 'ready');
const heard = (page, text) => until(page, (wanted) => document.querySelector('.only-heard').textContent.includes(wanted), text);
const classes = (page, count) =>
  until(
    page,
    (wanted) =>
      document.querySelectorAll('.thematic-legend li').length >= wanted &&
      document.querySelector('.only-heard').textContent.includes(`${wanted} sınıf`),
    count,
  );

async function isAccessible(page, what) {
  await assertUsable(page, what);
  if (pictures) await page.screenshot({ path: `${pictures}/keyboard-${what}.png`, fullPage: true });
}

test('a map is made, saved and published without a mouse', async () => {
  const page = await open('/desk/thematic');
  await isAccessible(page, 'new');
  const way = (await to(page, 'Değerlerin|Sınır 1|1/')).map((one) => one.key).filter((key) => key !== null);
  assert.deepEqual(
    way.filter((key) => !key.startsWith('palette')),
    ['saved', 'type', 'field', 'normaliser', 'filter', 'method', 'classes', 'reversed', 'title', 'source', 'limit-0'],
  );
  assert.equal(way.filter((key) => key.startsWith('palette')).length, 1, 'the palettes are one stop, arrow keys choose among them');

  await to(page, 'Sınıflama', 'Shift+Tab');
  await page.keyboard.press('ArrowDown');
  await heard(page, 'sınıf');
  await until(page, () => document.activeElement.dataset.key === 'method' && document.activeElement.value === 'quantile');

  await to(page, 'Sınıf sayısı');
  await page.keyboard.press('ArrowDown');
  await until(page, () => document.activeElement.dataset.key === 'classes' && document.activeElement.value === '4');
  await page.keyboard.press('ArrowDown');
  await until(page, () => document.activeElement.dataset.key === 'classes' && document.activeElement.value === '3');
  await classes(page, 3);

  await page.keyboard.press('Tab');
  const first = await focused(page);
  assert.match(first.key, /^palette-/);
  await page.keyboard.press('ArrowRight');
  await until(
    page,
    (before) =>
      document.activeElement.dataset.key?.startsWith('palette-') &&
      document.activeElement.dataset.key !== before &&
      document.activeElement.checked,
    first.key,
  );

  await limitsAreMoved(page);
  await to(page, 'Başlık', 'Shift+Tab');
  await page.keyboard.type('Tuşlarla yapılan harita');
  await to(page, 'Kaydet');
  await until(page, () => document.querySelector('.thematic-result h2').textContent === 'Tuşlarla yapılan harita');
  await page.keyboard.press('Enter');
  await heard(page, 'Kaydedildi: taslak.');
  assert.equal((await focused(page)).name, 'Değişiklikleri kaydet');
  await until(page, () => document.querySelector('.open-map h3')?.textContent === 'Bu haritanın kamuya görünüşü');
  await published(page);
  assert.deepEqual(page.faults, []);
});

async function limitsAreMoved(page) {
  await to(page, '1/2. sınır');
  const before = await focused(page);
  assert.match(before.told, /^[\d.,]+/);
  const answers = [];
  page.on('response', (one) => one.url().includes('preview?') && one.url().includes('manual') && answers.push(one.json()));
  const isRoom = await page.evaluate(() => Number(document.activeElement.ariaValueMax) > Number(document.activeElement.ariaValueNow));
  for (let press = 0; press < 6; press++) await page.keyboard.press(isRoom ? 'ArrowRight' : 'ArrowLeft');
  const moved = await focused(page);
  assert.equal(moved.key, before.key, 'the limit that is moved keeps the focus');
  assert.notEqual(moved.told, before.told);
  const legend = await madeWith(answers, moved.told);
  await until(page, () => document.querySelector('[data-key=method]').value === 'manual');
  await until(page, (label) => document.querySelector('.thematic-legend li .label').textContent === label, legend.classes[0].label.tr);
  assert.equal((await focused(page)).told, moved.told, 'the answer leaves it where it was put');
  await page.keyboard.press('Tab');
  assert.match((await focused(page)).name, /^2\/2\. sınır/);
}

/** The legend of the map that is made with the limit that was heard; slow presses are answered one by one. */
async function madeWith(answers, heard) {
  const end = Date.now() + 30_000;
  while (Date.now() < end) {
    const made = (await Promise.all(answers)).find(({ legend }) => new Intl.NumberFormat('tr-TR').format(legend.classes[0].to) === heard);
    if (made) return made.legend;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`no map was made with the limit ${heard} that was heard`);
}

async function published(page) {
  await to(page, 'Kararla yayımla');
  await page.keyboard.press('Enter');
  await until(page, () => document.querySelector('.thematic-result [role=alert]') !== null);
  await isAccessible(page, 'refused');
  await to(page, 'Karar numarası', 'Shift+Tab');
  await page.keyboard.type('2026/112');
  await page.keyboard.press('Tab');
  await page.keyboard.type('11112026');
  await to(page, 'Kararla yayımla');
  await page.keyboard.press('Enter');
  await heard(page, 'Kaydedildi: yayında.');
  assert.equal((await focused(page)).name, 'Haritayla yapılabilecekler', 'what was pressed is gone: its group has the focus');
  assert.equal(await page.evaluate(() => document.querySelector('.thematic-result [role=alert]')), null);
  await isAccessible(page, 'published');
  await to(page, 'Paylaşılan bağlantı');
}

test('what is not open to everybody is marked, and is not offered to be shared', async () => {
  const page = await open('/desk/thematic');
  const fields = await page.locator('[data-key=field] option').allTextContents();
  assert.ok(fields.includes('İşyeri sayısı (kamuya kapalı)'), fields.join(', '));
  await page.selectOption('[data-key=field]', { label: 'İşyeri sayısı (kamuya kapalı)' });
  await until(page, () => document.querySelector('.thematic-result h2').textContent.includes('İşyeri sayısı'));
  await page.click('[data-key=keep]');
  await until(page, () => document.querySelector('.open-map')?.textContent.includes('herkese açık bir değer değil'));
  assert.equal(await page.locator('[data-opens]:enabled').count(), 0);
  await isAccessible(page, 'closed');
});

test('legend and map show one view at a time, and that of the public is looked at before it is decided on', async () => {
  const page = await open('/desk/thematic');
  await page.selectOption('[data-key=field]', 'BO_konutBirimSayisi');
  await page.selectOption('[data-key=method]', 'quantile');
  await until(page, () => document.querySelector('.thematic-result h2').textContent.includes('Konut sayısı'));
  await page.click('[data-key=keep]');
  await until(page, () => document.querySelector('.sides') !== null);
  const legend = () => page.locator('.thematic-legend').allTextContents();
  const tiles = () => page.evaluate(() => window.deskMap.getStyle().sources.tema.tiles[0]);
  const own = await legend();
  assert.equal(own.length, 1, 'there is one legend');
  assert.ok(!(await tiles()).includes('/preview/open/'));
  assert.equal(await page.locator('[data-opens]:enabled').count(), 0, 'what nobody looked at is not decided on');
  await page.focus('[data-key=side-own]');
  await page.keyboard.press('ArrowDown');
  await until(page, () => document.querySelector('.open-map [role=status]').textContent === 'Şimdi kamunun gördüğü gösteriliyor.');
  assert.equal((await focused(page)).key, 'side-open');
  assert.notDeepEqual(await legend(), own);
  assert.ok((await tiles()).includes('/preview/open/tiles/'));
  assert.ok((await page.locator('[data-opens]:enabled').count()) > 0);
  await isAccessible(page, 'sides');
  assert.deepEqual(page.faults, []);
});

test('a field and its code are put into the filter by a click', async () => {
  const page = await open('/desk/thematic');
  await page.click('.filter-fields > summary');
  await page.fill('[data-key=filter-search]', 'yapı durumu');
  await page.locator('.filter-fields button').first().click();
  assert.match(await page.inputValue('[data-key=filter]'), /^yapiDurumDegeri $/);
  await page.keyboard.type('= ');
  await page.click('.filter-fields li details summary');
  await page.locator('.filter-fields li li button').first().click();
  assert.match(await page.inputValue('[data-key=filter]'), /^yapiDurumDegeri = '[^']+' $/);
  const answer = page.waitForResponse((one) => one.url().includes('preview?') && one.url().includes('yapiDurumDegeri'));
  await page.keyboard.press('Tab');
  assert.equal((await answer).status(), 200);
  await isAccessible(page, 'filter');
});

test('years are written as years, and classes around a mean have two ends', async () => {
  const page = await open('/desk/thematic');
  await page.selectOption('[data-key=field]', 'yapiTamamlanmaTarihi');
  await until(page, () => document.querySelector('.thematic-result h2').textContent.includes('(yıl)'));
  for (const text of await page.locator('.histogram .axis text').allTextContents()) assert.match(text, /^\d{4}$|en yüksek/);
  await page.selectOption('[data-key=method]', 'standard-deviation');
  await until(page, () => document.querySelector('[data-key=palette-PuOr]').checked);
  assert.equal(await page.locator('[data-key=normaliser]').count(), 0);
});

test('a refused definition leaves the limits to be mended', async () => {
  const page = await open('/desk/thematic');
  await page.selectOption('[data-key=method]', 'manual');
  await until(page, () => document.querySelectorAll('.breaks input').length === 4);
  await page.fill('[data-key=filter]', 'yok >');
  await page.keyboard.press('Tab');
  await until(page, () => document.querySelector('.thematic-result [role=alert]')?.textContent.startsWith('Süzgeç'));
  assert.equal(await page.locator('.histogram .limit').count(), 4);
  await page.fill('[data-key=filter]', '');
  await page.fill('[data-key=break-0]', '100');
  await page.keyboard.press('Tab');
  await until(page, () => document.querySelector('.thematic-legend li:last-child .label')?.textContent === '> 100');
  await isAccessible(page, 'manual');
});

test('every bar has a colour, the first one that of the lowest class', async () => {
  const page = await open('/desk/thematic');
  const colours = await page.evaluate(() => ({
    bars: [...document.querySelectorAll('.histogram g[aria-hidden] rect')].map((bar) => bar.getAttribute('fill')),
    legend: [...document.querySelectorAll('.thematic-legend .swatch')].map((swatch) => swatch.style.background),
  }));
  const hex = (rgb) =>
    `#${rgb
      .match(/\d+/g)
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('')}`;
  const legend = colours.legend.map(hex);
  assert.equal(colours.bars[0].toLowerCase(), legend[0]);
  assert.ok(
    colours.bars.every((bar) => legend.includes(bar.toLowerCase())),
    colours.bars.join(' '),
  );
  assert.equal(new Set(colours.bars).size, 5, 'each class is seen');
});

test('the editor is accessible in English, on a desktop and on a phone', async () => {
  const page = await open('/desk/thematic?lang=en');
  await isAccessible(page, 'english');
  assert.match(await page.locator('.thematic-legend small').first().textContent(), /^[\d.]+%$/);
  await page.setViewportSize({ width: 390, height: 844 });
  await isAccessible(page, 'phone');
  await assertFits(page, 'phone');
});
