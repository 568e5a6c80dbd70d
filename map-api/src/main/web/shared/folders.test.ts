import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const web = fileURLToPath(new URL('..', import.meta.url));
const FOLDERS = ['guide', 'desk', 'ogc', 'partner', 'shared', 'thematic'];

/** The top folders that the sources of one take something from. */
function takenBy(folder: string): Set<string> {
  const files = readdirSync(`${web}${folder}`, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const imports = files.flatMap((name) =>
    [...readFileSync(`${web}${folder}/${name}`, 'utf8').matchAll(/(?:from|import)[ (]'(\.[^']+)'/g)].map(
      ([, path]) => new URL(path ?? '', `file:///${folder}/${name}`).pathname,
    ),
  );
  return new Set(imports.map((path) => path.split('/')[1] ?? ''));
}

test.each(FOLDERS)('%s takes nothing from another page: what two need is in shared', (folder) => {
  const taken = takenBy(folder);
  expect(taken.size).toBeGreaterThan(0);
  expect([...taken].filter((name) => name !== folder && name !== 'shared')).toEqual([]);
});
