import { withLanguage } from '../shared/address';
import { element } from '../shared/dom';
import type { MessageKey } from '../shared/messages';
import type { Here, Kind, Spot } from './places';
import { written } from './positionView';
import { signOf } from './signs';
import type { State } from './state';
import { type Desk, heading, link } from './views';

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
      element('a', { href: withLanguage('/ogc/collections', desk.language) }, say('app.data')),
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
  ].filter((text) => text !== undefined);
  return element(
    'p',
    { class: 'quiet examples' },
    say('home.examples'),
    ' ',
    ...texts.flatMap((text, i) => [i === 0 ? '' : ' · ', link(desk, { view: 'results', text }, document.createTextNode(text))]),
  );
}

function task(desk: Desk, sign: string, key: MessageKey, state: State): HTMLElement {
  return element('li', {}, link(desk, state, signOf(sign), element('span', {}, desk.say(key))));
}
