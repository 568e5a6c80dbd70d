import { type Language, type Words, wordsOf } from '../shared/messages';

/** What the page of one thematic map says; this is the reference for the other language. */
const tr = {
  'missing.title': 'Harita bulunamadı',
  'missing.why': 'Bu harita yok ya da size açık değil. Bağlantıyı gönderenden yayımlamasını ya da paylaşmasını isteyin.',
  'unreachable.title': 'Harita alınamadı',
  'noMap.webgl': 'Bu tarayıcı haritayı çizemiyor. Harita PDF olarak açılabilir.',
  'noMap.why': 'Harita şu anda çizilemedi. Yeniden denemek için sayfayı yenileyin ya da PDF’yi açın.',
  retry: 'Yeniden dene',
  guide: 'Kent Rehberi',
  'guide.open': 'Kent Rehberi’ni aç',
  decision: 'Karar {number}',
  draft: 'Taslak',
  release: 'Yayın {number}',
  style: 'Stil (SLD)',
} as const;

export type WordKey = keyof typeof tr;

const en: Readonly<Record<WordKey, string>> = {
  'missing.title': 'The map was not found',
  'missing.why': 'This map is not there, or not open to you. Ask whoever sent the link to share or publish it.',
  'unreachable.title': 'The map could not be had',
  'noMap.webgl': 'This browser cannot draw the map. It can be opened as a PDF.',
  'noMap.why': 'The map could not be drawn now. Reload the page to try again, or open the PDF.',
  retry: 'Try again',
  guide: 'City Guide',
  'guide.open': 'Open the City Guide',
  decision: 'Decision {number}',
  draft: 'Draft',
  release: 'Release {number}',
  style: 'Style (SLD)',
};

export type Say = Words<WordKey>;

export function wordsIn(language: Language): Say {
  return wordsOf({ tr, en }, language);
}
