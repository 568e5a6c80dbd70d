import 'maplibre-gl/dist/maplibre-gl.css';
import '../shared/fonts.css';
import './page.css';
import {
  type LayerSpecification,
  Map as MapLibre,
  NavigationControl,
  ScaleControl,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { addIcons } from '../guide/icons';
import { button, element } from '../shared/dom';
import { loadMapFonts } from '../shared/fonts';
import { getJson, ServiceError } from '../shared/http';
import { formatDay } from '../shared/messages';
import { fadeDuration } from '../shared/motion';
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
      getJson<StyleSpecification>(`/ogc/styles/kent?lang=${document.documentElement.lang}`),
      loadMapFonts(),
    ]);
    legend(side, theme);
    await draw(theme, base);
  } catch (cause) {
    const gone = cause instanceof ServiceError && (cause.status === 404 || cause.status === 400);
    side.replaceChildren(...(gone ? missing() : unreachable()));
    document.documentElement.dataset.state = gone ? 'missing' : 'unreachable';
    console.warn(cause);
  }
}

function missing(): Node[] {
  return [
    element('h1', {}, say('Harita bulunamadı', 'The map was not found')),
    element(
      'p',
      { role: 'alert' },
      say(
        'Bu harita yok ya da size açık değil. Bağlantıyı gönderenden yayımlamasını ya da paylaşmasını isteyin.',
        'This map is not there, or not open to you. Ask whoever sent the link to share or publish it.',
      ),
    ),
    element('a', { href: `/?lang=${language}` }, say('Kent rehberini aç', 'Open the city guide')),
  ];
}

function unreachable(): Node[] {
  return [
    element('h1', {}, say('Servise ulaşılamıyor', 'The service cannot be reached')),
    element('p', { role: 'alert' }, say('Bağlantınızı denetleyip yeniden deneyin.', 'Check your connection and try again.')),
    button(say('Yeniden dene', 'Try again'), { class: 'primary' }, () => location.reload()),
  ];
}

/** The same map in the other language. */
function otherLanguage(): HTMLElement {
  const other = language === 'en' ? 'tr' : 'en';
  return element('a', { href: `?lang=${other}`, hreflang: other, lang: other }, language === 'en' ? 'Türkçe' : 'English');
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
  const decision = theme.decisionNo
    ? `${say('Karar', 'Decision')} ${theme.decisionNo}${theme.decisionDate ? `, ${formatDay(theme.decisionDate, language)}` : ''}`
    : say('Taslak', 'Draft');
  document.title = theme.legend.title[language];
  side.replaceChildren(
    element('h1', {}, theme.legend.title[language] + (unit ? ` (${unit})` : '')),
    element('p', { class: 'about' }, theme.legend.about[language]),
    element('ul', {}, ...rows),
    element('p', {}, `${say('Yayın', 'Release')} ${theme.release} · ${decision}${source ? ` · ${source}` : ''}`),
    element(
      'p',
      { class: 'links' },
      element('a', { href: `/api/thematic/${id}/pdf?paper=a4-landscape&lang=${language}` }, 'PDF'),
      element('a', { href: `/api/thematic/${id}/sld?lang=${language}` }, say('Stil (SLD)', 'Style (SLD)')),
      otherLanguage(),
      element('a', { href: `/?lang=${language}` }, say('Kent rehberi', 'City guide')),
    ),
  );
}

async function draw(theme: SharedMap, base: StyleSpecification): Promise<void> {
  const style = merged(base, theme.style as { sources: StyleSpecification['sources']; layers: LayerSpecification[] }, location.origin);
  const map = new MapLibre({
    container: 'map',
    style,
    ...(theme.bbox ? { bounds: [...theme.bbox] as [number, number, number, number], fitBoundsOptions: { padding: 24 } } : {}),
    attributionControl: false,
    locale: {
      'Map.Title': theme.legend.title[language],
      'NavigationControl.ZoomIn': say('Yakınlaştır', 'Zoom in'),
      'NavigationControl.ZoomOut': say('Uzaklaştır', 'Zoom out'),
      'NavigationControl.ResetBearing': say('Kuzeyi yukarı al', 'North up'),
    },
    renderWorldCopies: false,
    fadeDuration: fadeDuration(),
    transformRequest: (url) => ({ url: new URL(url, location.href).href }),
  });
  map.addControl(new NavigationControl({}), 'top-right');
  map.addControl(new ScaleControl({ maxWidth: 110 }), 'bottom-left');
  map.once('styledata', () => addIcons(map));
  await map.once('load');
  window.themeMap = map;
  document.documentElement.dataset.state = 'ready';
}
