// The City Guide in a real browser against a running service: BASE_URL=http://localhost:8080 node --test tests/guide.test.mjs
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until, untilIdle } from './browser.mjs';
import { buildingInTheMiddle, cardIsFilled, city, onPage } from './guidePage.mjs';

const PHONE = { width: 360, height: 740 };

const cardIsClosed = () => document.querySelector('.card[hidden]') !== null;

test('the page opens on the whole city, in Turkish, with its own font', async () => {
  await onPage('/', async (page) => {
    await untilIdle(page);
    assert.equal(await page.getAttribute('html', 'lang'), 'tr');
    assert.equal(await page.textContent('h1'), `${city.name} Kent Rehberi`);
    const seen = await page.evaluate(() => window.kentMap.getBounds().toArray().flat());
    const [west, south, east, north] = city.bbox;
    assert.ok(seen[0] <= west && seen[1] <= south && seen[2] >= east && seen[3] >= north, `${seen} holds ${city.bbox}`);
    await until(page, () => window.kentMap.queryRenderedFeatures().length > 0);
    const loaded = await page.evaluate(
      () => [...document.fonts].filter((face) => face.family.includes('Kent Sans') && face.status === 'loaded').length,
    );
    assert.ok(loaded >= 6, `${loaded} font files are loaded`);
    assert.ok(await page.isVisible('.maplibregl-ctrl-attrib'), 'the sources are shown');
    assert.ok(await page.isVisible('.maplibregl-ctrl-scale'), 'the scale is shown');
  });
});

test('English is one link away and keeps the place', async () => {
  await onPage('/', async (page) => {
    await untilIdle(page);
    await buildingInTheMiddle(page);
    const hash = new URL(page.url()).hash;
    await page.click('header a[hreflang=en]');
    await untilIdle(page);
    assert.equal(await page.getAttribute('html', 'lang'), 'en');
    assert.equal(new URL(page.url()).search, '?lang=en');
    assert.equal(new URL(page.url()).hash, hash);
  });
});

test('a click opens a card with its link, and Esc closes it', async () => {
  await onPage('/', async (page) => {
    await untilIdle(page);
    const { x, y } = await buildingInTheMiddle(page);
    await page.mouse.click(x, y);
    await until(page, cardIsFilled);
    assert.match(await page.getAttribute('.card .hits a', 'href'), /^\/\?place=[0-9a-f-]{36}$/);
    assert.match(await page.getAttribute('.card a.hit-page', 'href'), /^\/imar\/.+\?lang=tr$/);
    assert.equal(await page.locator('.card details[open]').count(), 0, 'the records are folded');
    assert.match(await page.getAttribute('.card details a', 'href'), /^\/ogc\/collections\/\w+\/items\/.+/);
    assert.match(await page.textContent('[aria-live]'), /kayıt bulundu/);
    assert.ok(await page.isVisible('.maplibregl-ctrl-attrib'));
    await page.keyboard.press('Escape');
    await until(page, cardIsClosed);
  });
});

