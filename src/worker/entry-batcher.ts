import type { LogEntry } from '#run/events.ts';

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

  /** True where it was sent, with those before. */
  add(entry: LogEntry): boolean {
    this.entries.push(entry);
    const due = this.now() - this.flushed >= flushEvery;
    if (due) this.flush();
    return due;
  }

  flush(): void {
    if (this.entries.length > 0) this.send(this.entries);
    this.entries = [];
    this.flushed = this.now();
  }
}
