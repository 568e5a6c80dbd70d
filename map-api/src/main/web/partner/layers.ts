import { button, element } from '../shared/dom';
import { dayOf, number } from '../shared/format';
import { latest } from '../shared/latest';
import type { Language } from '../shared/messages';
import { field } from '../shared/parts';
import { Downloads } from './download';
import { reason } from './reason';
import type { Catalogue, Door, Layer } from './service';
import type { Say } from './words';

const FORMATS = { gpkg: 'GeoPackage', geojson: 'GeoJSON' } as const;

/** The layers of an agreement: what of them is shared, and whole files of it, of the release that is served or of an earlier one. */
export function layersOf(catalogue: Catalogue, door: Door, language: Language, say: Say): HTMLElement {
  const cards = element('div', { class: 'layers' });
  const show = ({ layers, release }: Catalogue): void =>
    cards.replaceChildren(...layers.map((layer) => card(layer, release, door, language, say)));
  show(catalogue);
  return element(
    'section',
    {},
    element('h2', {}, say('layers.title')),
    ...(catalogue.releases.length > 1 ? earlier(catalogue, (release) => door.catalogue(language, release), show, language, say) : []),
    cards,
  );
}

function earlier(
  { release, releases }: Catalogue,
  read: (release: number) => Promise<Catalogue>,
  show: (catalogue: Catalogue) => void,
  language: Language,
  say: Say,
): HTMLElement[] {
  const told = element('p', { class: 'told', role: 'status' });
  const name = (one: Catalogue['releases'][number]): string =>
    say(one.number === release ? 'layers.served' : 'layers.earlier', { number: one.number, day: dayOf(one.publishedAt, language) });
  const options = releases.map((one) => element('option', { value: String(one.number) }, name(one)));
  const choice = element('select', {}, ...options);
  choice.value = String(release);
  const asked = latest(new AbortController().signal);
  choice.addEventListener('change', () => {
    const chosen = Number(choice.value);
    void asked(() => read(chosen), {
      show: (found) => {
        show(found);
        told.textContent = say('layers.shown', { number: chosen });
      },
      refused: (cause) => {
        told.textContent = say('layers.failed', { detail: reason(cause, say) });
      },
    });
  });
  return [field(say('layers.release'), choice, say('layers.release.hint')), told];
}

function card(layer: Layer, release: number, door: Door, language: Language, say: Say): HTMLElement {
  const where = layer.areaPolicy ? say(`layers.${layer.areaPolicy}`) : say('layers.everywhere');
  const downloads = new Downloads(door, language, say);
  const buttons = Object.entries(FORMATS).map(([suffix, format]) => {
    const made: HTMLButtonElement = button(
      say('layers.download', { format }),
      { class: 'secondary', 'aria-label': `${say('layers.download', { format })}: ${layer.title}` },
      () => downloads.bring(`/exchange/releases/${release}/${layer.type}.${suffix}`, `${layer.type}-${release}.${suffix}`, made),
    );
    return made;
  });
  return element(
    'article',
    { class: 'layer', 'data-layer': layer.type },
    element('h3', {}, layer.title, ' ', element('code', {}, layer.type)),
    element('p', {}, element('b', {}, say('layers.count', { count: number(layer.features, language) })), ' · ', where),
    layer.rows === undefined ? undefined : element('p', {}, say('layers.rows', { rows: layer.rows })),
    element(
      'details',
      {},
      element('summary', {}, say('layers.fields', { count: layer.fields.length })),
      element('ul', {}, ...layer.fields.map((field) => element('li', {}, field.title, ' ', element('code', {}, field.name)))),
    ),
    element('p', { class: 'deeds' }, ...buttons),
    downloads.root,
  );
}
