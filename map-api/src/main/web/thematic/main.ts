import 'maplibre-gl/dist/maplibre-gl.css';
import '../shared/fonts.css';
import './page.css';
import { Map as MapLibre, NavigationControl, ScaleControl, setWorkerUrl, type LayerSpecification, type StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { addIcons } from '../guide/icons';
import { element } from '../shared/dom';
import { loadMapFonts } from '../shared/fonts';
import { getJson } from '../shared/http';
import { lines, merged, type SharedMap } from './sharedMap';

setWorkerUrl(workerUrl);

declare global {
  interface Window {
    /** The map once it is drawn, for tests. */
    themeMap?: MapLibre;
  }
}

const language = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'tr';
const say = (tr: string, en: string): string => (language === 'en' ? en : tr);
const id = location.pathname.split('/').pop() ?? '';

void open();

async function open(): Promise<void> {
  document.documentElement.lang = language;
  const side = document.querySelector('#legend') as HTMLElement;
  try {
    const [theme, base] = await Promise.all([
      getJson<SharedMap>(`/api/thematic/${encodeURIComponent(id)}`),
      getJson<StyleSpecification>('/ogc/styles/kent'),
      loadMapFonts(),
    ]);
    legend(side, theme);
    await draw(theme, base);
  } catch (cause) {
    side.replaceChildren(element('p', { role: 'alert' }, say('Bu harita yok ya da size açık değil.', 'This map is not there, or not open to you.')));
    console.warn(cause);
  }
}

function legend(side: HTMLElement, theme: SharedMap): void {
  const number = new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'tr-TR');
  const unit = theme.legend.unit?.[language];
  const rows = lines(theme).map((entry) => {
    const swatch = element('span', { class: 'swatch' });
    swatch.style.background = entry.colour;
    return element('li', {}, swatch, element('span', {}, entry.label[language]), element('b', {}, number.format(entry.count)));
  });
  const source = theme.map.source?.[language];
  const decision = theme.decisionNo ? `${say('Karar', 'Decision')} ${theme.decisionNo} / ${theme.decisionDate}` : say('Taslak', 'Draft');
  document.title = theme.legend.title[language];
  side.replaceChildren(
    element('h1', {}, theme.legend.title[language] + (unit ? ` (${unit})` : '')),
    element('ul', {}, ...rows),
    element('p', {}, `${say('Yayın', 'Release')} ${theme.release} · ${decision}${source ? ` · ${source}` : ''}`),
    element('a', { href: `/api/thematic/${id}/pdf?paper=a4-landscape&lang=${language}` }, 'PDF'),
  );
}

async function draw(theme: SharedMap, base: StyleSpecification): Promise<void> {
  const style = merged(base, theme.style as { sources: StyleSpecification['sources']; layers: LayerSpecification[] }, location.origin);
  const map = new MapLibre({
    container: 'map',
    style,
    ...(theme.bbox ? { bounds: [...theme.bbox] as [number, number, number, number], fitBoundsOptions: { padding: 24 } } : {}),
    attributionControl: false,
    renderWorldCopies: false,
    transformRequest: (url) => ({ url: new URL(url, location.href).href }),
  });
  map.addControl(new NavigationControl({}), 'top-right');
  map.addControl(new ScaleControl({ maxWidth: 110 }), 'bottom-left');
  map.once('styledata', () => addIcons(map));
  await map.once('load');
  window.themeMap = map;
  document.documentElement.dataset['state'] = 'ready';
}
