import { expect, test } from 'vitest';
import { marksOf } from './mapStage';
import type { Hit } from './places';

test('the first of a list is drawn last, above those beside it', () => {
  const hit = (id: string): Hit => ({ id, sort: 'place', code: '', kind: '', title: '', where: '', path: '', longitude: 33, latitude: 40 });
  expect(marksOf([hit('a'), hit('b')]).map(({ properties }) => properties)).toEqual([
    { id: 'b', number: '2' },
    { id: 'a', number: '1' },
  ]);
});
