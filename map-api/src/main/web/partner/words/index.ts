import type { Language } from '../../shared/messages';
import en from './en';
import tr from './tr';

/** A key of the word files; tr.ts is the reference. */
export type WordKey = keyof typeof tr;

/** Writes words in one language, with {named} values put in. */
export type Say = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

const FILES: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = { tr, en };

export function wordsIn(language: Language): Say {
  const file = FILES[language];
  return (key, values = {}) => file[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
