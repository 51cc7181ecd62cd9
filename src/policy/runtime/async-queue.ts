/** An async iterator that can hand over, without waiting, what it has got already. */
export interface Buffered<T> {
  takeReady(): readonly T[];
}

interface Reader<T> {
  resolve(result: IteratorResult<T, undefined>): void;
  reject(error: unknown): void;
}

/**
 * Hands items from a producer that pushes to a consumer that awaits. Unbounded: a producer pushes no more than was
 * asked for. May be read by several `next` at once; each item goes to one of them, in order. What is pushed after the end
 * is dropped.
 */
export class AsyncQueue<T> implements AsyncIterableIterator<T, undefined>, Buffered<T> {
  private items: T[] = [];
  private head = 0;
  private readers: Reader<T>[] = [];
  private ended = false;
  private failure: { readonly error: unknown } | null = null;

  /** `onReturn`: the consumer lost interest before the end. */
  constructor(private readonly onReturn: () => void = () => undefined) {}

  push(item: T): void {
    if (this.ended) return;
    const reader = this.readers.shift();
    if (reader === undefined) this.items.push(item);
    else reader.resolve({ done: false, value: item });
  }

  /** No more items: readers get the ones that are left, then the end. */
  end(): void {
    if (this.ended) return;
    this.ended = true;
    for (const reader of this.readers) reader.resolve({ done: true, value: undefined });
    this.readers = [];
  }

  /** Readers get the items that are left (`drop` them first where they should not), the error once, then the end. */
  fail(error: unknown): void {
    if (this.ended) return;
    const first = this.readers.shift();
    if (first === undefined) this.failure = { error };
    else first.reject(error);
    this.end();
  }

  next(): Promise<IteratorResult<T, undefined>> {
    if (this.head < this.items.length) {
      const value = this.items[this.head++]!;
      if (this.head === this.items.length) this.drop();
      return Promise.resolve({ done: false, value });
    }
    if (this.failure !== null) {
      const { error } = this.failure;
      this.failure = null;
      return rejected(error);
    }
    if (this.ended) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve, reject) => this.readers.push({ resolve, reject }));
  }

  /** All items that wait to be read. */
  takeReady(): readonly T[] {
    const ready = this.head === 0 ? this.items : this.items.slice(this.head);
    this.drop();
    return ready;
  }

  /** Forgets the items that wait to be read. */
  drop(): void {
    if (this.items.length > 0) this.items = [];
    this.head = 0;
  }

  return(): Promise<IteratorResult<T, undefined>> {
    this.drop();
    this.failure = null;
    if (!this.ended) {
      this.end();
      this.onReturn();
    }
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

async function rejected(error: unknown): Promise<never> {
  throw error;
}
