import { button, element } from '../shared/dom';
import type { Language, MessageKey, Messages } from '../shared/messages';
import type { Duty, Here, Hit, Kind, PlaceCard, Restriction, Spot, Turn, Zoning } from './places';
import { written } from './positionView';
import { signOf } from './signs';
import { type State, withState } from './state';

/** What every view of the panel works with. */
export interface Desk {
  readonly say: Messages;
  readonly language: Language;
  go(state: State): void;
  copy(text: string): void;
}

/** Kinds a citizen asks for most, shown first where the city has them. */
const FIRST_KINDS = [
  'eczane',
  'park',
  'durak',
  'hastane',
  'aileSagligiMerkezi',
  'parking',
  'kutuphane',
  'muhtarlik',
  'ptt',
  'cocukOyunAlani',
  'kres',
  'sporTesisi',
];

export function heading(text: string, kind?: string): HTMLElement[] {
  return [...(kind ? [element('p', { class: 'card-kind' }, kind)] : []), element('h2', { tabindex: '-1' }, text)];
}

export function homeView(desk: Desk, middle: Spot, kinds: readonly Kind[], here: Here): Node[] {
  const { say } = desk;
  const shown = FIRST_KINDS.flatMap((code) => kinds.filter((kind) => kind.code === code));
  return [
    ...heading(say('home.title')),
    element(
      'ul',
      { class: 'tasks' },
      task(desk, 'duty', 'tasks.duty', { view: 'duty' }),
      task(desk, 'measure', 'tasks.measure', { view: 'measure', corners: [] }),
      task(desk, 'convert', 'tasks.convert', { view: 'convert', text: '' }),
    ),
    ...(shown.length > 0 ? [element('h3', {}, say('home.near'))] : []),
    element(
      'ul',
      { class: 'chips' },
      ...shown.map((kind) =>
        element('li', {}, link(desk, { view: 'near', kind: kind.code }, signOf(kind.code), element('span', {}, kind.name))),
      ),
    ),
    examples(desk, middle, here),
    element(
      'p',
      { class: 'quiet' },
      say('app.disclaimer'),
      ' ',
      element('a', { href: '/ogc/collections' }, say('app.data')),
      ' · ',
      element('a', { href: '/api/guide/openapi' }, 'API'),
      ' · ',
      element('a', { href: '/licences.txt' }, say('app.licences')),
    ),
  ];
}

/** Searches that find something in this very city. */
function examples(desk: Desk, middle: Spot, here: Here): HTMLElement {
  const { say } = desk;
  const door = here.address && here.neighbourhood ? here.address.title : undefined;
  const texts = [
    door,
    here.parcel?.title,
    say('home.example.duty'),
    say('home.example.near'),
    ...(here.neighbourhood ? [written(middle)] : []),
  ];
  return element(
    'p',
    { class: 'quiet examples' },
    say('home.examples'),
    ' ',
    ...texts.flatMap((text, i) =>
      text === undefined ? [] : [i === 0 ? '' : ' · ', link(desk, { view: 'results', text }, document.createTextNode(text))],
    ),
  );
}

function task(desk: Desk, sign: string, key: MessageKey, state: State): HTMLElement {
  return element('li', {}, link(desk, state, signOf(sign), element('span', {}, desk.say(key))));
}

/** A link to a state of this page: real, so that it can be opened elsewhere or shared. */
export function link(desk: Desk, state: State, ...content: Node[]): HTMLElement {
  const made = element('a', { href: `/${withState(location.search, state)}` }, ...content);
  made.addEventListener('click', (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      desk.go(state);
    }
  });
  return made;
}

/** A list of places as it is shown; `locate` sorts it by the reader's own position. */
export interface Listed {
  readonly title: string;
  readonly hits: readonly Hit[];
  readonly note: string;
  readonly locate?: () => void;
}

export function resultsView(desk: Desk, { title, hits, note, locate }: Listed): Node[] {
  const pharmacies = hits[0]?.code === 'eczane' && hits.some((hit) => hit.open === false);
  return [
    ...heading(title),
    element('p', { class: 'quiet' }, note),
    ...locateRow(desk, locate, ...(pharmacies ? [link(desk, { view: 'duty' }, document.createTextNode(desk.say('duty.title')))] : [])),
    element('ol', { class: 'hits' }, ...hits.map((hit, i) => element('li', {}, hitLink(desk, hit, i + 1)))),
  ];
}

