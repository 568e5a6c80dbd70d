// The address registry at the desk in a real browser: BASE_URL=… ACCOUNT=… PASSWORD=… node --test tests/registry.test.mjs
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertUsable } from './accessible.mjs';
import { openBrowser, until } from './browser.mjs';

const { BASE_URL: base, ACCOUNT: account, PASSWORD: password, SHOTS: shots } = process.env;
assert.ok(base && account && password, 'BASE_URL, ACCOUNT and PASSWORD name the service and who signs in');

let browser;
let page;
before(async () => {
  browser = await openBrowser();
  page = await (await browser.newContext({ viewport: { width: 1500, height: 1000 }, locale: 'tr-TR' })).newPage();
});
after(() => browser?.close());

async function seen(name) {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
  await assertUsable(page, name, '.maplibregl-map');
}

const open = (path) => page.goto(`${base}/desk/${path}`);

/** Opens the first conflict about doors of a kind, or the one with a number on its door; gives the conflict's own number. */
async function conflict(kind, door = '') {
  await open('registry/conflicts');
  await page.getByLabel('Tür', { exact: true }).selectOption(kind);
  const listed = page.waitForResponse((answer) => answer.url().includes(`kind=${kind}&level=door`));
  await page.getByLabel('Düzey', { exact: true }).selectOption('door');
  await listed; // a list that comes later would empty the form again
  await until(
    page,
    (wanted) => {
      const rows = [...document.querySelectorAll('.conflicts button')];
      return rows.length > 0 && rows.every((row) => row.textContent.startsWith(wanted) && row.textContent.includes('Kapı no'));
    },
    kind,
  );
  if (door) await page.locator('.conflicts button').filter({ hasText: door }).click();
  await until(
    page,
    ([wanted, number]) => {
      const head = document.querySelector('.conflict h2')?.textContent ?? '';
      const pressed = document.querySelector('.conflicts button[aria-pressed=true]')?.textContent ?? '';
      return head.startsWith(wanted) && pressed.includes(number);
    },
    [kind, door],
  );
  return page.locator('.conflicts button[aria-pressed=true]').getAttribute('data-number');
}

async function decide(kind, button, door = '') {
  const number = await conflict(kind, door);
  await page.getByLabel('Gerekçe', { exact: true }).fill('sahada bakıldı');
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByText(`${number} no.lu uyuşmazlık karara bağlandı.`).waitFor();
  await page.locator(`.conflicts button[data-number="${number}"]`).waitFor({ state: 'detached' });
  return number;
}

