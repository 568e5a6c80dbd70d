import '../shared/fonts.css';
import './page.css';
import type { LayerSpecification, Map as MapLibre, StyleSpecification } from 'maplibre-gl';
import { type City, NOWHERE, readCity, readStyle } from '../shared/city';
import { button, element } from '../shared/dom';
import { loadMapFonts } from '../shared/fonts';
import { dayOf, number } from '../shared/format';
import { getJson, Refusal } from '../shared/http';
import { linesOf, swatch } from '../shared/legend';
import { addControls, makeMap } from '../shared/map';
import { mapWords } from '../shared/mapWords';
import { messagesIn, parseLanguage } from '../shared/messages';
import { languageLink, notice } from '../shared/parts';
import { reason } from '../shared/reason';
import { canDraw } from '../shared/webgl';
import { merged, type SharedMap, toldOf } from './sharedMap';
import { wordsIn } from './words';

declare global {
  interface Window {
    /** The map once it is drawn, for tests. */
    themeMap?: MapLibre;
  }
}

const language = parseLanguage(location.search);
const say = wordsIn(language);
const id = location.pathname.split('/').pop() ?? '';

void open();

async function open(): Promise<void> {
  document.documentElement.lang = language;
  const side = document.querySelector('#legend') as HTMLElement;
  try {
    const [theme, base, city] = await Promise.all([
      getJson<SharedMap>(`/api/thematic/${encodeURIComponent(id)}`),
      readStyle(),
      readCity().catch(() => NOWHERE),
      loadMapFonts(),
    ]);
    legend(side, theme);
    await (canDraw() ? draw(theme, base, city).catch((cause: unknown) => withoutMap('noMap.why', cause)) : withoutMap('noMap.webgl'));
  } catch (cause) {
    const gone = cause instanceof Refusal && (cause.status === 404 || cause.status === 400);
    side.replaceChildren(...(gone ? missing() : unreachable(cause)));
    document.documentElement.dataset.state = gone ? 'missing' : 'unreachable';
    console.warn(cause);
  }
}

/** The legend says what the map would; the map's place says why it is empty. */
function withoutMap(word: 'noMap.why' | 'noMap.webgl', cause?: unknown): void {
  document.querySelector('#map')?.replaceChildren(notice('note', say(word)));
  document.documentElement.dataset.state = 'no-map';
  console.warn(say(word), cause ?? '');
}

function missing(): Node[] {
  return [
    element('h1', {}, say('missing.title')),
    element('p', { role: 'alert' }, say('missing.why')),
    element('a', { href: `/?lang=${language}` }, say('guide.open')),
  ];
}

function unreachable(cause: unknown): Node[] {
  return [
    element('h1', {}, say('unreachable.title')),
    element('p', { role: 'alert' }, reason(cause, say)),
    button(say('retry'), { class: 'primary' }, () => location.reload()),
  ];
}

function legend(side: HTMLElement, theme: SharedMap): void {
  const unit = theme.legend.unit?.[language];
  const rows = linesOf(theme.legend).map((entry) =>
    element('li', {}, swatch(entry.colour), element('span', {}, entry.label[language]), element('b', {}, number(entry.count, language))),
  );
  document.title = theme.legend.title[language];
  side.replaceChildren(
    element('h1', {}, theme.legend.title[language] + (unit ? ` (${unit})` : '')),
    element('p', { class: 'about' }, theme.legend.about[language]),
    element('ul', {}, ...rows),
    element('p', {}, origin(theme)),
    element(
      'p',
      { class: 'links' },
      element('a', { href: `/api/thematic/${id}/pdf?paper=a4-landscape&lang=${language}` }, 'PDF'),
      element('a', { href: `/api/thematic/${id}/sld?lang=${language}` }, say('style')),
      languageLink(language),
      element('a', { href: `/?lang=${language}` }, say('guide')),
    ),
  );
}

/** Of which release, decided by whom and from what data the map is. */
function origin({ release, decisionNo, decisionDate, map }: SharedMap): string {
  const decided = decisionNo
    ? [say('decision', { number: decisionNo }), decisionDate ? dayOf(decisionDate, language) : '']
    : [say('draft')];
  const decision = decided.filter((part) => part !== '').join(', ');
  return [say('release', { number: release }), decision, map.source?.[language]].filter((part) => part).join(' · ');
}

/** How near a click must come to a point or line, in pixels. */
const NEAR = 4;

/** Below the legend: what the map says of what is clicked. */
function tellClicked(map: MapLibre, theme: SharedMap): void {
  const told = element('p', { class: 'picked', role: 'status' });
  document.querySelector('#legend ul')?.after(told);
  const layers = map.getStyle().layers.filter((layer) => 'source' in layer && layer.source === 'tema');
  const tell = ({ x, y }: { readonly x: number; readonly y: number }): void => {
    const around: [[number, number], [number, number]] = [
      [x - NEAR, y - NEAR],
      [x + NEAR, y + NEAR],
    ];
    const [hit] = map.queryRenderedFeatures(around, { layers: layers.map((layer) => layer.id) });
    told.textContent = hit ? toldOf(theme, hit.properties, language) : '';
  };
  map.on('click', ({ point }) => tell(point));
  map.getCanvas().addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      tell(map.project(map.getCenter())); // who has no mouse asks at the middle
    }
  });
}

async function draw(theme: SharedMap, base: StyleSpecification, city: City): Promise<void> {
  const style = merged(base, theme.style as { sources: StyleSpecification['sources']; layers: LayerSpecification[] }, location.origin);
  const map = makeMap({
    container: 'map',
    style,
    ...(theme.bbox ? { bounds: [...theme.bbox] as [number, number, number, number], fitBoundsOptions: { padding: 24 } } : {}),
    locale: mapWords(messagesIn(language), theme.legend.title[language]),
  });
  addControls(map, city);
  await map.once('load');
  tellClicked(map, theme);
  window.themeMap = map;
  document.documentElement.dataset.state = 'ready';
}
