import type { LogEntry } from '../run/events.ts';

/** About 30 messages a second. */
const flushEvery = 33;

/** Gathers log entries into messages. Entries stay in order; the last ones need a `flush`. */
export class EntryBatcher {
  private entries: LogEntry[] = [];
  private flushed: number;

  constructor(
    private readonly now: () => number,
    private readonly send: (entries: readonly LogEntry[]) => void,
  ) {
    this.flushed = now();
  }

  add(entry: LogEntry): void {
    this.entries.push(entry);
    if (this.now() - this.flushed >= flushEvery) this.flush();
  }

  flush(): void {
    if (this.entries.length > 0) this.send(this.entries);
    this.entries = [];
    this.flushed = this.now();
  }
}
