// A shared map of a type that has areas, lines and points: BASE_URL and MAP_ID name the running service and the map, PLACES one feature of
// each kind with its code and the colour the city's own style gives it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, until } from './browser.mjs';

const origin = new URL(process.env.BASE_URL).origin;
const id = process.env.MAP_ID;
const places = JSON.parse(process.env.PLACES);
let browser;
before(async () => {
  browser = await openBrowser(true);
});
after(() => browser?.close());

test('each kind of geometry has the colour of its class, and its own on the city map', async () => {
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
  await page.goto(`${origin}/tematik/${id}`);
  await until(page, () => document.documentElement.dataset.state === 'ready');
  const { classes } = (await (await fetch(`${origin}/api/thematic/${id}`)).json()).legend;
  assert.equal(places.length, 3);
  for (const place of places) {
    const { colour: theme, label } = classes.find((one) => one.code === place.code);
    for (const [kind, expected] of [
      ['theme', theme],
      ['ground', place.ground],
    ]) {
      await page.evaluate(alone, { kind, place });
      await until(page, () => window.themeMap.loaded() && window.themeMap.areTilesLoaded());
      const colours = await page.evaluate(middle);
      assert.ok(colours.includes(expected), `${kind} ${JSON.stringify(place)}: ${expected} is not among ${colours}`);
      if (kind !== 'theme') continue;
      await page.locator('#map canvas').click();
      assert.equal(await page.textContent('.picked'), label.tr);
    }
  }
});

/** Runs in the page: looks at a place with nothing but the thematic map, or but the type's own layers. */
function alone({ kind, place }) {
  const map = window.themeMap;
  map.jumpTo({ center: [place.lon, place.lat], zoom: 17.5 });
  for (const layer of map.getStyle().layers) {
    if (layer.type === 'background') continue;
    const shown = kind === 'theme' ? layer.source === 'tema' : layer['source-layer'] === 'akarsu' && layer.type !== 'symbol';
    map.setLayoutProperty(layer.id, 'visibility', shown ? 'visible' : 'none');
  }
}

/** Runs in the page: the colours of the pixels around the middle. */
async function middle() {
  const map = window.themeMap;
  const canvas = map.getCanvas();
  const gl = canvas.getContext('webgl2');
  const pixels = new Uint8Array(4 * 9);
  await new Promise((done) => {
    map.once('render', () => {
      gl.readPixels(Math.floor(canvas.width / 2) - 1, Math.floor(canvas.height / 2) - 1, 3, 3, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
      done();
    });
    map.triggerRepaint();
  });
  return Array.from({ length: 9 }, (_, at) => `#${[0, 1, 2].map((i) => pixels[4 * at + i].toString(16).padStart(2, '0')).join('')}`);
}
