// A shared thematic map in a real browser: BASE_URL and MAP_ID name the running service and the map, VALUES a file with the value of
// each feature's number as the table has it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { openBrowser, until } from './browser.mjs';

const origin = new URL(process.env.BASE_URL).origin;
const id = process.env.MAP_ID;
let browser;
before(async () => {
  browser = await openBrowser(true);
});
after(() => browser?.close());

test('what the page draws is what the legend says', async () => {
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
  await page.goto(`${origin}/tematik/${id}`);
  await until(page, () => document.documentElement.dataset.state === 'ready');
  await page.evaluate(async () => {
    const map = window.themeMap;
    map.jumpTo({ center: map.getCenter(), zoom: 17.5 });
    for (const layer of map.getStyle().layers) {
      if (layer.source !== 'tema' && layer.type !== 'background') map.setLayoutProperty(layer.id, 'visibility', 'none');
    }
  });
  await until(page, () => window.themeMap.loaded() && window.themeMap.areTilesLoaded());
  if (process.env.PICTURE) await page.screenshot({ path: process.env.PICTURE });
  const samples = await page.evaluate(sampled);
  const legend = (await (await fetch(`${origin}/api/thematic/${id}`)).json()).legend;
  assert.ok(samples.length >= 15, `only ${samples.length} pixels well inside a feature`);
  const values = JSON.parse(readFileSync(process.env.VALUES, 'utf8'));
  for (const { feature, number, colour } of samples) {
    assert.equal(number, classOf(values[feature], legend.classes), `feature ${feature} of value ${values[feature]}`);
    const expected = number === null ? legend.noData.colour : legend.classes[number].colour;
    assert.equal(colour, expected, `class ${number}`);
  }
});

function classOf(value, classes) {
  return value === undefined ? null : classes.findIndex((one) => value <= one.to);
}

test('a browser that draws no map shows the legend all the same', async () => {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.goto(`${origin}/tematik/${id}`);
  await until(page, () => document.documentElement.dataset.state === 'no-map');
  assert.ok((await page.locator('#legend li').count()) > 1);
  assert.match(await page.textContent('#map'), /PDF/);
});

/** Runs in the page: class numbers and colours at pixels whose surroundings belong to one feature. */
async function sampled() {
  const map = window.themeMap;
  const canvas = map.getCanvas();
  const gl = canvas.getContext('webgl2');
  const pixels = new Uint8Array(canvas.width * canvas.height * 4);
  await new Promise((done) => {
    map.once('render', () => {
      gl.readPixels(0, 0, canvas.width, canvas.height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
      done();
    });
    map.triggerRepaint();
  });
  const layers = ['tema-polygon-fill'];
  const found = [];
  for (let y = 20; y < canvas.height - 20; y += 23) {
    for (let x = 20; x < canvas.width - 20; x += 23) {
      const around = [
        [0, 0],
        [-4, -4],
        [4, -4],
        [-4, 4],
        [4, 4],
      ].map(([dx, dy]) => map.queryRenderedFeatures([x + dx, y + dy], { layers }));
      if (!around.every((hit) => hit.length === 1 && hit[0].id === around[0][0].id)) continue;
      const at = 4 * ((canvas.height - 1 - y) * canvas.width + x);
      const colour = `#${[0, 1, 2].map((i) => pixels[at + i].toString(16).padStart(2, '0')).join('')}`;
      found.push({ feature: around[0][0].id, number: around[0][0].properties.sinif ?? null, colour });
    }
  }
  return found;
}
