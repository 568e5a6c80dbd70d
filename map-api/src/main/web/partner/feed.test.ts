import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { feed } from './calls';

const ALL = 2500;
const PORTION = 1000;

/** A feed of so many entries that refuses one request in between, and one for good. */
function service(asked: (string | null)[], refuses: (count: number) => number | undefined) {
  return createServer((request, answer) => {
    const since = new URL(request.url ?? '', 'http://x').searchParams.get('since');
    asked.push(since);
    const refused = refuses(asked.length);
    if (refused !== undefined) {
      answer.writeHead(refused, { 'Retry-After': asked.length === 2 ? '1' : '1000000' }).end('{"status":429}');
      return;
    }
    const from = since === null ? 0 : Number(since.slice(1));
    const to = Math.min(ALL, from + PORTION);
    answer.end(JSON.stringify({ upToDate: from === ALL, entries: Array.from({ length: to - from }, (_, i) => from + i), next: `t${to}` }));
  });
}

test('the commands of the feed read all of it, and lose their place to no refusal', { timeout: 30_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kent-feed-'));
  const asked: (string | null)[] = [];
  const server = service(asked, (count) => (count === 2 ? 429 : count === 6 ? 403 : count === 7 ? 429 : undefined));
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  try {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const script = join(folder, 'feed.sh');
    const kept = feed(origin).replace('  # take over', '  cat new.json >> all.txt; echo >> all.txt # take over');
    await writeFile(script, kept.replace('KENT_KEY=…', 'KENT_KEY=k'));
    const run = () => promisify(execFile)('sh', [script], { cwd: folder });
    await run();
    expect(asked).toEqual([null, 't1000', 't1000', 't2000', 't2500']);
    const answers = (await readFile(join(folder, 'all.txt'), 'utf8')).trim().split('\n');
    expect(answers.flatMap((line) => (JSON.parse(line) as { entries: number[] }).entries)).toEqual(
      Array.from({ length: ALL }, (_, i) => i),
    );
    await expect(run(), 'refused').rejects.toThrow();
    await expect(run(), 'nothing is left of the month').rejects.toThrow();
    expect(JSON.parse(await readFile(join(folder, 'changes.json'), 'utf8'))).toMatchObject({ next: 't2500' });
    await run();
    expect(asked.at(-1)).toBe('t2500');
  } finally {
    server.close();
    await rm(folder, { recursive: true });
  }
});
