import { button, element } from '../shared/dom';
import { number, percent } from '../shared/format';
import type { Language, Messages } from '../shared/messages';
import type { PlaceCard, Restriction, Zoning } from './places';
import { type Desk, heading, link, openText } from './views';

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
  return typeof area === 'number'
    ? [element('div', {}, element('dt', {}, say('place.area')), element('dd', {}, `${number(area, language, 2)} m²`))]
    : [];
}

function hoursLine(hours: NonNullable<PlaceCard['hours']>, say: Messages): HTMLElement {
  const state = hours.duty ?? hours.holiday ?? openText(hours.open, say);
  const strong =
    state === '' ? [] : [element('strong', { class: hours.holiday ? 'quiet' : hours.open === false ? 'closed' : 'open' }, state)];
  const text = hours.language ? element('span', { lang: hours.language }, hours.text) : hours.text;
  return element('p', { class: 'hours' }, ...strong, strong.length > 0 && hours.text !== '' ? ' · ' : '', text);
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
  return restrictions.length === 0
    ? []
    : [
        element('h3', {}, say('place.restrictions')),
        element(
          'dl',
          {},
          ...restrictions.map(({ name, share }) =>
            element('div', {}, element('dt', {}, name[language]), element('dd', {}, percent(share, language, 0))),
          ),
        ),
      ];
}

function zoningCard(zoning: Zoning, desk: Desk): HTMLElement {
  const { say, language } = desk;
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
    element('p', { class: 'quiet' }, `${zoning.planTypeName[language]} · ${percent(zoning.share, language, 0)}`),
    element(
      'dl',
      { class: 'figures' },
      ...numbers.flatMap(([label, value]) =>
        value === null ? [] : [element('div', {}, element('dt', {}, label), element('dd', {}, number(value, language)))],
      ),
    ),
  );
}
