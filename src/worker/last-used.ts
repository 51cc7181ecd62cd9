/** Things that take memory, by name: the ones that were used last. What there is no more room for is closed. */
export class LastUsed<Thing extends { readonly close: () => void }> {
  /** The one used last stands last. */
  private readonly things = new Map<string, Thing>();

  /** @param most things that are kept. */
  constructor(private readonly most: number) {}

  /** Counts as a use. */
  get(name: string): Thing | undefined {
    const thing = this.things.get(name);
    if (thing) {
      this.things.delete(name);
      this.things.set(name, thing);
    }
    return thing;
  }

  /** Keeps a thing that has just come into use. */
  keep(name: string, thing: Thing): void {
    this.letGo(name);
    this.things.set(name, thing);
    for (const oldest of [...this.things.keys()].slice(0, -this.most)) this.letGo(oldest);
  }

  letGo(name: string): void {
    this.things.get(name)?.close();
    this.things.delete(name);
  }
}
