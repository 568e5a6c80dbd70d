import { type Language, type Words, wordsOf } from '../../shared/messages';
import en from './en';
import tr from './tr';

/** A key of the word files; tr.ts is the reference. */
export type WordKey = keyof typeof tr;

export type Say = Words<WordKey>;

export function wordsIn(language: Language): Say {
  return wordsOf({ tr, en }, language);
}
