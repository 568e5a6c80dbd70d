import '../shared/page.css';
import './guide.css';
import type { Map as MapLibre } from 'maplibre-gl';
import { button, element } from '../shared/dom';
import { loadMapFonts } from '../shared/fonts';
import { messagesIn, parseLanguage } from '../shared/messages';
import { canDraw, openMap } from './cityMap';
import { buildFrame, type Frame } from './frame';
import { addIdentify } from './identify';
import { layerPanel } from './layerPanel';
import { readCity, readStyle } from './service';

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
    if (canDraw()) {
      frame.map.replaceChildren();
      show(frame, openMap(frame.map, city, style, language, say));
    } else {
      withoutWebGl(frame);
    }
  } catch (cause) {
    console.warn(cause);
    unreachable(frame);
  }
}

function show(frame: Frame, map: MapLibre): void {
  window.kentMap = map;
  map.once('load', () => {
    frame.main.append(layerPanel(map, say), addIdentify(map, { language, say, announce: frame.announce }));
    enter('ready');
  });
  map.on('error', ({ error }) => {
    console.warn(error);
    frame.notice(say('error.tiles'), () => location.reload());
  });
  frame.map.addEventListener('kent:locate-failed', () => frame.announce(say('map.locateFailed')));
}

document.documentElement.lang = language;
const root = document.getElementById('app');
if (root) {
  void start(buildFrame(root, language, say));
}
