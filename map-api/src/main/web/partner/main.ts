import { dayOf } from '../shared/format';
import '../shared/fonts.css';
import '../shared/page.css';
import './partner.css';
import { type City, NOWHERE, readCity } from '../shared/city';
import { daysUntil, endOf } from '../shared/days';
import { button, element } from '../shared/dom';
import { number } from '../shared/format';
import { Refusal } from '../shared/http';
import { parseLanguage } from '../shared/messages';
import { submitOnce } from '../shared/once';
import { languageLink, notice, skipLink } from '../shared/parts';
import type { Use } from '../shared/use';
import { calls } from './calls';
import { layersOf } from './layers';
import { reason } from './reason';
import { type Catalogue, Door, isKey } from './service';
import { useOf } from './use';
import { wordsIn } from './words';

/** Where in a sentence the figure stands that is set apart. */
const GAP = '\n';

const language = parseLanguage(location.search);
const say = wordsIn(language);
const SOON = 90;

/** What the page is doing, as `data-state` of the root element: out, loading, failed, in. */
function enter(state: 'out' | 'loading' | 'failed' | 'in'): void {
  document.documentElement.dataset.state = state;
}

async function start(root: HTMLElement): Promise<void> {
  document.documentElement.lang = language;
  const city = await readCity().catch(() => NOWHERE);
  const title = say('app.titleOf', { city: city.name });
  document.title = title;
  const main = element('main', { id: 'content' });
  root.replaceChildren(
    skipLink(say('app.skip'), 'content', () => main.querySelector<HTMLElement>('[tabindex], input')),
    element('header', {}, element('p', { class: 'name' }, title), element('nav', {}, languageLink(language))),
    main,
  );
  const kept = Door.kept();
  await (kept ? open(main, kept, city) : closed(main, city));
}

async function open(main: HTMLElement, door: Door, city: City): Promise<void> {
  enter('loading');
  try {
    const catalogue = await door.catalogue(language);
    show(main, catalogue, await door.use().catch(() => undefined), door, city);
  } catch (cause) {
    if (cause instanceof Refusal && cause.status === 401) {
      door.forget();
      closed(main, city, reason(cause, say));
    } else {
      failed(main, door, city, reason(cause, say));
    }
  }
}

/** The key is one, but nothing can be had for it now: it stays in the tab. */
function failed(main: HTMLElement, door: Door, city: City, told: string): void {
  const retry = button(say('door.retry'), { class: 'primary' }, () => open(main, door, city));
  main.replaceChildren(
    element('div', { class: 'door' }, element('h1', {}, say('door.title')), notice('bad', told), retry, leaving(main, door, city)),
  );
  enter('failed');
  retry.focus();
}

function leaving(main: HTMLElement, door: Door, city: City): HTMLElement {
  return button(say('door.leave'), { class: 'secondary' }, () => {
    door.forget();
    closed(main, city);
  });
}

function closed(main: HTMLElement, city: City, told?: string): void {
  const input = element('input', {
    type: 'password',
    id: 'key',
    name: 'key',
    autocomplete: 'off',
    spellcheck: 'false',
    required: '',
    'aria-describedby': 'key-hint',
  });
  const alert = element('p', { class: 'notice bad', role: 'alert' }, told);
  alert.hidden = told === undefined;
  const form = element(
    'form',
    { class: 'door', novalidate: '' },
    element('h1', {}, say('door.title')),
    element('p', {}, say('door.intro')),
    element('label', { for: 'key' }, say('door.key')),
    input,
    element('small', { id: 'key-hint' }, say('door.keyHint')),
    alert,
    element('button', { type: 'submit', class: 'primary' }, say('door.open')),
  );
  submitOnce(form, () => {
    const key = input.value.trim();
    if (isKey(key)) {
      return open(main, Door.with(key), city);
    }
    alert.textContent = say('door.malformed');
    alert.hidden = false;
    input.focus();
    return undefined;
  });
  main.replaceChildren(form);
  enter('out');
  input.focus();
}

function show(main: HTMLElement, catalogue: Catalogue, use: readonly Use[] | undefined, door: Door, city: City): void {
  const heading = element('h1', { tabindex: '-1' }, say('agreement.title', { number: catalogue.agreement }));
  const map = element('div', { class: 'map' });
  main.replaceChildren(
    element('div', { class: 'top' }, heading, leaving(main, door, city)),
    ...notices(catalogue),
    element('div', { class: 'beside' }, element('section', {}, facts(catalogue), limits(catalogue)), place(map)),
    layersOf(catalogue, door, language, say),
    useOf(use, catalogue.layers, catalogue.agreement, language, say),
    calls(catalogue, location.origin, say),
  );
  enter('in');
  heading.focus();
  void draw(map, catalogue, city);
}

function notices(catalogue: Catalogue): HTMLElement[] {
  const now = new Date();
  const days = daysUntil(endOf(catalogue.until), now);
  const keyDays = daysUntil(new Date(catalogue.keyExpiresAt), now);
  return [
    ...(days <= SOON ? [notice('note', say('agreement.ends', { days }))] : []),
    ...(keyDays <= 30 && keyDays < days ? [notice('note', say('agreement.keyEnds', { days: keyDays }))] : []),
  ];
}

function facts(catalogue: Catalogue): HTMLElement {
  const day = (date: string): string => dayOf(`${date}T12:00:00+03:00`, language);
  const all: [string, string][] = [
    [say('agreement.provider'), catalogue.provider],
    [say('agreement.partner'), catalogue.partner],
    [say('agreement.purpose'), catalogue.purpose],
    [say('agreement.contact'), catalogue.contact],
    [say('agreement.ask'), catalogue.providerContact ?? ''],
    [say('agreement.from'), day(catalogue.from)],
    [say('agreement.until'), day(catalogue.until)],
    [say('agreement.keyUntil'), dayOf(catalogue.keyExpiresAt, language)],
    [say('agreement.release'), String(catalogue.release)],
  ];
  const told = all.filter(([, value]) => value !== '');
  return element('dl', { class: 'facts' }, ...told.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]));
}

function limits({ limits: { perMinute, perMonth, leftInMonth } }: Catalogue): HTMLElement {
  const meter = element('meter', {
    min: '0',
    max: String(perMonth),
    value: String(leftInMonth),
    low: String(perMonth * 0.1),
    'aria-labelledby': 'left',
  });
  const [before = '', after = ''] = say('limits.monthOf', { all: number(perMonth, language), left: GAP }).split(GAP);
  return element(
    'dl',
    { class: 'limits' },
    element(
      'div',
      {},
      element('dt', { id: 'left' }, say('limits.month')),
      element('dd', {}, before, element('b', {}, number(leftInMonth, language)), after, meter),
    ),
    element(
      'div',
      {},
      element('dt', {}, say('limits.minute')),
      element('dd', {}, element('b', {}, number(perMinute, language)), ' ', say('limits.requests')),
    ),
  );
}

function place(map: HTMLElement): HTMLElement {
  return element(
    'section',
    { class: 'place' },
    element('h2', {}, say('map.title')),
    element('p', { class: 'quiet' }, say('map.areas')),
    map,
  );
}

/** The map is brought when the words are there already. */
async function draw(container: HTMLElement, catalogue: Catalogue, city: City): Promise<void> {
  try {
    const { openAreaMap } = await import('./areaMap');
    await openAreaMap(container, catalogue.layers, city, say('map.title'));
  } catch (cause) {
    console.warn(cause);
    container.replaceChildren(notice('note', say('map.none')));
  }
}

const root = document.getElementById('app');
if (root) {
  void start(root);
}
