import type { Language } from './messages';

/** The ways data leaves by, as receipts and statistics name them. */
const WORDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  items: { tr: 'Sorgu', en: 'Query' },
  tiles: { tr: 'Harita karosu', en: 'Map tile' },
  wms: { tr: 'Harita resmi', en: 'Map picture' },
  changes: { tr: 'Değişiklikler', en: 'Changes' },
  gpkg: { tr: 'GeoPackage', en: 'GeoPackage' },
  geojson: { tr: 'GeoJSON', en: 'GeoJSON' },
  thematic: { tr: 'Tematik harita', en: 'Thematic map' },
  place: { tr: 'Yer kartı', en: 'Place card' },
};

/** The word for a channel; its own name for one that has none. */
export function channelWord(channel: string, language: Language): string {
  return WORDS[channel]?.[language] ?? channel;
}
