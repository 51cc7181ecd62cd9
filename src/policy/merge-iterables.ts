/** An item and which of the sources it came from. */
export interface Arrival<T> {
  readonly source: number;
  readonly item: T;
}

/** An async iterator that can hand over, without waiting, what it has got already. */
export interface Buffered<T> {
  takeReady(): readonly T[];
}

/**
 * Several async iterables as one, items in the order they arrive, all that have arrived since the last reading together:
 * a model gives a token to every completion at once, and waiting for each alone costs more than drawing it.
 *
 * Sources are read as fast as they give, so that the order is theirs and not the reader's. An error of one ends all,
 * after what arrived before it; leaving early ends all.
 */
export async function* mergeIterables<T>(sources: readonly AsyncIterable<T>[]): AsyncGenerator<readonly Arrival<T>[], void, undefined> {
  const iterators = sources.map((source): AsyncIterator<T> & Partial<Buffered<T>> => source[Symbol.asyncIterator]());
  let arrived: Arrival<T>[] = [];
  let open = iterators.length;
  let failure: { readonly error: unknown } | null = null;
  let left = false;
  let wake = (): void => undefined;

  const read = (source: number): void => {
    const iterator = iterators[source]!;
    const take = (result: IteratorResult<T>): void => {
      if (result.done) open -= 1;
      else {
        arrived.push({ source, item: result.value });
        for (const item of iterator.takeReady?.() ?? []) arrived.push({ source, item });
        if (!left) read(source);
      }
      wake();
    };
    iterator.next().then(take, (error: unknown) => {
      failure ??= { error };
      wake();
    });
  };

  try {
    for (const source of iterators.keys()) read(source);
    while (open > 0 || arrived.length > 0) {
      if (arrived.length > 0) {
        const batch = arrived;
        arrived = [];
        yield batch;
      } else if (failure) throw (failure as { readonly error: unknown }).error;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    left = true;
    await Promise.allSettled(iterators.map((iterator) => Promise.resolve(iterator.return?.())));
  }
}
