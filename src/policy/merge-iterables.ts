/**
 * Several async iterables as one, items in the order they arrive. An error of one ends all; leaving early ends all.
 */
export function mergeIterables<T>(sources: readonly AsyncIterable<T>[]): AsyncIterable<T> {
  const [only] = sources;
  return only && sources.length === 1 ? only : merged(sources);
}

async function* merged<T>(sources: readonly AsyncIterable<T>[]): AsyncGenerator<T> {
  const iterators = sources.map((source) => source[Symbol.asyncIterator]());
  const next = (index: number) => iterators[index]!.next().then((result) => ({ index, result }));
  const pending = new Map(iterators.map((_, index) => [index, next(index)]));
  try {
    while (pending.size > 0) {
      const { index, result } = await Promise.race(pending.values());
      if (result.done) {
        pending.delete(index);
      } else {
        pending.set(index, next(index));
        yield result.value;
      }
    }
  } finally {
    for (const waiting of pending.values()) waiting.catch(() => undefined);
    await Promise.allSettled(iterators.map((iterator) => Promise.resolve(iterator.return?.())));
  }
}
