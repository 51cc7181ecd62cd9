import { expect, test } from 'vitest';
import { AsyncQueue } from './async-queue.ts';

test('a whole log can come in one message', async () => {
  const queue = new AsyncQueue<number>();
  const sent = Array.from({ length: 300_000 }, (_, index) => index);
  queue.push(sent);
  queue.close();
  const received: number[] = [];
  for await (const item of queue) received.push(item);
  expect(received).toEqual(sent);
});
