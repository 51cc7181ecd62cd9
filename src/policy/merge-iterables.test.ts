import { describe, expect, it } from 'vitest';
import { mergeIterables } from './merge-iterables.ts';
import { AsyncQueue } from './runtime/async-queue.ts';

function queues(count: number) {
  const left: number[] = [];
  const all = Array.from({ length: count }, (_, source) => new AsyncQueue<string>(() => left.push(source)));
  return { all, left, sources: all.map((queue) => ({ [Symbol.asyncIterator]: () => queue })) };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('mergeIterables', () => {
  it('gives what has arrived together, in the order it arrived, however late it is read', async () => {
    const { all, sources } = queues(2);
    const merged = mergeIterables(sources);
    const first = merged.next();
    all[1]!.push('a');
    all[0]!.push('b');
    all[1]!.push('c');
    expect((await first).value).toEqual([
      { source: 1, item: 'a' },
      { source: 1, item: 'c' },
      { source: 0, item: 'b' },
    ]);
    all[0]!.push('d');
    await turn();
    all[1]!.push('e');
    await turn();
    all[0]!.push('f');
    for (const queue of all) queue.end();
    await turn();
    expect((await merged.next()).value).toEqual([
      { source: 0, item: 'd' },
      { source: 1, item: 'e' },
      { source: 0, item: 'f' },
    ]);
    expect(await merged.next()).toEqual({ done: true, value: undefined });
  });

  it('ends with the error of a source, after what arrived before it, and leaves the others', async () => {
    const { all, left, sources } = queues(2);
    const merged = mergeIterables(sources);
    const first = merged.next();
    all[0]!.push('a');
    await turn();
    all[1]!.fail(new Error('broken'));
    expect((await first).value).toEqual([{ source: 0, item: 'a' }]);
    await expect(merged.next()).rejects.toThrow('broken');
    expect(left).toEqual([0]);
  });

  it('leaves every source when it is left', async () => {
    const { all, left, sources } = queues(3);
    all[0]!.push('a');
    for await (const batch of mergeIterables(sources)) {
      expect(batch).toEqual([{ source: 0, item: 'a' }]);
      break;
    }
    expect(left).toEqual([0, 1, 2]);
  });

  it('ends at once without sources', async () => {
    expect(await mergeIterables([]).next()).toEqual({ done: true, value: undefined });
  });
});
