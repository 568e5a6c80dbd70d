import en from './messages/en.json';
import tr from './messages/tr.json';

export type Language = 'tr' | 'en';

type Values = Readonly<Record<string, string | number>>;

/** Writes words in one language, with {named} values put in; {count|one|others} is worded by the number. */
export interface Words<Key extends string> {
  (key: Key, values?: Values): string;
  readonly language: Language;
}

/** A key of the message files; tr.json is the reference. */
export type MessageKey = keyof typeof tr;

export type Messages = Words<MessageKey>;

/** The language an address asks for; Turkish unless it is one we speak. */
export function parseLanguage(search: string): Language {
  return new URLSearchParams(search).get('lang') === 'en' ? 'en' : 'tr';
}

const PLACE = /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g;

/** The words of one language, of which both have the same. */
export function wordsOf<Key extends string>(
  files: Readonly<Record<Language, Readonly<Record<Key, string>>>>,
  language: Language,
): Words<Key> {
  const file = files[language];
  const plural = new Intl.PluralRules(language);
  const write = (key: Key, values: Values = {}): string =>
    file[key].replace(PLACE, (whole, name: string, one?: string, others?: string) => {
      const value = values[name];
      return one === undefined ? String(value ?? whole) : String(plural.select(Number(value)) === 'one' ? one : others);
    });
  return Object.assign(write, { language });
}

export function messagesIn(language: Language): Messages {
  return wordsOf({ tr, en }, language);
}
