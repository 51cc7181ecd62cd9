import { AsyncQueue, type Buffered } from './runtime/async-queue.ts';

/** An item and which of the sources it came from. */
export interface Arrival<T> {
  readonly source: number;
  readonly item: T;
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

type Source<T> = AsyncIterator<T> & Partial<Buffered<T>>;

class Merge<T> {
  private readonly iterators: readonly Source<T>[];
  private readonly arrived = new AsyncQueue<Arrival<T>>();
  private open: number;
  private left = false;

  constructor(sources: readonly AsyncIterable<T>[]) {
    this.iterators = sources.map((source) => source[Symbol.asyncIterator]());
    this.open = sources.length;
    if (this.open === 0) this.arrived.end();
    for (const [source, iterator] of this.iterators.entries()) this.read(source, iterator);
  }

  /** What has arrived, at least one item; none where all sources have ended. */
  async next(): Promise<readonly Arrival<T>[]> {
    const first = await this.arrived.next();
    return first.done ? [] : [first.value, ...this.arrived.takeReady()];
  }

  async leave(): Promise<void> {
    this.left = true;
    await Promise.allSettled(this.iterators.map((iterator) => Promise.resolve(iterator.return?.())));
  }

  private read(source: number, iterator: Source<T>): void {
    iterator.next().then(
      (result) => this.take(source, iterator, result),
      (error: unknown) => this.arrived.fail(error),
    );
  }

  private take(source: number, iterator: Source<T>, result: IteratorResult<T>): void {
    if (result.done) {
      this.open -= 1;
      if (this.open === 0) this.arrived.end();
      return;
    }
    this.arrived.push({ source, item: result.value });
    for (const item of iterator.takeReady?.() ?? []) this.arrived.push({ source, item });
    if (!this.left) this.read(source, iterator);
  }
}
