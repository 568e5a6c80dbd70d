import { beforeEach, expect, test } from 'vitest';
import { latest } from './latest';

let told: string[];
let answers: ((text: string) => void)[];
beforeEach(() => {
  told = [];
  answers = [];
});

const slow = (): Promise<string> => new Promise((settle) => answers.push(settle));
const telling = { show: (text: string) => told.push(text), refused: (cause: unknown) => told.push(`refused: ${String(cause)}`) };

test('a slow answer is not shown over that of a later question', async () => {
  const ask = latest(new AbortController().signal);
  const both = [ask(slow, telling), ask(slow, telling)];
  answers[1]?.('later');
  answers[0]?.('earlier');
  await Promise.all(both);
  expect(told).toEqual(['later']);
});

test('nothing is shown, nor said to be refused, on a page that was left', async () => {
  const left = new AbortController();
  const ask = latest(left.signal);
  const asked = [
    ask(slow, telling),
    latest(left.signal)((cancel) => new Promise((_, fail) => cancel.addEventListener('abort', () => fail(cancel.reason))), telling),
  ];
  left.abort();
  answers[0]?.('too late');
  await Promise.all(asked);
  expect(told).toEqual([]);
});

test('what is refused is told, of a view that fails to show its answer too', async () => {
  const ask = latest(new AbortController().signal);
  await ask(() => Promise.reject('no'), telling);
  await ask(() => Promise.resolve('yes'), {
    ...telling,
    show: () => {
      throw 'torn';
    },
  });
  expect(told).toEqual(['refused: no', 'refused: torn']);
});