test('what was clicked is in the address: it can be sent, and "back" leads to it', async () => {
  await onPage('/', async (page, context) => {
    await untilIdle(page);
    const { x, y } = await buildingInTheMiddle(page);
    await page.mouse.click(x, y);
    await until(page, cardIsFilled);
    assert.match(new URL(page.url()).search, /^\?at=-?[\d.]+,-?[\d.]+$/);
    const title = await page.textContent('.card h2');
    const other = await context.newPage();
    await other.goto(page.url().replace(/#.*/, ''));
    await until(other, cardIsFilled);
    assert.equal(await other.textContent('.card h2'), title, 'who is sent it reads of the same');
    await page.click('.card .hits a');
    await until(page, cardIsClosed);
    assert.match(new URL(page.url()).search, /^\?place=[0-9a-f-]{36}$/);
    await page.goBack();
    await until(page, cardIsFilled);
    assert.equal(await page.textContent('.card h2'), title);
    await page.keyboard.press('Escape');
    await until(page, cardIsClosed);
    assert.equal(new URL(page.url()).search, '');
  });
});

test('the whole path works by keyboard', async () => {
  await onPage('/', async (page) => {
    await untilIdle(page);
    await buildingInTheMiddle(page);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'CANVAS');
    await page.keyboard.press('Enter');
    await until(page, cardIsFilled);
    await until(page, () => document.activeElement.classList.contains('card'));
    await page.keyboard.press('Escape');
    await until(page, cardIsClosed);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'CANVAS');
    const before = await page.evaluate(() => window.kentMap.getCenter().lng);
    await page.keyboard.press('ArrowRight');
    await until(page, (lng) => window.kentMap.getCenter().lng > lng && !window.kentMap.isMoving(), before);
    assert.match(new URL(page.url()).hash, /^#17\/-?\d+\.\d+\/-?\d+\.\d+$/);
  });
});

test('every control reached by Tab has a name', async () => {
  await onPage('/', async (page) => {
    await untilIdle(page);
    const names = [];
    for (let step = 0; step < 25; step++) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => {
        const at = document.activeElement;
        return at === document.body ? undefined : at.ariaLabel || at.title || at.textContent || at.labels?.[0]?.textContent || '';
      });
      if (name === undefined) break;
      names.push(name.trim());
    }
    assert.ok(names.length >= 10, `Tab reached ${names.length} controls`);
    assert.deepEqual(
      names.filter((name) => name === ''),
      [],
    );
  });
});

test('what has no layers of its own is drawn once its group is switched on', async () => {
  const [west, south, east, north] = city.bbox;
  await onPage(`/#14/${(south + north) / 2}/${(west + east) / 2}`, async (page) => {
    await untilIdle(page);
    const others = () => window.kentMap.queryRenderedFeatures().filter(({ source }) => source.startsWith('other-')).length;
    assert.equal(await page.evaluate(others), 0);
    await page.click('.layers input[name=other]');
    await until(page, () => window.kentMap.queryRenderedFeatures().some(({ sourceLayer }) => sourceLayer === 'yol_dugumu'));
  });
});

test('what the colours of the zoning plan mean is told while it is shown', async () => {
  await onPage('/', async (page) => {
    await untilIdle(page);
    const legend = page.getByRole('list', { name: 'Renklerin anlamı' });
    assert.equal(await legend.count(), 0);
    await page.click('.layers input[name=plan]');
    assert.match(await legend.textContent(), /^KonutTicaret ve hizmet/);
    await page.click('.layers input[name=plan]');
    assert.equal(await legend.count(), 0);
  });
});

test('a layer group is switched off on the map and in the address, and the address brings it back', async () => {
  await onPage('/', async (page) => {
    await untilIdle(page);
    const visible = () => window.kentMap.getLayoutProperty('building', 'visibility') !== 'none';
    assert.equal(await page.evaluate(visible), true);
    await page.click('.layers input[name=buildings]');
    assert.equal(await page.evaluate(visible), false);
    assert.ok(!new URL(page.url()).searchParams.get('layers').split(',').includes('buildings'));
    await page.reload();
    await untilIdle(page);
    assert.equal(await page.evaluate(visible), false);
  });
});

test('on a phone nothing is wider than the screen and the card is a sheet at the bottom', async () => {
  await onPage(
    '/',
    async (page) => {
      await untilIdle(page);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= PHONE.width);
      const { x, y } = await buildingInTheMiddle(page);
      await page.mouse.click(x, y);
      await until(page, cardIsFilled);
      await until(page, () => document.querySelector('.card').getAnimations().length === 0);
      const box = await page.locator('.card').boundingBox();
      assert.equal(Math.round(box.width), PHONE.width);
      assert.equal(Math.round(box.y + box.height), PHONE.height);
      assert.ok(box.height <= PHONE.height * 0.56);
      await until(
        page,
        () =>
          document.querySelector('.maplibregl-ctrl-attrib').getBoundingClientRect().bottom <=
          document.querySelector('.card').getBoundingClientRect().top + 1,
      );
      await page.click('.card-close');
      await until(page, cardIsClosed);
    },
    { viewport: PHONE },
  );
});

