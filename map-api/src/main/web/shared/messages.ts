import en from './messages/en.json';
import tr from './messages/tr.json';

/** A key of the message files; tr.json is the reference. */
export type MessageKey = keyof typeof tr;

export type Language = 'tr' | 'en';

/** Writes a message in one language, with {named} values put in. */
export type Messages = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

const FILES: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { tr, en };

/** The language an address asks for; Turkish unless it is one we speak. */
export function parseLanguage(search: string): Language {
  return new URLSearchParams(search).get('lang') === 'en' ? 'en' : 'tr';
}

export function messagesIn(language: Language): Messages {
  const file = FILES[language];
  return (key, values = {}) => file[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** A day as people of the language write it, e.g. "20 Kasım 2026", in the city's time. */
export function formatDay(instant: string, language: Language): string {
  const locale = language === 'tr' ? 'tr-TR' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Europe/Istanbul' }).format(new Date(instant));
}

/** A month such as 2026-11 as people of the language write it, e.g. "Kasım 2026". */
export function formatMonth(month: string, language: Language): string {
  const locale = language === 'tr' ? 'tr-TR' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01`));
}

/** The time of day in the city, such as "14:05". */
export function formatTime(instant: string, language: Language): string {
  const locale = language === 'tr' ? 'tr-TR' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'Europe/Istanbul' }).format(new Date(instant));
}
