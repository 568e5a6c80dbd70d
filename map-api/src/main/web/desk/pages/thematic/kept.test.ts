import { expect, test } from 'vitest';
import type { Saved } from './definition';
import { seenAt, withDone } from './kept';

const saved = (id: string, changedAt: string): Saved => ({ id, changedAt }) as Saved;

test('what was done is the version on the screen, whatever a colleague saved since', () => {
  const done = saved('a', '2026-11-03T10:00:00Z');
  const all = [saved('b', '2026-11-03T10:00:02Z'), saved('a', '2026-11-03T10:00:01Z')];
  expect(withDone(all, done)).toEqual([all[0], done]);
});

test('a version nobody knows is not named', () => {
  expect(seenAt('/api/desk/thematic/a', undefined)).toBe('/api/desk/thematic/a');
  expect(seenAt('/api/desk/thematic/a', saved('a', '2026-11-03T10:00:00+03:00'))).toBe(
    '/api/desk/thematic/a?seen=2026-11-03T10%3A00%3A00%2B03%3A00',
  );
});
