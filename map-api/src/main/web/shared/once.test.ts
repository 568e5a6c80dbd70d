import { expect, test } from 'vitest';
import { once } from './once';

test('what is pressed twice is done once, and again when it has ended', async () => {
  const button = new EventTarget();
  let done = 0;
  let end: () => void = () => undefined;
  const work = (): Promise<void> => {
    done += 1;
    return new Promise((settle) => (end = settle));
  };
  const first = once(button, work);
  await once(button, work);
  expect(done).toBe(1);
  end();
  await first;
  void once(button, work);
  expect(done).toBe(2);
});

test('what failed can be done again, and nobody else waited for it', async () => {
  const button = new EventTarget();
  await expect(once(button, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  let done = 0;
  await Promise.all([once(button, () => done++), once(new EventTarget(), () => done++)]);
  expect(done).toBe(2);
});
