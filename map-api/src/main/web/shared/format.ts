import type { Language } from './messages';

/** Numbers and times as people of a language write them; moments in the city's time. */

const CITY = 'Europe/Istanbul';

export function localeOf(language: Language): string {
  return language === 'tr' ? 'tr-TR' : 'en-GB';
}

export function number(value: number, language: Language, mostDecimals = 3): string {
  return new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: mostDecimals }).format(value);
}

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** The size of a file, e.g. "12,3 MB"; with another one, in the unit of that. */
export function size(bytes: number, language: Language, like = bytes): string {
  const step = Math.min(SIZES.length - 1, Math.floor(Math.log10(Math.max(1, like)) / 3));
  const format = { style: 'unit', unit: SIZES[step] ?? 'byte', maximumFractionDigits: step > 1 ? 1 : 0 } as const;
  return new Intl.NumberFormat(localeOf(language), format).format(bytes / 1000 ** step);
}

/** A unit of the model as people write it. */
export function unitText(unit: string): string {
  return ({ m2: 'm²', m3: 'm³', deg: '°', TRY: '₺' } as Readonly<Record<string, string>>)[unit] ?? unit;
}

/** A part of one, as a percentage. */
export function percent(share: number, language: Language, mostDecimals = 1): string {
  return new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: mostDecimals }).format(share);
}

/** A day such as 2026-11-03, e.g. "3 Kas 2026". */
export function day(date: string, language: Language): string {
  return times(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(date));
}

/** The day of a moment in full, e.g. "20 Kasım 2026". */
export function dayOf(instant: string, language: Language): string {
  return times(language, { dateStyle: 'long' }).format(new Date(instant));
}

/** A month such as 2026-11, e.g. "Kasım 2026". */
export function month(name: string, language: Language): string {
  return times(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${name}-01`));
}

/** The time of day, such as "14:05". */
export function timeOf(instant: string, language: Language): string {
  return times(language, { timeStyle: 'short' }).format(new Date(instant));
}

export function moment(instant: string | Date, language: Language, dateStyle: 'medium' | 'long' = 'medium'): string {
  return times(language, { dateStyle, timeStyle: 'short' }).format(new Date(instant));
}

/** A moment of these days: without its year. */
export function nearMoment(instant: string, language: Language): string {
  return times(language, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
}

/** The hour that begins at a moment. */
export function hourFrom(instant: string, language: Language): string {
  const begin = new Date(instant);
  return times(language, { dateStyle: 'medium', timeStyle: 'short' }).formatRange(begin, new Date(begin.getTime() + 3_600_000));
}

function times(language: Language, format: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(localeOf(language), { timeZone: CITY, ...format });
}
