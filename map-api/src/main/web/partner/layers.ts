import { button, element } from '../shared/dom';
import { number } from '../shared/format';
import type { Language } from '../shared/messages';
import { save } from '../shared/parts';
import { reason } from './reason';
import type { Catalogue, Door, Layer } from './service';
import type { Say } from './words';

const FORMATS = { gpkg: 'GeoPackage', geojson: 'GeoJSON' } as const;

/** The layers of an agreement: what of them is shared, and whole files of it. */
export function layersOf(catalogue: Catalogue, door: Door, language: Language, say: Say, announce: (text: string) => void): HTMLElement {
  return element(
    'section',
    {},
    element('h2', {}, say('layers.title')),
    element('div', { class: 'layers' }, ...catalogue.layers.map((layer) => card(layer, catalogue.release, door, language, say, announce))),
  );
}

function card(layer: Layer, release: number, door: Door, language: Language, say: Say, announce: (text: string) => void): HTMLElement {
  const where = layer.areaPolicy ? say(`layers.${layer.areaPolicy}`) : say('layers.everywhere');
  const told = element('p', { class: 'told', role: 'status' });
  const tell = (text: string): void => {
    told.textContent = text;
    announce(text);
  };
  const downloads = Object.entries(FORMATS).map(([suffix, format]) => {
    const made: HTMLButtonElement = button(
      say('layers.download', { format }),
      { class: 'secondary', 'aria-label': `${say('layers.download', { format })}: ${layer.title}` },
      () =>
        void download(made, `/exchange/releases/${release}/${layer.type}.${suffix}`, `${layer.type}-${release}.${suffix}`, door, say, tell),
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
    element('p', { class: 'deeds' }, ...downloads),
    told,
  );
}

async function download(
  pressed: HTMLButtonElement,
  address: string,
  name: string,
  door: Door,
  say: Say,
  tell: (text: string) => void,
): Promise<void> {
  pressed.disabled = true;
  tell(say('layers.loading'));
  try {
    save(await door.file(address), name);
    tell(say('layers.loaded', { name }));
  } catch (cause) {
    tell(say('layers.failed', { detail: reason(cause, say) }));
  } finally {
    pressed.disabled = false;
  }
}
