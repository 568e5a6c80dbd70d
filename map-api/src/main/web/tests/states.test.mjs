// What the City Guide's address keeps, where "back" leads, and what it says when it has nothing to show:
// BASE_URL=http://localhost:8080 node --test tests/states.test.mjs
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from './browser.mjs';
import { city, DESKTOP, onPage as onQuietPage, origin, PHONE, ready } from './guidePage.mjs';

const NOBODY = '00000000-0000-4000-8000-000000000000';

/** What is told here is mostly what is not there or does not answer, and of that the browser complains. Few of it needs the map. */
const onPage = (path, check, options) => onQuietPage(path, check, { isCalm: false, hasMap: false, ...options });
const says = (page, text) => until(page, (wanted) => document.querySelector('.panel')?.textContent.includes(wanted), text);
const middle = () => [(city.bbox[0] + city.bbox[2]) / 2, (city.bbox[1] + city.bbox[3]) / 2];

test('a card opened from a list leads back to that list, and its name is the title of the page', async () => {
  await onPage('/?q=eczane', async (page) => {
    await until(page, () => document.querySelector('.panel ol.hits a') !== null);
    const name = await page.textContent('.panel ol.hits .hit-title');
    await page.click('.panel ol.hits a');
    await until(page, (wanted) => document.title.startsWith(wanted), name);
    assert.equal(await page.textContent('.back'), 'Listeye dön');
    await page.click('.back');
    await until(page, () => document.querySelectorAll('.panel ol.hits > li').length > 1);
    assert.match(new URL(page.url()).search, /q=eczane/);
    assert.match(await page.title(), /^“eczane” · /);
  });
});

test('a list is the same when a card leads back to it, although the map has moved', async () => {
  await onPage(
    '/?near=eczane',
    async (page) => {
      const names = () => page.locator('.panel ol.hits .hit-title').allTextContents();
      const moved = () => until(page, () => !window.kentMap.isMoving());
      await ready(page);
      await until(page, () => document.querySelector('.panel ol.hits') !== null);
      await moved();
      const before = await names();
      await page.locator('.panel ol.hits > li > a').last().click();
      await until(page, () => document.querySelector('.back')?.textContent === 'Listeye dön');
      await moved();
      await page.click('.back');
      await until(page, () => document.querySelector('.panel ol.hits') !== null);
      assert.deepEqual(await names(), before);
    },
    { hasMap: true },
  );
});

test('what was measured is opened again by its link in another browser', async () => {
  const [lon, lat] = middle();
  const corners = `${lon},${lat};${lon + 0.002},${lat};${lon + 0.002},${lat + 0.001}`;
  let link;
  await onPage(
    `/?show=measure&corners=${corners}`,
    async (page) => {
      await ready(page);
      await says(page, 'Çevre');
      await page.click('.panel .primary');
      await until(page, () => [...document.querySelectorAll('.measured dd')].at(-1).textContent === '4');
      assert.equal(new URL(page.url()).searchParams.get('corners').split(';').length, 4);
      link = new URL(page.url());
      await page.evaluate(() => history.length === 2 || Promise.reject(new Error(`${history.length} steps in the history`)));
    },
    { hasMap: true },
  );
  await onPage(`${link.pathname}${link.search}&lang=en${link.hash}`, async (page) => {
    await says(page, 'Perimeter');
    assert.equal(await page.locator('.measured dd').last().textContent(), '4');
  });
});

test('a place that is not published is told so, with what to do', async () => {
  await onPage(`/?place=${NOBODY}`, async (page) => {
    await says(page, 'Bu yer bulunamadı.');
    await says(page, 'arayın');
    assert.equal(await page.locator('.panel button').count(), 0, 'trying again would not help');
  });
  await onPage('/?near=nothing_such&lang=en', (page) => says(page, 'No place of this kind is published.'));
  await onPage('/?q=99999+ada+1+parsel', (page) => says(page, 'parsel yok. Numarayı denetleyin'));
});

