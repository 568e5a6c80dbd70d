import type { Map as MapLibre } from 'maplibre-gl';

interface Icon {
  readonly colour: string;
  /** The white sign on the badge, drawn on a 16 by 16 grid with the even-odd rule. */
  readonly sign: string;
  readonly shape?: 'square';
}

const CIVIC = '#0b5c7d';
const CARE = '#a8383b';
const LEARN = '#80602a';
const SAFE = '#34548c';
const CULTURE = '#85527a';
const TRADE = '#6f6251';
const TRAVEL = '#2c6599';
const NATURE = '#4a7a41';
const OTHER = '#5b6670';

const DOOR = 'M3 3h10v10.5H9.6V9.6H6.4v3.9H3Z M5 5v1.8h1.8V5Z M9.2 5v1.8H11V5Z';
const DOT = 'M8 5a3 3 0 1 0 .01 0Z';
const BUS =
  'M4.5 2.5h7a1.5 1.5 0 0 1 1.5 1.5v8h-1v1.5h-2V12H6v1.5H4V12H3V4a1.5 1.5 0 0 1 1.5-1.5Z M4.6 4.5v3.6h6.8V4.5Z M4.6 9.3v1.3h1.6V9.3Z M9.8 9.3v1.3h1.6V9.3Z';

/** One badge for each official value of hizmetTipi, for stops and for road services. */
const ICONS: Readonly<Record<string, Icon>> = {
  'hizmet-egitim': { colour: LEARN, sign: 'M8 3 15 6.2 8 9.4 1 6.2Z M4 8.8 8 10.6l4-1.8v2.6q-4 2.6-8 0Z' },
  'hizmet-guvenlik': { colour: SAFE, sign: 'M8 2l5 1.8V8q0 4-5 6-5-2-5-6V3.8Z' },
  'hizmet-cevreselKoruma': { colour: NATURE, sign: 'M3 13.5Q1.5 4 13.5 2.5 14 12.5 6.2 12L9.5 7Z' },
  'hizmet-saglik': { colour: CARE, sign: 'M6.2 2.8h3.6v3.4h3.4v3.6H9.8v3.4H6.2V9.8H2.8V6.2h3.4Z' },
  'hizmet-belediye': {
    colour: CIVIC,
    sign: 'M8 2l6 3.6v1H2v-1Z M3.2 7.4h1.8v4.2H3.2Z M7.1 7.4h1.8v4.2H7.1Z M11 7.4h1.8v4.2H11Z M2 12.4h12V14H2Z',
  },
  'hizmet-yonetim': { colour: CIVIC, sign: 'M4 2h1.5v12H4Z M6.2 2.8H13l-2 2.6 2 2.6H6.2Z' },
  'hizmet-ulasim': { colour: TRAVEL, sign: BUS },
  'hizmet-konutVeKonaklama': { colour: TRADE, sign: 'M2 4h1.5v5H14v4h-1.5v-2h-9v2H2Z M4.2 6.2h2.6v2H4.2Z M7.4 6.2H12a2 2 0 0 1 2 2H7.4Z' },
  'hizmet-aileVeSosyal': {
    colour: CULTURE,
    sign: 'M5 3a1.8 1.8 0 1 0 .01 0Z M11 4.4a1.5 1.5 0 1 0 .01 0Z M2 13V9.6a3 3 0 0 1 6 0V13Z M8.9 13v-2.6a2.3 2.3 0 0 1 4.6 0V13Z',
  },
  'hizmet-dini': {
    colour: CULTURE,
    sign: 'M8 1.8q.8 2.2 3 3.6 1.8 1.2 1.8 3.4H3.2q0-2.2 1.8-3.4 2.2-1.4 3-3.6Z M3.2 9.6h9.6v4H9.4v-1.8a1.4 1.4 0 0 0-2.8 0v1.8H3.2Z',
  },
  'hizmet-kulturel': { colour: CULTURE, sign: 'M2 4q3-1.2 5.5.8v8.4Q5 11.4 2 12.4Z M14 4q-3-1.2-5.5.8v8.4Q11 11.4 14 12.4Z' },
  'hizmet-turizmVeEglence': { colour: CULTURE, sign: 'M8 1.8l1.9 4 4.3.5-3.2 3 .9 4.3L8 11.4l-3.9 2.2.9-4.3-3.2-3 4.3-.5Z' },
  'hizmet-ticaretVeMaliye': { colour: TRADE, sign: 'M2.5 9H5v4.5H2.5Z M6.7 6h2.6v7.5H6.7Z M11 2.8h2.5v10.7H11Z' },
  'hizmet-endustriEnerjiGidaTarimHayvancilik': { colour: TRADE, sign: 'M2 13.5V7.4l3.8 2.4V7.4l3.8 2.4V2.8h3.6v10.7Z' },
  'hizmet-yargiVeAdalet': {
    colour: SAFE,
    sign: 'M7.3 2h1.4v2h5v1.3H8.7v6.9H11v1.3H5v-1.3h2.3V5.3h-5V4h5Z M1.4 8.8h4.4a2.2 2.2 0 0 1-4.4 0Z M10.2 8.8h4.4a2.2 2.2 0 0 1-4.4 0Z',
  },
  'hizmet-digerResmiKurum': { colour: OTHER, sign: DOOR },
  'hizmet-diger': { colour: OTHER, sign: DOT },
  durak: { colour: TRAVEL, sign: BUS, shape: 'square' },
  'yol-busStation': { colour: TRAVEL, sign: BUS, shape: 'square' },
  'yol-parking': { colour: TRAVEL, sign: 'M5 2.5h4a3.4 3.4 0 0 1 0 6.8H7v4.2H5Z M7 4.4v3h1.9a1.5 1.5 0 0 0 0-3Z', shape: 'square' },
  'yol-restArea': {
    colour: TRAVEL,
    sign: 'M3 4h8v1.5h1.5a1.7 1.7 0 0 1 0 4.2H11A3 3 0 0 1 8.4 12H5.6A2.7 2.7 0 0 1 3 9.2Z M11 7v1.4h1.2a.7.7 0 0 0 0-1.4Z M3 13h8v1.2H3Z',
    shape: 'square',
  },
  'yol-toll': { colour: TRAVEL, sign: 'M2.5 3H5v10.5H2.5Z M6 5l8-2v1.6L6 6.6Z', shape: 'square' },
};

const SIZE = 20;

/** Draws the badges and gives them to the map, sharp on the screen at hand. */
export function addIcons(map: MapLibre): void {
  const ratio = Math.max(2, Math.ceil(window.devicePixelRatio));
  for (const [name, icon] of Object.entries(ICONS)) {
    const image = draw(icon, ratio);
    if (image && !map.hasImage(name)) {
      map.addImage(name, image, { pixelRatio: ratio });
    }
  }
}

function draw(icon: Icon, ratio: number): ImageData | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE * ratio;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) {
    return undefined;
  }
  pen.scale(ratio, ratio);
  badge(pen, icon, SIZE / 2, '#ffffff');
  badge(pen, icon, SIZE / 2 - 1.2, icon.colour);
  pen.translate(SIZE / 2 - 5.6, SIZE / 2 - 5.6);
  pen.scale(0.7, 0.7);
  pen.fillStyle = '#ffffff';
  pen.fill(new Path2D(icon.sign), 'evenodd');
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

function badge(pen: CanvasRenderingContext2D, icon: Icon, radius: number, colour: string): void {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.roundRect(SIZE / 2 - radius, SIZE / 2 - radius, radius * 2, radius * 2, icon.shape === 'square' ? 4 : radius);
  pen.fill();
}
