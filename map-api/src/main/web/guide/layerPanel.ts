import type { Map as MapLibre } from 'maplibre-gl';
import { withLanguage, withParameter } from '../shared/address';
import { element } from '../shared/dom';
import type { Messages } from '../shared/messages';
import { parseGroups } from './address';
import { type Group, groupsOf, groupsParameter, isDrawn, type LayerGroup, shownGroups } from './layerGroups';

/** Pitch of the map when buildings stand up, degrees. */
const TILTED = 50;

/** The list of switches for the layer groups; the choice is kept in the address. */
export function layerPanel(map: MapLibre, say: Messages): HTMLElement {
  const groups = groupsOf(map.getStyle().layers);
  const shown = shownGroups(groups, parseGroups(location.search));
  draw(map, groups, shown);

  const switches = groups.map((group) =>
    switchFor(group, shown.has(group.name), say, (on) => {
      if (on) {
        shown.add(group.name);
      } else {
        shown.delete(group.name);
      }
      draw(map, groups, shown);
      tilt(map, group.name, on);
      keepInAddress(groups, shown);
    }),
  );
  // A step through the history leaves the map as it is; before others read the address it says so.
  window.addEventListener('popstate', () => keepInAddress(groups, shown), { capture: true });
  const wide = window.matchMedia('(min-width: 48rem)').matches;
  return element(
    'details',
    { class: 'layers', ...(wide ? { open: '' } : {}) },
    element('summary', {}, say('layers.title')),
    element('ul', {}, ...switches),
    element(
      'p',
      { class: 'quiet' },
      element('a', { href: withLanguage('/ogc/collections', say.language) }, say('app.data')),
      ' · ',
      element('a', { href: '/licences.txt' }, say('app.licences')),
    ),
  );
}

function switchFor(group: LayerGroup, on: boolean, say: Messages, onChange: (on: boolean) => void): HTMLElement {
  const box = element('input', { type: 'checkbox', name: group.name, ...(on ? { checked: '' } : {}) });
  const legend = legendOf(group, say);
  const show = (isOn: boolean): boolean | undefined => legend?.toggleAttribute('hidden', !isOn);
  show(on);
  box.addEventListener('change', () => {
    onChange(box.checked);
    show(box.checked);
  });
  return element('li', {}, element('label', {}, box, element('span', {}, say(`layers.${group.name}`))), legend);
}

/** What the group's colours mean, while it is shown. */
function legendOf(group: LayerGroup, say: Messages): HTMLElement | undefined {
  const lines = group.legend.map((swatch) => {
    const colour = element('span', { class: 'swatch', 'aria-hidden': 'true' });
    colour.style.background = swatch.colour;
    return element('li', {}, colour, swatch[say.language]);
  });
  return lines.length > 0 ? element('ul', { class: 'legend', 'aria-label': say('layers.legend') }, ...lines) : undefined;
}

function draw(map: MapLibre, groups: readonly LayerGroup[], shown: ReadonlySet<Group>): void {
  for (const group of groups) {
    const visibility = isDrawn(group.name, shown) ? 'visible' : 'none';
    for (const layer of group.layers) {
      map.setLayoutProperty(layer, 'visibility', visibility);
    }
  }
}

function tilt(map: MapLibre, group: Group, on: boolean): void {
  if (group === '3d') {
    map.easeTo({ pitch: on ? TILTED : 0 });
  }
}

function keepInAddress(groups: readonly LayerGroup[], shown: ReadonlySet<Group>): void {
  const search = withParameter(location.search, 'layers', groupsParameter(groups, shown));
  history.replaceState(history.state, '', `${location.pathname}${search}${location.hash}`);
}
