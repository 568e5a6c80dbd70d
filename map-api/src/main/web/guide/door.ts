/** What lies inside a door: "daire 5", "kat 2", "d:3". */
const INSIDE = /(?<![\p{L}\d])(?:daire|iç kapı|ic kapi|kat|d|k)\s*(?:no)?\s*[:.]?\s*\d{1,4}(?![\p{L}\d])/gu;
const DOOR = /(?<![\p{L}\d/])\d{1,5}(?:\s*[-/]\s*\d{1,5})?(?:\s*[-/]?\s*\p{L})?(?![\p{L}\d/])/gu;
const WRITTEN = / No: (.+)$/;

/** Whether an address, by its title, has a door that the text asks for: "12/A" is not answered by 12. */
export function hasDoorOf(text: string, title: string): boolean {
  const door = WRITTEN.exec(title)?.[1];
  const asked = lower(text).replace(INSIDE, ' ').match(DOOR) ?? [];
  return door === undefined || asked.map(key).includes(key(lower(door)));
}

function lower(text: string): string {
  return text.toLocaleLowerCase('tr');
}

function key(door: string): string {
  return door.replace(/[\s/-]+(?=\p{L})/gu, '').replace(/\s/g, '');
}
