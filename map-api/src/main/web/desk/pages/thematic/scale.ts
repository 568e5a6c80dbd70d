import type { Spread } from './definition';

/** Where values and the limits between them lie along a histogram, from 0 at its left end to 1 at its right one. */
type Axis = Pick<Spread, 'from' | 'to' | 'step' | 'bins'>;

/** A value's place; a whole number's is the middle of its column. */
export function placeOf(value: number, { from, to, step, bins }: Axis): number {
  const [low, width] = step > 0 ? [from - 0.5, step * bins.length] : [from, to - from];
  return width === 0 ? 0 : (value - low) / width;
}

/** A limit's place: of whole numbers it is between columns, right of the last one that is not greater. */
export function placeOfLimit(limit: number, axis: Axis): number {
  return placeOf(axis.step > 0 ? Math.floor(limit) + 0.5 : limit, axis);
}

/** The limit nearest to a place. */
export function limitAt(place: number, { from, to, step, bins }: Axis): number {
  return step > 0 ? Math.round(from - 1 + place * step * bins.length) : from + place * (to - from);
}

/** A limit pushed by a part of the whole span; of whole numbers by one at least. */
export function pushed(limit: number, part: number, { from, to, step }: Axis): number {
  const way = part * (to - from);
  return step > 0 ? Math.floor(limit) + Math.sign(part) * Math.max(1, Math.round(Math.abs(way))) : limit + way;
}

/** Limits after one was moved. */
export function moved(limits: readonly number[], index: number, to: number, axis: Axis): number[] {
  const [least, most] = roomOf(limits, index, axis);
  const made = axis.step > 0 ? Math.round(to) : rounded(to, axis);
  return limits.map((limit, i) => (i === index && least <= most ? Math.min(Math.max(made, least), most) : limit));
}

/**
 * Between which numbers a limit can stand: between its neighbours and inside the values, however narrow the room; every class keeps a whole
 * number of its own.
 */
export function roomOf(limits: readonly number[], index: number, { from, to, step }: Axis): readonly [number, number] {
  const low = limits[index - 1];
  const high = limits[index + 1];
  if (step > 0) {
    return [low === undefined ? from : Math.floor(low) + 1, (high === undefined ? to : Math.floor(high)) - 1];
  }
  const [least, most] = [low ?? from, high ?? to];
  const air = Math.min((to - from) / 500, (most - least) / 3);
  return [least + air, most - air];
}

function rounded(value: number, { from, to }: Axis): number {
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.max(to - from, Number.MIN_VALUE))));
  return Number(value.toFixed(Math.min(digits, 12)));
}
