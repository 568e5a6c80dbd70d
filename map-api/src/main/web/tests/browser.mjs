// One way to start the machine's Chromium for tests and pictures: no download, software WebGL.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** The same engine without a browser's windows, which nobody sees here: opening a page takes a quarter of the time. */
const WINDOWLESS = '/usr/bin/chromium-headless-shell';
const MACHINES = existsSync(WINDOWLESS) ? WINDOWLESS : '/usr/bin/chromium';

const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];

/** The page around the map is put together faster without the emulated processor; but now and then a part of the map is missing then. */
const UNSEEN = '--disable-gpu-compositing';

const isSeen = ['SHOTS', 'PICTURES', 'PICTURE'].some((name) => process.env[name]);

/** Runs in each page: nobody looks at the map, so it is drawn with a sixteenth of its pixels. Everything lies where it does, and is found there. */
function coarsely() {
  Object.defineProperty(window, 'devicePixelRatio', { value: 0.25 });
}

/** Its readers ask for less motion where a test does not say otherwise: what moves is waited for in vain. */
export async function openBrowser(toBeSeen = isSeen) {
  const args = toBeSeen ? FLAGS : [...FLAGS, UNSEEN];
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? MACHINES, args });
  const open = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await open({ reducedMotion: 'reduce', ...options });
    if (!toBeSeen) await context.addInitScript(coarsely);
    return context;
  };
  return browser;
}

/** Asks the page until the answer is true; the page's content policy forbids Playwright's own waiting by text. */
export async function until(page, question, argument, patience = 30_000) {
  const end = Date.now() + patience;
  while (!(await page.evaluate(question, argument))) {
    if (Date.now() > end) {
      throw new Error(`waited ${patience} ms in vain for: ${question}`);
    }
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** The map is open, every tile is there and drawn, and it stays so: a map may ask for more tiles once its panels have taken their place. */
export async function untilIdle(page) {
  await until(page, () => document.documentElement.dataset.state === 'ready');
  await until(page, async () => {
    const isIdle = () => window.kentMap.loaded() && window.kentMap.areTilesLoaded() && !window.kentMap.isMoving();
    if (!isIdle()) return false;
    await new Promise((done) => setTimeout(done, 50));
    return isIdle();
  });
}