test('a numbering officer reads the registry and finds what disagrees', async () => {
  await open('registry');
  await page.getByLabel('Kullanıcı adı', { exact: true }).fill(account);
  await page.getByLabel('Parola', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Giriş yap', exact: true }).click();
  await page.getByRole('button', { name: 'UAVT’den oku ve karşılaştır' }).click();
  await page.getByText(/UAVT’den okuma: bitti/).waitFor({ timeout: 120_000 });
  assert.match(await page.locator('.cards').textContent(), /%\d/);
  await seen('registry-status');
  await page
    .getByRole('button', { name: /karşılaştırılamayanlar$/ })
    .first()
    .click();
  await page
    .locator('.held tbody tr')
    .filter({ hasText: '9920' })
    .filter({ hasText: 'yol yönü' })
    .locator('a[href*="/records/numarataj/"]')
    .waitFor();
  await seen('registry-left-out');
});

test('a conflict stands side by side, with both places on the map', async () => {
  await conflict('C11');
  const differing = page.locator('.sides tr.differs').first();
  const [ours, theirs] = await differing.locator('td').allTextContents();
  assert.ok(ours !== theirs && [ours, theirs].includes('9901'), `${ours} and ${theirs}`);
  await page.locator('.conflict a[href*="/records/numarataj/"]').waitFor();
  await until(page, () => window.deskMap?.loaded() === true && document.querySelectorAll('.maplibregl-marker').length === 2);
  await seen('registry-conflicts');
});

test('the registry is accepted, ours is sent, two are linked, one is left as it is', async () => {
  await decide('C11', 'UAVT’dekini bize al');
  await until(page, () => document.activeElement.matches('.conflict h2, .told')); // the keyboard goes on with the next one, if there is one
  await decide('C04', 'UAVT’ye ekle', '9914');
  await page.locator('.told').getByText('İletisi gönderilmeyi bekliyor').getByRole('link', { name: 'Giden kutusu' }).waitFor();
  await decide('C03', 'Yok say', '9902');
  await conflict('C16');
  assert.deepEqual(
    await page.locator('.conflict .decide button').allTextContents(),
    ['Eşleştir', 'Yok say'],
    'several candidates: somebody must choose',
  );
  await until(page, () => document.querySelectorAll('.pin.on-map').length === 2);
  assert.equal(await page.locator('.candidates input:checked').count(), 0, 'nothing is chosen beforehand');
  await page.locator('.pin.on-map').nth(1).focus();
  await page.keyboard.press('Enter');
  assert.deepEqual(await page.locator('.candidates input').evaluateAll((all) => all.map((one) => one.checked)), [false, true]);
  await page.keyboard.press('Tab');
  await page.locator('.candidates input').first().focus();
  await page.keyboard.press('Space');
  await until(page, () => document.querySelectorAll('.pin.on-map')[0].getAttribute('aria-pressed') === 'true');
  await seen('registry-candidates');
  const number = await page.locator('.conflicts button[aria-pressed=true]').getAttribute('data-number');
  await page.getByLabel('Gerekçe', { exact: true }).fill('sahada bakıldı');
  await page.getByRole('button', { name: 'Eşleştir', exact: true }).click();
  await page.getByText(`${number} no.lu uyuşmazlık karara bağlandı.`).waitFor();
  await until(page, () => document.querySelectorAll('.conflicts .badge').length === 0);
});

test('a verdict that cannot be carried out says why', async () => {
  const number = await conflict('C03', '9903');
  await page.getByLabel('Gerekçe', { exact: true }).fill('denendi');
  await page.getByLabel('Eşleşecek UAVT kodu ya da nesne no').fill('');
  await page.getByRole('button', { name: 'Eşleştir', exact: true }).click();
  assert.match(await page.getByRole('alert').textContent(), new RegExp(`^${number}: Belediyenin hangi nesnesi`));
  await seen('registry-refused');
});

test('what only the registry has is retired there or added here, and the buttons say so', async () => {
  await conflict('C03', '9903');
  assert.deepEqual(await page.locator('.conflict .decide button').allTextContents(), [
    'Bizim verilerimize ekle',
    'UAVT’de kapattır',
    'Eşleştir',
    'Yok say',
  ]);
});

test('many are decided at once with one reason, after a look at how many they are', async () => {
  const number = await conflict('C03', '9905');
  const ticked = page.locator('.conflicts input:checked');
  await page.getByLabel(`${number} no.lu uyuşmazlığı seç`).check();
  await page.getByText('1 uyuşmazlık seçildi').waitFor();
  await page.getByRole('button', { name: 'Bu yolda aynı türdekilerin tümünü seç' }).click();
  await page.getByText('3 uyuşmazlık seçildi').waitFor();
  assert.equal(await ticked.count(), 3);
  await page.getByLabel('Seçilenlerin ortak gerekçesi').fill('toplu karar');
  await page.getByRole('button', { name: 'Seçilenlerde bizimkini gönder' }).click();
  await page.getByRole('dialog').getByText('C03 · UAVT’de var, bizde yok (3): UAVT’de kapattır').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Seçilenleri yok say' }).click();
  await page.getByRole('dialog', { name: /^3 uyuşmazlık/ }).waitFor();
  await seen('registry-bulk');
  await page.keyboard.press('Escape');
  assert.equal(await ticked.count(), 3, 'nothing happens before somebody says so');
  await page.getByRole('button', { name: 'Seçilenleri yok say' }).click();
  await page.getByRole('button', { name: '3 uyuşmazlığı karara bağla' }).click();
  await page.getByText('3 uyuşmazlık karara bağlandı, 0 uyuşmazlık olduğu gibi kaldı.').waitFor();
  await page.locator('.bulk').waitFor({ state: 'hidden' });
});

test('what was decided is handed to people, said to be typed in, with people again, taken back, and is a conflict again', async () => {
  await open('registry/worklist');
  await page.getByRole('button', { name: 'Bekleyenleri elle girilmek üzere ayır' }).click();
  await page.getByText('1 ileti elle girilmek üzere ayrıldı').waitFor();
  await page.getByLabel('Seç: Ekle: Kapı no 9914').check();
  await seen('registry-entered');
  await page.getByRole('button', { name: '1 iletiyi girildi say' }).click();
  await page.getByText('1 ileti girildi sayıldı').waitFor();
  await page.getByText('Elle girilecek bir şey yok.').waitFor();
  await open('registry/outbox');
  await page.locator('tbody tr').filter({ hasText: 'girildi dendi' }).waitFor();
  await page.getByRole('button', { name: 'Tümünü seç' }).click();
  await page.getByLabel('Gerekçe', { exact: true }).fill('yanlış satır');
  await seen('registry-take-back');
  await page.getByRole('button', { name: '1 iletiyi geri al' }).click();
  await page.getByText('1 ileti geri alındı').waitFor();
  await page.locator('tbody tr').filter({ hasText: 'Geri alındı: yanlış satır' }).waitFor();
  await open('registry/worklist');
  await page.getByLabel('Seç: Ekle: Kapı no 9914').waitFor();
  await open('registry/outbox');
  await page.getByRole('button', { name: 'Tümünü seç' }).click();
  await page.getByLabel('Gerekçe', { exact: true }).fill('vazgeçildi');
  await page.getByRole('button', { name: '1 iletiyi geri al' }).click();
  await page.locator('tbody tr').filter({ hasText: 'Geri alındı: vazgeçildi' }).waitFor();
  await open('registry');
  await page.getByText(/Karşılaştırma: bitti/).waitFor({ timeout: 60_000 });
  await decide('C04', 'UAVT’ye ekle', '9914');
});

test('what was decided waits in the outbox and on the work list, is sent, and is told', async () => {
  await open('registry/worklist');
  await page.locator('tbody tr').filter({ hasText: 'sahada bakıldı' }).first().waitFor();
  await seen('registry-worklist');
  await open('registry');
  await page.getByRole('button', { name: 'Bekleyenleri gönder (1)' }).click();
  await page.getByText(/UAVT’ye gönderme: bitti \(1 \/ 1\)/).waitFor({ timeout: 60_000 });
  await open('registry/outbox');
  await page.locator('tbody tr').filter({ hasText: 'alındı dendi' }).waitFor();
  assert.match(
    await page.locator('tbody tr').first().textContent(),
    /^Ekle: Kapı no 9914 \(\d+\)/,
    'a new door stays one, also with the code it got',
  );
  await seen('registry-outbox');
  await open('registry/worklist');
  await page.getByText('Elle girilecek bir şey yok.').waitFor();
});

test('a reading that would end much is looked at and accepted with a reason', async () => {
  await page.request.post(`${process.env.CONTROL}/faults?mode=F20_MASS_RETIRE&operation=NumaratajListele&times=1000`);
  await open('registry');
  await page.getByRole('button', { name: 'UAVT’den oku ve karşılaştır' }).click();
  await page.getByText(/okuması onay bekliyor/).waitFor({ timeout: 120_000 });
  await page.locator('button[data-held]').first().click();
  await page.getByRole('heading', { name: /bekletilen okuma/ }).waitFor();
  await seen('registry-held');
  await page.locator('.held').getByLabel('Gerekçe', { exact: true }).fill('mahalle yeniden numaralandı');
  await page.getByLabel('Kapanacak kayıtlara baktım; bu okuma doğrudur.').check();
  await page.getByRole('button', { name: 'Okumayı kabul et' }).click();
  await page.getByText(/Karşılaştırma: bitti/).waitFor({ timeout: 60_000 });
  await conflict('C15');
});