function locateRow(desk: Desk, locate: (() => void) | undefined, ...others: Node[]): HTMLElement[] {
  const own = locate ? [button(desk.say('near.own'), {}, locate)] : [];
  return own.length + others.length === 0 ? [] : [element('p', { class: 'actions' }, ...own, ...others)];
}

/** No place of a kind is published. */
export function nowhere({ say }: Desk): Node[] {
  return [...heading(say('near.none')), element('p', {}, say('near.noneHelp'))];
}

function hitLink(desk: Desk, hit: Hit, number: number): HTMLElement {
  const where = [hit.kind, hit.where].filter((text) => text !== '').join(' · ');
  return link(
    desk,
    { view: 'place', id: hit.id },
    element('span', { class: 'number', 'aria-hidden': 'true' }, String(number)),
    element(
      'span',
      { class: 'hit-text' },
      element('span', { class: 'hit-title' }, hit.title),
      element('span', { class: 'hit-where' }, where),
      element(
        'span',
        { class: 'hit-more' },
        [distanceText(hit.distance, desk), openText(hit.open, desk.say)].filter((text) => text !== '').join(' · '),
      ),
    ),
  );
}

export function distanceText(metres: number | undefined, desk: Desk): string {
  if (metres === undefined) {
    return '';
  }
  const far = metres >= 1000;
  const rounded = far ? metres / 1000 : Math.max(10, Math.round(metres / 10) * 10);
  const text = new Intl.NumberFormat(desk.language === 'tr' ? 'tr-TR' : 'en-GB', { maximumFractionDigits: far ? 1 : 0 }).format(rounded);
  return `${text} ${far ? 'km' : 'm'}`;
}

function openText(open: boolean | undefined, say: Messages): string {
  return open === undefined ? '' : say(open ? 'place.open' : 'place.closed');
}

export function placeView(desk: Desk, place: PlaceCard): Node[] {
  const { say } = desk;
  const page = `${place.path}?lang=${desk.language}`;
  return [
    ...heading(place.title, place.kind),
    element('p', { class: 'where' }, place.where),
    ...(place.hours ? [hoursLine(place.hours, say)] : []),
    element(
      'p',
      { class: 'actions' },
      element('a', { href: page, class: 'primary' }, say(place.sort === 'parcel' ? 'place.zoning' : 'place.page')),
      ...(place.sort === 'parcel' ? [element('a', { href: `${page}&f=pdf`, type: 'application/pdf' }, 'PDF')] : []),
      button(say('place.share'), {}, () => desk.copy(new URL(place.path, location.href).href)),
    ),
    ...(place.parcel?.zoning ?? []).slice(0, 3).map((zoning) => zoningCard(zoning, desk)),
    ...restrictionRows(place.parcel?.restrictions ?? [], desk),
    element(
      'dl',
      {},
      ...areaRow(place, desk),
      ...place.facts
        .filter(({ key }) => key !== 'hours')
        .map((fact) =>
          element('div', {}, element('dt', {}, fact.label), element('dd', {}, told(fact.key, fact.value, place, desk.language))),
        ),
    ),
    element(
      'p',
      {},
      link(
        desk,
        { view: 'convert', text: `${place.latitude.toFixed(6)}, ${place.longitude.toFixed(6)}` },
        element('span', {}, say('place.position')),
      ),
    ),
    element('p', { class: 'quiet' }, say('app.disclaimer')),
  ];
}

/** A parcel's registered area. */
function areaRow({ parcel }: PlaceCard, { say, language }: Desk): HTMLElement[] {
  const area = parcel?.area;
  const text = (metres: number): string =>
    `${new Intl.NumberFormat(language === 'tr' ? 'tr-TR' : 'en-GB', { maximumFractionDigits: 2 }).format(metres)} m²`;
  return typeof area === 'number' ? [element('div', {}, element('dt', {}, say('place.area')), element('dd', {}, text(area)))] : [];
}

function hoursLine(hours: NonNullable<PlaceCard['hours']>, say: Messages): HTMLElement {
  const state = hours.duty ?? openText(hours.open, say);
  const strong = state === '' ? [] : [element('strong', { class: hours.open === false ? 'closed' : 'open' }, state)];
  return element('p', { class: 'hours' }, ...strong, strong.length > 0 && hours.text !== '' ? ' · ' : '', hours.text);
}

