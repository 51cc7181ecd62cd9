import { describe, expect, it } from 'vitest';
import { AsyncQueue } from './async-queue.ts';

const end = { done: true, value: undefined };

describe('a queue', () => {
  it('hands over a whole log that came in one message', async () => {
    const queue = new AsyncQueue<number>();
    const sent = Array.from({ length: 300_000 }, (_, index) => index);
    for (const item of sent) queue.push(item);
    queue.end();
    const received: number[] = [];
    for await (const item of queue) received.push(item);
    expect(received).toEqual(sent);
  });

  it('gives each item to one reader, in order, whether it came before or after it was asked for', async () => {
    const queue = new AsyncQueue<number | undefined>();
    queue.push(1);
    queue.push(undefined);
    const read = [queue.next(), queue.next(), queue.next(), queue.next(), queue.next()];
    queue.push(3);
    queue.end();
    queue.push(4);
    const items = [1, undefined, 3].map((value) => ({ done: false, value }));
    expect(await Promise.all(read)).toEqual([...items, end, end]);
  });

  it('gives what came before an error, then the error once', async () => {
    const queue = new AsyncQueue<number>();
    queue.push(1);
    queue.fail(new Error('broken'));
    queue.fail(new Error('again'));
    expect(await queue.next()).toEqual({ done: false, value: 1 });
    await expect(queue.next()).rejects.toThrow('broken');
    expect(await queue.next()).toEqual(end);
  });

  it('fails the first of those who wait, and ends the others', async () => {
    const queue = new AsyncQueue<number>();
    const [first, second] = [queue.next(), queue.next()];
    queue.fail(new Error('broken'));
    await expect(first).rejects.toThrow('broken');
    expect(await second).toEqual(end);
  });

  it('takes all that is ready at once, and forgets what is dropped', async () => {
    const queue = new AsyncQueue<number>();
    for (const item of [1, 2, 3]) queue.push(item);
    await queue.next();
    expect(queue.takeReady()).toEqual([2, 3]);
    expect(queue.takeReady()).toEqual([]);
    queue.push(4);
    queue.drop();
    queue.fail(new Error('broken'));
    await expect(queue.next()).rejects.toThrow('broken');
  });

  it('tells that its reader left, unless it had ended', async () => {
    let left = 0;
    const open = new AsyncQueue<number>(() => left++);
    open.push(1);
    for await (const _ of open) break;
    expect(left).toBe(1);
    expect(await open.next()).toEqual(end);
    const ended = new AsyncQueue<number>(() => left++);
    ended.push(1);
    ended.end();
    for await (const _ of ended) break;
    expect(left).toBe(1);
  });
});
