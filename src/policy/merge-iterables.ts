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
export async function* mergeIterables<T>(
  sources: readonly AsyncIterable<T>[],
): AsyncGenerator<readonly Arrival<T>[], void, undefined> {
  const merge = new Merge(sources);
  try {
    for (let batch = await merge.next(); batch.length > 0; batch = await merge.next()) yield batch;
  } finally {
    await merge.leave();
  }
}

class Merge<T> {
  private readonly iterators: readonly (AsyncIterator<T> & Partial<Buffered<T>>)[];
  private arrived: Arrival<T>[] = [];
  private open: number;
  private failure: { readonly error: unknown } | null = null;
  private left = false;
  private wake: () => void = () => undefined;

  constructor(sources: readonly AsyncIterable<T>[]) {
    this.iterators = sources.map((source) => source[Symbol.asyncIterator]());
    this.open = sources.length;
    for (const source of this.iterators.keys()) this.read(source);
  }

  /** What has arrived, at least one item; none where all sources have ended. */
  async next(): Promise<readonly Arrival<T>[]> {
    while (this.arrived.length === 0 && this.failure === null && this.open > 0)
      await new Promise<void>((resolve) => (this.wake = resolve));
    const batch = this.arrived;
    if (batch.length === 0 && this.failure) throw this.failure.error;
    this.arrived = [];
    return batch;
  }

  async leave(): Promise<void> {
    this.left = true;
    await Promise.allSettled(this.iterators.map((iterator) => Promise.resolve(iterator.return?.())));
  }

  private read(source: number): void {
    this.iterators[source]!.next().then(
      (result) => this.take(source, result),
      (error: unknown) => {
        this.failure ??= { error };
        this.wake();
      },
    );
  }

  private take(source: number, result: IteratorResult<T>): void {
    if (result.done) this.open -= 1;
    else {
      this.arrived.push({ source, item: result.value });
      for (const item of this.iterators[source]!.takeReady?.() ?? []) this.arrived.push({ source, item });
      if (!this.left) this.read(source);
    }
    this.wake();
  }
}
