/** Gathers items into messages. They stay in order; the last ones need a `flush`. */
export class Batcher<Item> {
  private items: Item[] = [];
  private flushed: number;

  /** @param every milliseconds between messages. */
  constructor(
    private readonly now: () => number,
    private readonly every: number,
    private readonly send: (items: readonly Item[]) => void,
  ) {
    this.flushed = now();
  }

  /** True where it was sent, with those before. */
  add(item: Item): boolean {
    this.items.push(item);
    const due = this.now() - this.flushed >= this.every;
    if (due) this.flush();
    return due;
  }

  flush(): void {
    const { items } = this;
    this.items = [];
    this.flushed = this.now();
    if (items.length > 0) this.send(items);
  }
}
