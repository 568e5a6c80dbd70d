// The desk in a real browser: BASE_URL=… ACCOUNT_desktop=<password of yeni-desktop> ACCOUNT_phone=… node --test tests/desk.test.mjs
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertUsable } from './accessible.mjs';
import { openBrowser, until } from './browser.mjs';

const base = process.env.BASE_URL;
assert.ok(base, 'BASE_URL names the running service');
const origin = new URL(base).origin;
const SCREENS = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };
const OWN = 'uzun ve kolay bir cümle';
/** A folder for pictures of each page, when somebody wants to look. */
const pictures = process.env.PICTURES;

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

for (const [screen, viewport] of Object.entries(SCREENS)) {
  test(`an administrator's first day, ${viewport.width} pixels wide`, async () => {
    const context = await browser.newContext({ viewport });
    try {
      const page = await context.newPage();
      const errors = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      await page.goto(`${origin}/desk`);
      await wayIn(page, screen);
      await ownPassword(page, screen);
      await pages(page, screen);
      await sessionEnds(page, screen);
      await slowPage(page);
      await out(page);
      assert.deepEqual(errors, [], 'errors of the page');
    } finally {
      await context.close();
    }
  });
}

/** A page the service is slow to fill says that it is being loaded, and no more once it is there. */
async function slowPage(page) {
  await page.route('**/api/desk/overview', async (route) => {
    await until(page, () => document.querySelector('main')?.textContent.includes('Yükleniyor…'));
    await route.continue();
  });
  await page.goto(`${origin}/desk`);
  await page.getByText('Yayındaki temalar').waitFor();
  assert.equal(await page.getByText('Yükleniyor…').count(), 0);
  await page.unroute('**/api/desk/overview');
}

async function wayIn(page, screen) {
  await state(page, 'out');
  await usable(page, screen, 'sign-in');
  await page.click('a.language');
  await until(page, () => document.documentElement.lang === 'en' && document.documentElement.dataset.state === 'out');
  await usable(page, screen, 'sign-in-en');
  await page.click('a.language');
  await until(page, () => document.documentElement.lang === 'tr' && document.documentElement.dataset.state === 'out');
  await signIn(page, screen, 'yanlış parola');
  await until(page, () => document.querySelector('[role=alert]')?.textContent === 'Kullanıcı adı ya da parola yanlış.');
  await usable(page, screen, 'refused');
  await signIn(page, screen, process.env[`ACCOUNT_${screen}`]);
  await state(page, 'in');
}

async function signIn(page, screen, password) {
  await page.fill('input[autocomplete=username]', `yeni-${screen}`);
  await page.fill('input[autocomplete=current-password]', password);
  await page.click('form.sign-in button.primary');
}

/** The password somebody else made opens nothing but the page where it is changed. */
async function ownPassword(page, screen) {
  await page.goto(`${origin}/desk/staff`);
  await shown(page, 'account');
  await usable(page, screen, 'forced');
  await page.fill('input[autocomplete=current-password]', process.env[`ACCOUNT_${screen}`]);
  for (const input of await page.$$('input[autocomplete=new-password]')) {
    await input.fill(OWN);
  }
  await page.click('form button.primary');
  await shown(page, 'staff');
}

async function pages(page, screen) {
  await usable(page, screen, 'staff');
  for (const path of ['', 'audit', 'account']) {
    await follow(page, screen, path);
    await usable(page, screen, path || 'overview');
  }
  await ownKey(page, screen);
  await until(page, () => window.deskMap?.loaded() === true);
  await follow(page, screen, 'audit');
  await searched(page, screen);
}

/** A key for a program is shown once and can be ended. */
async function ownKey(page, screen) {
  await page.getByLabel('Ne için').fill('QGIS');
  await page.getByRole('button', { name: 'Anahtar oluştur' }).click();
  await page.locator('code.key').waitFor();
  assert.match(await page.locator('code.key').textContent(), /^kent_[0-9a-f]{8}_/);
  await usable(page, screen, 'account-key');
  await page.getByRole('button', { name: 'İptal et: QGIS' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'İptal et' }).click();
  await page.getByText('“QGIS” anahtarı iptal edildi.').waitFor();
}

async function searched(page, screen) {
  await page.selectOption('select[name=action]', 'staff.password');
  await page.fill('input[name=caller]', `yeni-${screen}`);
  await page.click('form[role=search] button');
  await until(
    page,
    () => document.querySelectorAll('tbody tr').length === 1 && document.querySelector('tbody code').textContent === 'staff.password',
  );
  await usable(page, screen, 'audit-found');
  assert.match(page.url(), /action=staff\.password/);
}

/** The session ends while somebody types: the page waits unseen, and goes on with all that was typed. */
async function sessionEnds(page, screen) {
  await page.fill('input[name=subject]', `yeni-${screen}`);
  await page.context().clearCookies();
  await page.click('form[role=search] button');
  await until(page, () => document.querySelector('dialog[open] form.sign-in') !== null);
  await usable(page, screen, 'ended');
  await signIn(page, screen, OWN);
  await until(page, () => document.querySelector('dialog') === null);
  assert.equal(await page.inputValue('input[name=subject]'), `yeni-${screen}`);
  await page.fill('input[name=subject]', '');
  await page.click('form[role=search] button');
  await until(page, () => document.querySelectorAll('tbody tr').length === 1);
}

/** Through the navigation, which a phone has behind a button. */
async function follow(page, screen, path) {
  if (screen === 'phone') {
    await page.click('header button.menu');
    await usable(page, screen, 'menu');
  }
  await page.click(`nav a[data-page="${path}"]`);
  await shown(page, path || 'overview');
  assert.equal(await page.getAttribute('header button.menu', 'aria-expanded'), 'false');
}

async function out(page) {
  await page.click('header button.quiet-button');
  await state(page, 'out');
  assert.equal(await page.evaluate(async () => (await fetch('/api/desk/me')).status), 401);
}

async function usable(page, screen, name) {
  if (pictures) {
    await page.screenshot({ path: `${pictures}/${screen}-${name}.png` });
  }
  await assertUsable(page, name);
}

const state = (page, wanted) => until(page, (name) => document.documentElement.dataset.state === name, wanted);
const shown = (page, wanted) => until(page, (name) => document.documentElement.dataset.page === name, wanted);
