import { pageSize } from '../drivers/sequence-cache.ts';
import { runtimeExit, ToyObject } from './toy-tensor.ts';

/** A sequence of the toy's cache. */
export interface ToySequence {
  tokens: number[];
  /** Pages by identity; full ones are shared. */
  pages: object[];
}

/** A paged cache of many sequences, with the runtime's rules: what breaks one throws. */
export class ToyCache extends ToyObject {
  readonly sequences = new Map<number, ToySequence>();
  /** What the forward that has begun appends. */
  pending: { readonly sequence: ToySequence; readonly count: number }[] = [];
  constructor(
    private readonly most: number,
    private readonly pages: number,
  ) {
    super();
  }
  free(): number {
    return this.pages - new Set([...this.sequences.values()].flatMap(({ pages }) => pages)).size;
  }
  add(id: number): void {
    if (this.sequences.has(id) || this.sequences.size >= this.most) throw runtimeExit();
    this.sequences.set(id, { tokens: [], pages: [] });
  }
  fork(parent: number, child: number, length: number): void {
    const from = this.sequences.get(parent);
    if (!from || length < 1 || length > from.tokens.length) throw runtimeExit();
    this.add(child);
    const full = Math.floor(length / pageSize);
    const copied = length % pageSize > 0 ? [this.page()] : [];
    this.sequences.set(child, {
      tokens: from.tokens.slice(0, length),
      pages: [...from.pages.slice(0, full), ...copied],
    });
  }
  pop(id: number, count: number): void {
    const sequence = this.sequences.get(id);
    if (!sequence || count < 0 || count > sequence.tokens.length) throw runtimeExit();
    sequence.tokens.length -= count;
    sequence.pages.length = Math.ceil(sequence.tokens.length / pageSize);
  }
  reserve(sequence: ToySequence, count: number): void {
    const needed = Math.ceil((sequence.tokens.length + count) / pageSize);
    while (sequence.pages.length < needed) sequence.pages.push(this.page());
  }
  private page(): object {
    if (this.free() < 1) throw runtimeExit();
    return {};
  }
}
