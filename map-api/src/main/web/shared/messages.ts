import en from './messages/en.json';
import tr from './messages/tr.json';

export type Language = 'tr' | 'en';

/** Writes words in one language, with {named} values put in. */
export type Words<Key extends string> = (key: Key, values?: Readonly<Record<string, string | number>>) => string;

/** A key of the message files; tr.json is the reference. */
export type MessageKey = keyof typeof tr;

export type Messages = Words<MessageKey>;

/** The language an address asks for; Turkish unless it is one we speak. */
export function parseLanguage(search: string): Language {
  return new URLSearchParams(search).get('lang') === 'en' ? 'en' : 'tr';
}

/** The words of one language, of which both have the same. */
export function wordsOf<Key extends string>(
  files: Readonly<Record<Language, Readonly<Record<Key, string>>>>,
  language: Language,
): Words<Key> {
  const file = files[language];
  return (key, values = {}) => file[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export function messagesIn(language: Language): Messages {
  return wordsOf({ tr, en }, language);
}
