import { button, element } from '../shared/dom';
import type { Here, Hit, PositionCard, Spot } from './places';
import { type Desk, distanceText, heading, link } from './views';

/** The form a position is typed into. */
export function positionForm(desk: Desk, text: string, middle: () => Spot): readonly Node[] {
  const { say } = desk;
  const input = element('input', {
    id: 'position',
    name: 'position',
    type: 'text',
    maxlength: '120',
    value: text,
    'aria-describedby': 'position-help',
    autocomplete: 'off',
  });
  const form = element(
    'form',
    { class: 'convert' },
    element('label', { for: 'position' }, say('convert.label')),
    input,
    element('p', { id: 'position-help', class: 'quiet' }, say('convert.help')),
    element(
      'p',
      { class: 'actions' },
      element('button', { type: 'submit', class: 'primary' }, say('convert.go')),
      button(say('convert.middle'), {}, () => desk.go({ view: 'convert', text: written(middle()) })),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    desk.go({ view: 'convert', text: input.value.trim() });
  });
  return [...heading(say('convert.title')), form];
}

/** A position as the box understands it. */
export function written({ longitude, latitude }: Spot): string {
  return `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`;
}

/** The position in every system. */
export function positionRows(desk: Desk, position: PositionCard): HTMLElement {
  const { say } = desk;
  return element(
    'dl',
    { class: 'positions' },
    ...position.systems.map(({ name, system, text }) =>
      element(
        'div',
        {},
        element('dt', {}, `${name} · ${say(`convert.${system}`)}`),
        element(
          'dd',
          {},
          element('code', {}, text),
          button(say('convert.copy'), { 'aria-label': `${say('convert.copy')}: ${text}` }, () => desk.copy(text)),
        ),
      ),
    ),
    ...swap(desk, position),
  );
}

/** Latitude and longitude may have been typed the other way round. */
function swap(desk: Desk, { swapped }: PositionCard): HTMLElement[] {
  return swapped === undefined
    ? []
    : [
        element(
          'div',
          {},
          element('dt', {}, desk.say('convert.swapped')),
          element('dd', {}, link(desk, { view: 'convert', text: swapped }, document.createTextNode(swapped))),
        ),
      ];
}

/** The nearest door, the parcel and the neighbourhood of a position; says so where the city ends. */
export function hereView(desk: Desk, here: Here): readonly Node[] {
  const { say } = desk;
  const found = hitsOf(here);
  return found.length === 0
    ? [element('p', { class: 'note', role: 'note' }, say('here.none'))]
    : [element('h3', {}, say('here.title')), hereList(desk, found)];
}

/** The nearest door, the parcel and the neighbourhood, as far as there are any. */
export function hitsOf({ address, parcel, neighbourhood }: Here): readonly Hit[] {
  return [address, parcel, neighbourhood].flatMap((hit) => hit ?? []);
}

/** What lies at a position as links; a parcel has its zoning beside it. */
export function hereList(desk: Desk, found: readonly Hit[]): HTMLElement {
  return element(
    'ul',
    { class: 'hits' },
    ...found.map((hit) =>
      element(
        'li',
        {},
        link(
          desk,
          { view: 'place', id: hit.id },
          element(
            'span',
            { class: 'hit-text' },
            element('span', { class: 'hit-title' }, hit.title),
            element(
              'span',
              { class: 'hit-where' },
              hit.sort === 'address' ? `${hit.kind} · ${distanceText(hit.distance, desk)}` : hit.kind,
            ),
          ),
        ),
        hit.sort === 'parcel'
          ? element('a', { href: `${hit.path}?lang=${desk.language}`, class: 'hit-page' }, desk.say('place.zoning'))
          : undefined,
      ),
    ),
  );
}
