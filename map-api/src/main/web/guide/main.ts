import '../shared/page.css';
import './guide.css';
import './facts.css';
import './panel.css';
import './media.css';
import type { Map as MapLibre } from 'maplibre-gl';
import { withLanguage } from '../shared/address';
import { type City, readCity } from '../shared/city';
import { button, element } from '../shared/dom';
import { messagesIn, parseLanguage } from '../shared/messages';
import { isUnreachable, reason } from '../shared/reason';
import { canDraw } from '../shared/webgl';
import { parseView } from './address';
import { addAim } from './aim';
import { buildFrame, type Frame } from './frame';
import { Guide } from './guide';
import { addIdentify } from './identify';
import { layerPanel } from './layerPanel';
import { CodeMissing, type MapParts, readMapParts } from './mapParts';
import { emptyStage } from './stage';

declare global {
  interface Window {
    /** The open map, for tests and for curious people with a console. */
    kentMap?: MapLibre;
  }
}

/** What the page is doing, as `data-state` of the root element. */
type State = 'loading' | 'ready' | 'unreachable' | 'no-webgl' | 'no-map';

const language = parseLanguage(location.search);
const say = messagesIn(language);

function enter(state: State): void {
  document.documentElement.dataset.state = state;
}

function message(frame: Frame, title: string, text: string, action: HTMLElement): void {
  frame.map.replaceChildren(
    element('div', { class: 'plain', role: 'alert' }, element('h2', {}, title), element('p', {}, text), element('p', {}, action)),
  );
}

function withoutWebGl(frame: Frame): void {
  enter('no-webgl');
  const link = element('a', { href: withLanguage('/ogc/collections', language) }, say('error.noWebGl.link'));
  message(frame, say('error.noWebGl.title'), say('error.noWebGl.text'), link);
}

function unreachable(frame: Frame, cause: unknown): void {
  enter('unreachable');
  const retry = button(say('error.retry'), { class: 'primary' }, () => void start(frame));
  message(frame, say(isUnreachable(cause) ? 'error.unreachable.title' : 'search.failed'), reason(cause, say), retry);
}

/** The panel works without the map. */
function withoutMap(frame: Frame, again: () => void): void {
  enter('no-map');
  message(frame, say('error.noMap.title'), say('error.noMap.text'), button(say('error.retry'), { class: 'primary' }, again));
}

function waiting(frame: Frame): void {
  enter('loading');
  frame.map.replaceChildren(element('p', { class: 'plain quiet' }, say('app.loading')));
}

async function start(frame: Frame): Promise<void> {
  waiting(frame);
  const parts = canDraw() ? readMapParts() : undefined;
  parts?.catch(() => undefined); // they are looked at once the city is known
  try {
    await openGuide(frame, await readCity(), parts);
  } catch (cause) {
    console.warn(cause);
    unreachable(frame, cause);
  }
}

/** The panel needs the city alone; the map comes when its parts are there. */
async function openGuide(frame: Frame, city: City, parts: Promise<MapParts> | undefined): Promise<void> {
  frame.setCity(city.name, city.sample === true);
  const [west, south, east, north] = city.bbox;
  const middle = { longitude: (west + east) / 2, latitude: (south + north) / 2 };
  const guide = new Guide(frame, middle, emptyStage(parseView(location.hash) ?? middle), language, say);
  if (parts) {
    await drawMap(frame, city, guide, parts);
  } else {
    withoutWebGl(frame);
  }
}

async function drawMap(frame: Frame, city: City, guide: Guide, coming: Promise<MapParts>): Promise<void> {
  try {
    const { style, openMap, mapStage } = await coming;
    frame.map.replaceChildren();
    show(frame, guide, openMap(frame.map, city, style, language, say), mapStage);
  } catch (cause) {
    console.warn(cause);
    withoutMap(frame, () => {
      if (cause instanceof CodeMissing) return location.reload();
      waiting(frame);
      void drawMap(frame, city, guide, readMapParts());
    });
  }
}

function show(frame: Frame, guide: Guide, map: MapLibre, mapStage: MapParts['mapStage']): void {
  window.kentMap = map;
  map.once('load', () => {
    // Before the reading of places, so that a click on a result is the result's.
    const stage = mapStage(map, addAim(map), (id) => guide.go({ view: 'place', id }));
    const card = addIdentify(map, guide);
    frame.main.append(layerPanel(map, say));
    frame.addSheet(card.root);
    guide.attach(stage, card);
    enter('ready');
  });
  tellFailures(frame, map);
  frame.map.addEventListener('kent:locate-failed', () => frame.tell(say('map.locateFailed')));
}

/** That a part of the map is missing is said once, until a part that was asked for later has come. */
function tellFailures(frame: Frame, map: MapLibre): void {
  let said: HTMLElement | undefined;
  let since = { failed: false, came: false };
  const retry = (): void => {
    for (const source of Object.keys(map.getStyle().sources)) map.refreshTiles(source);
  };
  map.on('error', ({ error }) => {
    console.warn(error);
    since.failed = true;
    if (!said?.isConnected) said = frame.notice(say('error.tiles'), retry);
  });
  map.on('sourcedata', ({ tile }) => {
    if (tile) since.came = true;
  });
  map.on('idle', () => {
    if (since.came && !since.failed) said?.remove();
    since = { failed: false, came: false };
  });
}

document.documentElement.lang = language;
const root = document.getElementById('app');
if (root) {
  void start(buildFrame(root, language, say));
}
