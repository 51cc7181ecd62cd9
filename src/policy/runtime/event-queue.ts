import type { Buffered } from '../merge-iterables.ts';

/**
 * Hands events from a producer that pushes to a consumer that awaits. Unbounded: a producer pushes no more than
 * was requested. May be read by several `next` at once; each event goes to one of them, in order.
 */
export class EventQueue<Event> implements AsyncIterator<Event, undefined>, Buffered<Event> {
  private events: Event[] = [];
  private head = 0;
  private readers: { resolve(result: IteratorResult<Event, undefined>): void; reject(error: Error): void }[] =
    [];
  private ended = false;
  private error: Error | null = null;

  /** `onReturn`: the consumer lost interest before the end. */
  constructor(private readonly onReturn: () => void) {}

  push(event: Event): void {
    if (this.ended) return;
    const reader = this.readers.shift();
    if (reader === undefined) this.events.push(event);
    else reader.resolve({ done: false, value: event });
  }

  /** No more events: readers get the ones that are left, then the end. */
  end(): void {
    if (this.ended) return;
    this.ended = true;
    for (const reader of this.readers) reader.resolve({ done: true, value: undefined });
    this.readers = [];
  }

  /** Events not read yet are dropped; readers get the error, once, then the end. */
  fail(error: Error): void {
    if (this.ended) return;
    this.ended = true;
    this.clear();
    const [first, ...others] = this.readers;
    this.readers = [];
    if (first === undefined) this.error = error;
    else first.reject(error);
    for (const reader of others) reader.resolve({ done: true, value: undefined });
  }

  next(): Promise<IteratorResult<Event, undefined>> {
    const event = this.events[this.head];
    if (event !== undefined) {
      this.head += 1;
      if (this.head === this.events.length) this.clear();
      return Promise.resolve({ done: false, value: event });
    }
    if (this.error !== null) {
      const error = this.error;
      this.error = null;
      return Promise.reject(error);
    }
    if (this.ended) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve, reject) => this.readers.push({ resolve, reject }));
  }

  /** All events that wait to be read. */
  takeReady(): readonly Event[] {
    const ready = this.head === 0 ? this.events : this.events.slice(this.head);
    this.clear();
    return ready;
  }

  return(): Promise<IteratorResult<Event, undefined>> {
    this.clear();
    this.error = null;
    if (!this.ended) {
      this.end();
      this.onReturn();
    }
    return Promise.resolve({ done: true, value: undefined });
  }

  private clear(): void {
    if (this.events.length > 0) this.events = [];
    this.head = 0;
  }
}
