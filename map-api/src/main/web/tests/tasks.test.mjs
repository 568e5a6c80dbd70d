// Each task of the City Guide by keyboard alone, without a map but where it is the map's, and every page before axe-core: BASE_URL=http://localhost:8080 node --test tests/tasks.test.mjs
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { assertFits, assertUsableHere, enlarged } from './accessible.mjs';
import { until } from './browser.mjs';
import { browser, city, onPage as onAnyPage, opened, origin, PHONE, ready } from './guidePage.mjs';

const DESKTOP = { width: 1440, height: 900 };

let parcel;
let pharmacy;
let address;
let street;
/** What is in the middle of this city, whichever it is. */
const here = async (lon, lat) => (await fetch(`${origin}/api/guide/reverse?lon=${lon}&lat=${lat}`)).json();
const first = async (text) => (await (await fetch(`${origin}/api/guide/search?q=${encodeURIComponent(text)}`)).json()).results[0];
before(async () => {
  const [west, south, east, north] = city.bbox;
  ({ parcel, address } = await here((west + east) / 2, (south + north) / 2));
  pharmacy = await first('eczane');
  street = address.title.replace(/ No:.*/, '');
});
/** The lists alone do: for who does not see the map, or whose browser cannot draw it. */
const onPage = (path, viewport, check) => onAnyPage(path, check, { viewport, hasMap: false });
const onMapPage = (path, viewport, check) => onAnyPage(path, check, { viewport, awaits: ready });

/** Tab until the focus is on something whose name holds the text. */
async function tabTo(page, text) {
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const at = document.activeElement;
      if (at === document.body) return ''; // between the last and the first stop; all of the page is its text
      return at.ariaLabel || at.labels?.[0]?.textContent || at.textContent || '';
    });
    if (name.includes(text)) return;
  }
  throw new Error(`Tab never reached "${text}"`);
}

const headline = (page, text) => until(page, (wanted) => document.querySelector('.panel h2')?.textContent.includes(wanted), text);
const focusOnHeadline = (page) => until(page, () => document.activeElement === document.querySelector('.panel h2'));

test('a place is found by arrows and Enter, and the back button returns', async () => {
  await onPage('/', DESKTOP, async (page) => {
    await tabTo(page, 'ara');
    await page.keyboard.type('eczane', { delay: 20 });
    await until(page, () => document.querySelectorAll('[role=option]').length > 0);
    assert.equal(await page.getAttribute('#search', 'aria-expanded'), 'true');
    await page.keyboard.press('ArrowDown');
    assert.equal(await page.getAttribute('#search', 'aria-activedescendant'), 'suggestion-0');
    const title = await page.textContent('#suggestion-0 .hit-title');
    await page.keyboard.press('Enter');
    await headline(page, title);
    await focusOnHeadline(page);
    assert.match(new URL(page.url()).search, /place=[0-9a-f-]{36}/);
    await page.goBack();
    await until(page, () => document.querySelector('.tasks') !== null);
  });
});

test('results are a list, opened by keyboard, whatever was suggested for the text before', async () => {
  await onPage('/', PHONE, async (page) => {
    await tabTo(page, 'ara');
    await page.keyboard.type('eczane');
    await until(page, () => document.querySelectorAll('[role=option]').length > 0);
    await page.keyboard.press('ArrowDown');
    await page.evaluate(() => {
      const input = document.activeElement;
      input.value += ' ';
      input.dispatchEvent(new Event('input'));
      input.form.requestSubmit(); // before another list can come
    });
    await until(page, () => document.querySelectorAll('.panel ol.hits > li').length > 1);
    const title = await page.textContent('.panel ol.hits > li .hit-title');
    await tabTo(page, title);
    await page.keyboard.press('Enter');
    await headline(page, title);
  });
});

test('a typing error still finds the street', async () => {
  const [word, ...rest] = street.split(' ').reverse();
  const wrong = `${rest.reverse().join(' ')} ${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}`;
  await onPage(`/?q=${encodeURIComponent(wrong)}`, DESKTOP, (page) =>
    until(page, (title) => document.querySelector('.hit-title')?.textContent === title, street),
  );
});

test('the nearest of a kind is one link away', async () => {
  await onPage('/', DESKTOP, async (page) => {
    await until(page, () => document.querySelector('.chips a') !== null);
    await tabTo(page, 'Park');
    await page.keyboard.press('Enter');
    await headline(page, 'Park');
    assert.match(new URL(page.url()).search, /near=park/);
  });
});

test('the pharmacies on duty are one link away', async () => {
  await onPage('/', DESKTOP, async (page) => {
    await tabTo(page, 'Nöbetçi');
    await page.keyboard.press('Enter');
    await headline(page, 'Nöbetçi');
    assert.match(await page.textContent('.panel'), /nöbet/);
  });
});

test('whoever types for a pharmacy on duty is led to them first', async () => {
  await onPage('/', DESKTOP, async (page) => {
    await tabTo(page, 'ara');
    await page.keyboard.type('nöbetçi eczane');
    await until(page, () => document.querySelector('#suggestion-0 .hit-title')?.textContent === 'Nöbetçi eczaneler');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await headline(page, 'Nöbetçi');
    assert.match(page.url(), /show=duty/);
  });
});

