/** What lies inside a door: "daire 5", "kat 2", "d:3". */
const INSIDE = /(?<![\p{L}\d])(?:daire|iç kapı|ic kapi|kat|d|k)\s*(?:no)?\s*[:.]?\s*\d{1,4}(?![\p{L}\d])/gu;
const DOOR = /(?<![\p{L}\d/])\d{1,5}(?:\s*[-/]\s*\d{1,5})?(?:\s*[-/]?\s*\p{L})?(?![\p{L}\d/])/gu;
const FLAT = /^(\d+\p{L}?)\/\d+$/u;
const WRITTEN = / No: (.+)$/;

/** How an address, by its title, answers a text: its very door, the outer door of a flat ("12/3" by 12), or another ("12/A" by 12). */
export function doorAnswer(text: string, title: string): 'same' | 'outer' | 'other' {
  const door = key(lower(WRITTEN.exec(title)?.[1] ?? ''));
  const asked = (lower(text).replace(INSIDE, ' ').match(DOOR) ?? []).map(key);
  if (door === '' || asked.includes(door)) {
    return 'same';
  }
  return asked.some((written) => FLAT.exec(written)?.[1] === door) ? 'outer' : 'other';
}

function lower(text: string): string {
  return text.toLocaleLowerCase('tr');
}

function key(door: string): string {
  return door.replace(/[\s/-]+(?=\p{L})/gu, '').replace(/\s/g, '');
}
