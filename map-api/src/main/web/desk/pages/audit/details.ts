import type { Language } from '../../../shared/messages';

/** Titles of feature types by their names. */
export type Titles = Readonly<Record<string, { readonly tr: string; readonly en: string }>>;

const NAMES: Titles = {
  layers: { tr: 'detay sınıfları', en: 'types' },
  themes: { tr: 'temalar', en: 'themes' },
  question: { tr: 'soru', en: 'question' },
  reason: { tr: 'gerekçe', en: 'reason' },
  allowLoss: { tr: 'kaybın nedeni', en: 'reason of the loss' },
  decision: { tr: 'karar', en: 'decision' },
  rule: { tr: 'kural', en: 'rule' },
  roles: { tr: 'görevler', en: 'roles' },
  address: { tr: 'ağ adresi', en: 'network address' },
  key: { tr: 'anahtar', en: 'key' },
  object: { tr: 'nesne', en: 'object' },
  source: { tr: 'kaynak', en: 'source' },
};

/** What else an entry tells, its types by their titles, alone in a list or before their number as in akarsu=16. */
export function told(json: string, titles: Titles, language: Language): string {
  const title = (type: string): string => titles[type]?.[language] ?? type;
  const counted = (whole: string, type: string): string => (Object.hasOwn(titles, type) ? `${title(type)}: ` : whole);
  const values = Object.entries(JSON.parse(json) as Record<string, string>);
  return values
    .map(([name, value]) => {
      const words = name === 'layers' ? value.split(' ').map(title).join(', ') : value.replace(/\b([a-z_]+)=(?=\d)/g, counted);
      return `${NAMES[name]?.[language] ?? name}: ${words}`;
    })
    .join(' · ');
}