test('a card gives way to what is asked for next, and to what "back" leads to', async () => {
  await onPage(
    '/',
    async (page) => {
      await untilIdle(page);
      for (const leave of [() => page.fill('#search', 'park').then(() => page.keyboard.press('Enter')), () => page.goBack()]) {
        const { x, y } = await buildingInTheMiddle(page);
        await page.mouse.click(x, y / 2 + 60);
        await until(page, () => document.querySelector('.card:not([hidden])') !== null);
        await leave();
        await until(page, () => document.querySelector('.card[hidden]') !== null);
        assert.ok(await page.isVisible('.panel'));
      }
    },
    { viewport: PHONE },
  );
});

test('the layers can be switched whatever a phone shows, and the ring tells where the middle is', async () => {
  await onPage(
    '/?show=measure',
    async (page) => {
      await untilIdle(page);
      await page.click('.layers summary');
      const { layers, panel, ring, search, sources } = await page.evaluate(() =>
        Object.fromEntries(
          Object.entries({
            layers: '.layers',
            panel: '.panel',
            ring: '.aim',
            search: '.search',
            sources: '.maplibregl-ctrl-attrib',
          }).map(([name, selector]) => [name, document.querySelector(selector).getBoundingClientRect().toJSON()]),
        ),
      );
      assert.ok(
        layers.top >= search.bottom && layers.bottom <= panel.top,
        `${layers.top}-${layers.bottom} is between ${search.bottom} and ${panel.top}`,
      );
      assert.ok(ring.top > search.bottom && ring.bottom < panel.top, 'the ring is seen');
      assert.ok(sources.bottom <= panel.top + 1, 'release and sources lie over no words');
      await page.click('.panel .primary');
      const [x, y] = await page.evaluate(() => {
        const { x, y } = window.kentMap.project(window.kentMap.getStyle().sources.measure.data.features[0].geometry.coordinates);
        const { left, top } = window.kentMap.getContainer().getBoundingClientRect();
        return [x + left, y + top];
      });
      assert.ok(Math.hypot(x - (ring.left + ring.width / 2), y - (ring.top + ring.height / 2)) < 2, 'the corner is where the ring is');
    },
    { viewport: PHONE },
  );
});

test('at twice the size no button of the map lies under the panel', async () => {
  await onPage(
    '/',
    async (page) => {
      await untilIdle(page);
      const covered = await page.evaluate(
        () =>
          [...document.querySelectorAll('.maplibregl-ctrl-group button')].filter((each) => {
            const { left, top, width, height } = each.getBoundingClientRect();
            return !each.contains(document.elementFromPoint(left + width / 2, top + height / 2));
          }).length,
      );
      assert.equal(covered, 0);
    },
    { viewport: { width: 640, height: 400 } },
  );
});

test('at four times the size the page scrolls as a whole, and what is chosen is seen at once', async () => {
  const isWhole = () => {
    const panel = document.querySelector('.panel');
    return panel.scrollHeight <= panel.clientHeight && document.documentElement.scrollHeight > window.innerHeight;
  };
  const isSeen = () => {
    const { top, bottom } = document.querySelector('.panel h2').getBoundingClientRect();
    return top > 0 && bottom < window.innerHeight;
  };
  await onPage(
    '/?q=park',
    async (page) => {
      await until(page, () => document.querySelector('.panel ol.hits') !== null);
      assert.equal(await page.evaluate(isWhole), true);
      await page.locator('.hits a').last().click();
      await until(page, () => location.search.includes('place=') && document.querySelector('.panel .where') !== null);
      assert.equal(await page.evaluate(isWhole), true);
      assert.equal(await page.evaluate(isSeen), true);
    },
    { viewport: { width: 320, height: 256 }, hasMap: false },
  );
});

test('on paper the words are dark and the map is whole', async () => {
  await onPage('/?near=eczane', async (page) => {
    await untilIdle(page);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('h1')).color), 'rgb(34, 48, 58)');
    const { canvas, search } = await page.evaluate(() => ({
      canvas: document.querySelector('.maplibregl-canvas').getBoundingClientRect().height > 0,
      search: document.querySelector('.search').checkVisibility(),
    }));
    assert.deepEqual({ canvas, search }, { canvas: true, search: false });
  });
});