test('degrees the other way round are offered where they lie in the city', async () => {
  const [west, south, east, north] = city.bbox;
  await onPage(`/?position=${(west + east) / 2} ${(south + north) / 2}`, DESKTOP, async (page) => {
    await until(page, () => document.querySelector('.positions a') !== null);
    await page.click('.positions a');
    await until(page, () => document.querySelector('.positions') !== null && document.querySelector('.positions a') === null);
  });
});

test('length and area are measured by keyboard', async () => {
  await onMapPage('/?show=measure', DESKTOP, async (page) => {
    await tabTo(page, 'ortasını ekle');
    await page.keyboard.press('Enter');
    for (const [x, y] of [
      [120, 0],
      [0, 120],
    ]) {
      await page.evaluate((by) => void window.kentMap.panBy(by, { animate: false }), [x, y]);
      await page.keyboard.press('Enter');
    }
    await until(page, () => [...document.querySelectorAll('.measured dd')].at(-1).textContent === '3');
    assert.match(await page.textContent('.measured dd:first-of-type'), /\d+.* (m|km)/);
    assert.match(await page.locator('.measured dd').nth(1).textContent(), /\d+.* (m²|ha|km²)/);
    await tabTo(page, 'Geri al');
    await page.keyboard.press('Enter');
    await until(page, () => [...document.querySelectorAll('.measured dd')].at(-1).textContent === '2');
  });
});

test('a position is converted by keyboard', async () => {
  await onPage('/?position=', DESKTOP, async (page) => {
    await tabTo(page, 'Koordinat');
    await page.locator('#position').focus();
    await page.keyboard.type('39,9334 32,8597');
    await page.keyboard.press('Enter');
    await until(page, () => document.querySelectorAll('.positions code').length === 4);
    assert.match(await page.textContent('.positions'), /TUREF/);
  });
});

test('what is no position is told so', async () => {
  await onPage('/?q=zzqqxx', DESKTOP, (page) => until(page, () => /bulunamadı/.test(document.querySelector('.panel')?.textContent ?? '')));
});

test('the stable pages say everything without a script', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    for (const place of [parcel, pharmacy, address]) {
      const answer = await page.goto(`${origin}${place.path}?lang=tr`);
      assert.equal(answer.status(), 200);
      assert.equal(await page.textContent('h1'), place.title);
      assert.ok((await page.locator('dl.facts > div').count()) > 2);
      for (const phone of await page.locator('a[href^="tel:"]').all()) assert.match(await phone.getAttribute('href'), /^tel:\+?\d+$/);
    }
    await page.goto(`${origin}${parcel.path}?lang=en`);
    assert.match(await page.textContent('.legal'), /does not replace the zoning certificate/);
  } finally {
    await context.close();
  }
});

/** What the map page can show, reached as by the back button: the map is opened once, with the last of them. */
const STATES = () => [
  '/?q=eczane',
  `/?place=${pharmacy.id}`,
  `/?place=${parcel.id}`,
  '/?near=park',
  '/?show=duty',
  '/?show=measure',
  '/?position=39.9,32.9',
  '/',
];
const PAGES = () => ['/?lang=en', `${parcel.path}?lang=tr`, `${pharmacy.path}?lang=en`, `${address.path}?lang=tr`];

async function show(page, state) {
  await page.evaluate((to) => {
    document.querySelector('.panel').firstElementChild.setAttribute('data-of-before', '');
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, state);
  await until(page, () => document.querySelector('.panel h2') !== null && document.querySelector('[data-of-before]') === null);
}

const isThere = (page) => until(page, () => document.querySelector('.panel h2, main h1') !== null);

async function clickTheParcel(page) {
  await page.evaluate((center) => void window.kentMap.jumpTo({ center, zoom: 17 }), [parcel.longitude, parcel.latitude]);
  await page.locator('.maplibregl-canvas').focus();
  await page.keyboard.press('Enter');
  await until(page, () => document.querySelector('.card:not([hidden]) h2') !== null);
}

for (const [name, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
  test(`axe-core finds nothing whatever the map page shows (${name})`, async () => {
    await onMapPage('/', viewport, async (page) => {
      for (const state of STATES()) {
        await show(page, state);
        await assertUsableHere(page, state);
      }
      await clickTheParcel(page);
      await assertUsableHere(page, 'the card of a clicked place');
    });
  });

  test(`axe-core finds nothing on any other page (${name})`, async () => {
    for (const path of PAGES()) {
      const look = async (page) => {
        await isThere(page);
        await assertUsableHere(page, path);
      };
      await onAnyPage(path, look, { viewport, awaits: path.startsWith('/?') ? ready : opened });
    }
  });
}

test('nothing is wider than the window or cut off at four times the size', async () => {
  await onMapPage('/', DESKTOP, async (page) => {
    await clickTheParcel(page);
    await enlarged(page, async () => {
      await assertFits(page, 'the card of a clicked place');
      for (const state of STATES()) {
        await show(page, state);
        await assertFits(page, state);
      }
    });
  });
  for (const path of PAGES()) {
    const look = async (page) => {
      await isThere(page);
      await enlarged(page, () => assertFits(page, path));
    };
    await onAnyPage(path, look, { viewport: DESKTOP, hasMap: false, isCalm: false });
  }
});
