/** Whole days from one moment to another; a part of a day counts as one. */
export function daysUntil(end: Date, now: Date): number {
  return Math.ceil((end.getTime() - now.getTime()) / 86_400_000);
}

/** The moment after a last day, in the city's time, which is UTC+3 all year. */
export function endOf(day: string): Date {
  return new Date(new Date(`${day}T00:00:00+03:00`).getTime() + 86_400_000);
}
