import '../shared/page.css';
import './guide.css';
import './facts.css';
import './panel.css';
import type { LngLat, Map as MapLibre } from 'maplibre-gl';
import { button, element } from '../shared/dom';
import { loadMapFonts } from '../shared/fonts';
import { messagesIn, parseLanguage } from '../shared/messages';
import { parseView } from './address';
import { canDraw, openMap } from './cityMap';
import { buildFrame, type Frame } from './frame';
import { Guide } from './guide';
import { addIdentify } from './identify';
import { layerPanel } from './layerPanel';
import { readCity, readStyle } from './service';
import { emptyStage, mapStage } from './stage';

declare global {
  interface Window {
    /** The open map, for tests and for curious people with a console. */
    kentMap?: MapLibre;
  }
}

/** What the page is doing, as `data-state` of the root element. */
type State = 'loading' | 'ready' | 'unreachable' | 'no-webgl';

const language = parseLanguage(location.search);
const say = messagesIn(language);

function enter(state: State): void {
  document.documentElement.dataset['state'] = state;
}

function message(frame: Frame, title: string, text: string, action: HTMLElement): void {
  frame.map.replaceChildren(
    element('div', { class: 'plain', role: 'alert' }, element('h2', {}, title), element('p', {}, text), element('p', {}, action)),
  );
}

function withoutWebGl(frame: Frame): void {
  enter('no-webgl');
  const link = element('a', { href: '/ogc/collections' }, say('error.noWebGl.link'));
  message(frame, say('error.noWebGl.title'), say('error.noWebGl.text'), link);
}

function unreachable(frame: Frame): void {
  enter('unreachable');
  const retry = button(say('error.retry'), { class: 'primary' }, () => void start(frame));
  message(frame, say('error.unreachable.title'), say('error.unreachable.text'), retry);
}

async function start(frame: Frame): Promise<void> {
  enter('loading');
  frame.map.replaceChildren(element('p', { class: 'plain quiet' }, say('app.loading')));
  try {
    const [city, style] = await Promise.all([readCity(), readStyle(), loadMapFonts()]);
    frame.setCity(city.name, city.sample === true);
    const [west, south, east, north] = city.bbox;
    const middle = { longitude: (west + east) / 2, latitude: (south + north) / 2 };
    const guide = new Guide(frame, middle, emptyStage(parseView(location.hash) ?? middle), language, say);
    if (canDraw()) {
      frame.map.replaceChildren();
      show(frame, guide, openMap(frame.map, city, style, language, say));
    } else {
      withoutWebGl(frame);
    }
  } catch (cause) {
    console.warn(cause);
    unreachable(frame);
  }
}

function show(frame: Frame, guide: Guide, map: MapLibre): void {
  window.kentMap = map;
  map.once('load', () => {
    // Before the reading of places, so that a click on a result is the result's.
    const stage = mapStage(map, (id) => guide.go({ view: 'place', id }));
    const takesClick = ({ lng, lat }: LngLat): boolean => guide.takesClick({ longitude: lng, latitude: lat });
    const card = addIdentify(map, { language, say, announce: frame.announce, takesClick });
    frame.main.append(layerPanel(map, say), card);
    guide.attach(stage);
    enter('ready');
  });
  map.on('error', ({ error }) => {
    console.warn(error);
    frame.notice(say('error.tiles'), () => location.reload());
  });
  frame.map.addEventListener('kent:locate-failed', () => frame.tell(say('map.locateFailed')));
}

document.documentElement.lang = language;
const root = document.getElementById('app');
if (root) {
  void start(buildFrame(root, language, say));
}
