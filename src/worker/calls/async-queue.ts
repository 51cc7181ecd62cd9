/** What arrives in messages, as an async iterable. Items pushed after the end are dropped. */
export class AsyncQueue<T> implements AsyncIterable<T> {
  private readonly items: T[] = [];
  private ended: { readonly error: unknown } | 'open' | 'closed' = 'open';
  private wake: (() => void) | null = null;

  push(items: readonly T[]): void {
    if (this.ended !== 'open') return;
    for (const item of items) this.items.push(item);
    this.wake?.();
  }

  close(): void {
    if (this.ended === 'open') this.ended = 'closed';
    this.wake?.();
  }

  /** The reader gets the items that came before, then the error. */
  fail(error: unknown): void {
    if (this.ended === 'open') this.ended = { error };
    this.wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (;;) {
      while (this.items.length > 0) yield* this.items.splice(0);
      if (this.ended === 'closed') return;
      if (this.ended !== 'open') throw this.ended.error;
      await new Promise<void>((resolve) => (this.wake = resolve));
      this.wake = null;
    }
  }
}