function told(key: string, value: string, place: PlaceCard, language: Language): Node {
  if (key === 'phone') {
    return element('a', { href: `tel:${value.replace(/[^+\d]/g, '')}` }, value);
  }
  if (key === 'web' && /^https?:\/\//.test(value)) {
    return element('a', { href: value, rel: 'noopener' }, value);
  }
  if (key === 'parcel' && place.parcelPath) {
    return element('a', { href: `${place.parcelPath}?lang=${language}` }, value);
  }
  return document.createTextNode(value);
}

function restrictionRows(restrictions: readonly Restriction[], { say, language }: Desk): HTMLElement[] {
  const percent = new Intl.NumberFormat(language === 'tr' ? 'tr-TR' : 'en-GB', { style: 'percent' });
  return restrictions.length === 0
    ? []
    : [
        element('h3', {}, say('place.restrictions')),
        element(
          'dl',
          {},
          ...restrictions.map(({ name, share }) =>
            element('div', {}, element('dt', {}, name[language]), element('dd', {}, percent.format(share))),
          ),
        ),
      ];
}

function zoningCard(zoning: Zoning, desk: Desk): HTMLElement {
  const { say, language } = desk;
  const locale = language === 'tr' ? 'tr-TR' : 'en-GB';
  const numbers: readonly (readonly [string, number | null])[] = [
    ['TAKS', zoning.coverage],
    ['KAKS', zoning.floorArea],
    [say('zoning.floors'), zoning.floors],
    [say('zoning.height'), zoning.height],
  ];
  return element(
    'div',
    { class: 'zoning' },
    element('h3', {}, zoning.useName[language]),
    element(
      'p',
      { class: 'quiet' },
      `${zoning.planTypeName[language]} · ${new Intl.NumberFormat(locale, { style: 'percent' }).format(zoning.share)}`,
    ),
    element(
      'dl',
      { class: 'figures' },
      ...numbers.flatMap(([label, value]) =>
        value === null
          ? []
          : [element('div', {}, element('dt', {}, label), element('dd', {}, new Intl.NumberFormat(locale).format(value)))],
      ),
    ),
  );
}

/** Who is on duty, or who is next; `from` says where the distances begin. */
export function dutyView(desk: Desk, duty: Duty, from: string, locate?: () => void): Node[] {
  const { say } = desk;
  const isNow = duty.onDuty.length > 0;
  const all = isNow ? duty.onDuty : duty.next;
  const note = isNow ? say('duty.now', { count: all.length }) : say(all.length > 0 ? 'duty.later' : 'duty.unknown');
  return [
    ...heading(say('duty.title')),
    element('p', isNow ? { class: 'quiet' } : {}, isNow ? `${note} ${from}` : note),
    ...(isNow || from === '' ? [] : [element('p', { class: 'quiet' }, from)]),
    ...locateRow(desk, all.length > 1 ? locate : undefined),
    turns(desk, all, isNow ? untilText : spanText),
  ];
}

function turns(desk: Desk, all: readonly Turn[], text: (desk: Desk, turn: Turn) => string): HTMLElement {
  return element(
    'ol',
    { class: 'hits' },
    ...all.map((turn, i) =>
      element(
        'li',
        {},
        hitLink(desk, onDuty(turn), i + 1),
        element(
          'p',
          { class: 'turn' },
          element('span', {}, text(desk, turn)),
          ...(turn.phone ? [element('a', { href: `tel:${turn.phone.replace(/[^+\d]/g, '')}` }, turn.phone)] : []),
        ),
      ),
    ),
  );
}

function untilText(desk: Desk, { until }: Turn): string {
  return desk.say('duty.until', { time: timeText(desk, until) });
}

function spanText(desk: Desk, { from, until }: Turn): string {
  return `${timeText(desk, from)} – ${timeText(desk, until)}`;
}

function timeText({ language }: Desk, moment: string): string {
  const format = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Istanbul' } as const;
  return new Intl.DateTimeFormat(language === 'tr' ? 'tr-TR' : 'en-GB', format).format(new Date(moment));
}

/** With its street in place of what all of them are; its usual hours say nothing while it is on duty. */
function onDuty({ pharmacy: { open: _, ...hit }, address }: Turn): Hit {
  return address === undefined ? hit : { ...hit, kind: '', where: address };
}