test('a service that does not answer is told so, and trying again works', async () => {
  let down = true;
  const prepare = (page) =>
    page.route('**/api/guide/search?*', (route) => (down ? route.fulfill({ status: 503, body: '' }) : route.continue()));
  await onPage(
    '/?q=eczane',
    async (page) => {
      await says(page, 'Bağlantınızı denetleyip');
      down = false;
      await page.click('.panel button.primary');
      await until(page, () => document.querySelector('.panel ol.hits') !== null);
    },
    { prepare },
  );
});

test('while an answer is awaited the panel says so', async () => {
  let answer;
  const asked = new Promise((done) => (answer = done));
  const prepare = (page) =>
    page.route('**/api/guide/search?*', async (route) => {
      await asked;
      await route.continue();
    });
  await onPage(
    '/?q=eczane',
    async (page) => {
      await until(page, () => document.querySelector('.panel[aria-busy=true]')?.textContent === 'Aranıyor…');
      answer();
      await until(page, () => document.querySelector('.panel:not([aria-busy]) ol.hits') !== null);
    },
    { prepare },
  );
});

test('a position tells what is there, or that the city does not reach it', async () => {
  const [lon, lat] = middle();
  await onPage(
    `/?q=${lat.toFixed(5)},${lon.toFixed(5)}`,
    async (page) => {
      await says(page, 'Burada');
      assert.ok((await page.locator('.panel ul.hits a').count()) >= 1);
      const rows = await page.locator('.positions button').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
      assert.ok(
        rows.every((height) => height < 60),
        `buttons of one line: ${rows}`,
      );
    },
    { viewport: PHONE },
  );
  await onPage('/?position=10.5,20.5', (page) => says(page, 'kentin dışında'));
  for (const wrong of ['NaN,32', 'Infinity 1', '91,0', 'x'.repeat(5000)]) {
    await onPage(`/?position=${encodeURIComponent(wrong)}`, (page) => says(page, 'koordinat olarak anlaşılamadı'));
  }
});

test('a position is converted also when what is there cannot be had, which is said', async () => {
  let down = true;
  const [lon, lat] = middle();
  await onPage(
    `/?position=${lat.toFixed(5)},${lon.toFixed(5)}`,
    async (page) => {
      await says(page, 'adres ve parsel alınamadı');
      assert.equal(await page.locator('.positions code').count(), 4);
      down = false;
      await page.click('.panel button.primary:not([type=submit])');
      await says(page, 'Burada');
    },
    { prepare: (page) => page.route('**/api/guide/reverse*', (route) => (down ? route.abort() : route.continue())) },
  );
});

test('another door than the one asked for is told so', async () => {
  const { address } = await (await fetch(`${origin}/api/guide/reverse?lon=${middle()[0]}&lat=${middle()[1]}`)).json();
  const [street, door] = address.title.split(' No: ');
  const note = (page) =>
    until(page, () => document.querySelector('.panel ol.hits') !== null).then(() => page.textContent('.panel p.quiet'));
  await onPage(`/?q=${encodeURIComponent(`${street} ${door}`)}`, async (page) =>
    assert.doesNotMatch(await note(page), /kapı numarası bulunamadı/),
  );
  await onPage(`/?q=${encodeURIComponent(`${street} ${Number.parseInt(door, 10)}/Z`)}`, async (page) =>
    assert.match(await note(page), /kapı numarası bulunamadı/),
  );
});

/** Who comes back to the page after a while reads what holds now, where they read before. */
async function toldAnew(page) {
  await page.locator('.back').focus();
  const asked = page.waitForRequest('**/api/guide/duty*');
  await page.evaluate(() => {
    document.querySelector('.panel h2').remove();
    const { now } = Date;
    Date.now = () => now() + 120_000;
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await asked;
  await until(page, () => document.querySelector('.panel h2') !== null && document.activeElement.className === 'back');
}

test('every list says where its distances begin', async () => {
  await onPage('/?show=duty', async (page) => {
    await says(page, 'haritanın aradığınız andaki ortasından');
    await toldAnew(page);
  });
  await onPage('/?q=eczane', (page) => says(page, 'haritanın aradığınız andaki ortasından'));
  await onPage('/?q=en+yakın+park', async (page) => {
    await says(page, 'Haritanın aradığınız andaki ortasına uzaklığa göre.');
    await says(page, 'Konumuma göre sırala');
  });
});

test('suggestions that cannot be had are not taken for none', async () => {
  await onPage(
    '/',
    async (page) => {
      await page.locator('#search').fill('eczane');
      await until(page, () => document.querySelector('[aria-live]').textContent.startsWith('Öneriler alınamadı'));
    },
    { prepare: (page) => page.route('**/api/guide/suggest*', (route) => route.abort()) },
  );
});

test("a parcel's card tells its area", async () => {
  const {
    results: [parcel],
  } = await (await fetch(`${origin}/api/guide/search?q=101+ada`)).json();
  await onPage(`/?place=${parcel.id}`, (page) => says(page, 'Yüzölçümü'));
});

test('the nearest are sorted by where the reader is, once they say so', async () => {
  const [longitude, latitude] = middle();
  await onPage(
    '/?near=eczane',
    async (page) => {
      await until(page, () => document.querySelector('.panel .actions button') !== null);
      await page.click('.panel .actions button');
      await says(page, 'Konumunuza uzaklığa göre.');
    },
    { geolocation: { longitude, latitude }, permissions: ['geolocation'] },
  );
});

test('what was copied is said so that it is seen and heard', async () => {
  await onPage(
    '/?position=10.5,20.5',
    async (page) => {
      await until(page, () => document.querySelector('.positions button') !== null);
      await page.click('.positions button');
      await until(page, () => document.querySelector('.toast:not([hidden])')?.textContent === 'Kopyalandı.');
      assert.equal(await page.textContent('[aria-live]'), 'Kopyalandı.');
    },
    { permissions: ['clipboard-write'] },
  );
});

test("no result lies under the map's own buttons", async () => {
  for (const viewport of [PHONE, DESKTOP]) {
    await onPage(
      '/?near=eczane',
      async (page) => {
        await ready(page);
        await until(page, () => document.querySelector('.panel ol.hits') !== null && !window.kentMap.isMoving());
        const hidden = await page.evaluate(() => {
          const map = window.kentMap;
          const { left, top } = map.getContainer().getBoundingClientRect();
          const buttons = [...document.querySelectorAll('.maplibregl-ctrl-group, .search, .layers')].map((each) =>
            each.getBoundingClientRect(),
          );
          const marks = map
            .getStyle()
            .sources.results.data.features.slice(0, 10)
            .map(({ geometry }) => map.project(geometry.coordinates));
          return marks.filter(({ x, y }) =>
            buttons.some((box) => x + left > box.left && x + left < box.right && y + top > box.top && y + top < box.bottom),
          ).length;
        });
        assert.equal(hidden, 0);
      },
      { viewport, hasMap: true },
    );
  }
});

/** By day nobody is on duty; then it is told who is next. */
async function someTurn() {
  const { onDuty, next } = await (await fetch(`${origin}/api/guide/duty`)).json();
  return onDuty.length + next.length > 0;
}

test('the examples of the first page find something in this city', async () => {
  await onPage('/', async (page) => {
    await until(page, () => document.querySelectorAll('.examples a').length >= 3);
    const texts = await page.locator('.examples a').allTextContents();
    for (const text of texts) {
      const { results, position, understood } = await (await fetch(`${origin}/api/guide/search?q=${encodeURIComponent(text)}`)).json();
      assert.ok(position || results.length > 0 || (understood === 'duty' && (await someTurn())), text);
    }
  });
});

test('ten kilobytes of signs that change the direction of writing are an ordinary search', async () => {
  const text = '\u202Eمرحبا\u200F'.repeat(1500);
  await onPage('/', async (page) => {
    await page.locator('#search').fill(text);
    await page.keyboard.press('Enter');
    await says(page, 'Sonuç bulunamadı');
    assert.ok(page.url().length < 4000);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= DESKTOP.width);
  });
});
