import type { TokenId } from '../language-model.ts';
import { isOutOfSlots, outOfSlots } from './failures.ts';
import {
  advance,
  type Boundary,
  coverOf,
  createNode,
  type Holding,
  isRedundant,
  longestMatch,
  type RadixNode,
  remove,
} from './radix-tree.ts';
import type { Slot, StepEngine } from './step-engine.ts';

/** Bytes of remembered logits: enough for every prompt with a small vocabulary, some fifty with a large one. */
const BOUNDARY_BYTES = 32 * 1024 * 1024;

/**
 * Which prefixes are in the engine's slots: a radix tree over token ids (RadixAttention, Zheng et al. 2023, arXiv
 * 2312.07104). A request takes a slot that starts with the longest cached prefix of its tokens, and feeds the rest. When
 * slots run out, the least recently used idle sequence is evicted, first those whose tokens other sequences hold too. A
 * sequence in use is never evicted.
 *
 * It also remembers outputs: the value at each reported position, and the logits after prompts ("boundaries"), so that a
 * known prompt needs no forward for its next token. Both live as long as a slot holds their path.
 *
 * SGLang shares pages of keys and values between sequences. The step engine has whole slots only, so a shared prefix is
 * copied by `fork`.
 */
export class RadixCache {
  private readonly root: RadixNode = createNode(null, 0, [], []);
  private readonly holdings = new Set<Holding>();
  /** Least recently used first. */
  private readonly boundaries = new Set<Boundary>();
  private readonly boundaryLimit: number;
  private uses = 0;

  constructor(private readonly engine: StepEngine) {
    this.boundaryLimit = Math.max(1, Math.floor(BOUNDARY_BYTES / (4 * engine.vocabulary)));
  }

  /** Slots that hold sequences, in use or idle. */
  get size(): number {
    return this.holdings.size;
  }

  /** How many of the first `atMost` tokens are cached. */
  cachedLength(tokens: readonly TokenId[], atMost: number): number {
    return longestMatch(this.root, tokens, atMost).length;
  }

  /** Remembered logits after the first `length` tokens, `[vocabulary]`. */
  logitsAfter(tokens: readonly TokenId[], length: number): Float32Array | null {
    const match = longestMatch(this.root, tokens, length);
    if (match.length < length) return null;
    const boundary = match.node.boundaries.find((candidate) => candidate.length === length);
    if (boundary === undefined) return null;
    this.boundaries.delete(boundary);
    this.boundaries.add(boundary);
    return boundary.logits;
  }

  /** Remembered value after the first `length` tokens; NaN if there is none. */
  valueAfter(tokens: readonly TokenId[], length: number): number {
    const match = longestMatch(this.root, tokens, length);
    if (match.length < length || length === 0) return NaN;
    this.touch(coverOf(match.node, length));
    return match.node.values[length - 1 - match.node.start] ?? NaN;
  }

  /**
   * A slot, now in use, with the longest cached prefix of the first `atMost` tokens. An idle sequence that is exactly this
   * prefix is reused; any other is forked.
   *
   * Throws PolicyError `out-of-slots` when all slots are in use.
   */
  acquire(tokens: readonly TokenId[], atMost: number): Holding {
    for (;;) {
      const { node, length } = longestMatch(this.root, tokens, atMost);
      const exact = node.holdings.find((holding) => !holding.inUse && holding.length === length);
      if (exact !== undefined) {
        exact.inUse = true;
        return exact;
      }
      if (length === 0)
        return this.hold(
          this.allocate(null, () => this.engine.create())!,
          node,
          0,
        );
      const cover = coverOf(node, length);
      this.touch(cover);
      const slot = this.allocate(cover, () => this.engine.fork(cover.slot, length));
      if (slot !== null) return this.hold(slot, node, length);
      // Only evicting the sequence to fork from makes room. Look again, because there is then less to reuse.
      this.evict(cover);
    }
  }

  /** Records that the slot was fed one more token, and the value reported there (NaN: none was). */
  append(holding: Holding, token: TokenId, value: number): void {
    advance(holding, token, value);
  }

  /** Keeps a copy of the logits after the holding's tokens, `[vocabulary]`, and returns it. */
  remember(holding: Holding, logits: Float32Array): Float32Array {
    const { node, length } = holding;
    const known = node.boundaries.find((boundary) => boundary.length === length);
    if (known !== undefined) return known.logits;
    const boundary: Boundary = { node, length, logits: logits.slice() };
    node.boundaries.push(boundary);
    this.boundaries.add(boundary);
    if (this.boundaries.size > this.boundaryLimit) this.forgetOldest();
    return boundary.logits;
  }

  /** The sequence stays cached, and may be evicted or taken. */
  release(holding: Holding): void {
    holding.inUse = false;
    this.touch(holding);
  }

  /** Evicts the least useful idle sequence for its memory. False if none is idle. */
  evictIdle(): boolean {
    const victim = this.victim(null);
    if (victim !== null) this.evict(victim);
    return victim !== null;
  }

  /** Drops every slot, also those in use. Errors of a failed engine are ignored. */
  clear(): void {
    for (const holding of this.holdings) {
      try {
        this.evict(holding);
      } catch {
        // The slot is lost with its engine; the tree no longer has it.
      }
    }
  }

  private hold(slot: Slot, node: RadixNode, length: number): Holding {
    const holding: Holding = { slot, node, length, inUse: true, lastUsed: 0 };
    this.touch(holding);
    node.holdings.push(holding);
    this.holdings.add(holding);
    return holding;
  }

  /**
   * A slot from the engine, evicting idle ones until there is one. Null when only `keep` could be evicted.
   * Throws PolicyError `out-of-slots` when nothing could.
   */
  private allocate(keep: Holding | null, take: () => Slot): Slot | null {
    let refusal: unknown = null;
    for (;;) {
      if (this.holdings.size < this.engine.slots) {
        try {
          return take();
        } catch (error) {
          // An engine may run out of memory before it runs out of slots.
          if (!isOutOfSlots(error)) throw error;
          refusal = error;
        }
      }
      const victim = this.victim(keep);
      if (victim !== null) this.evict(victim);
      else if (keep !== null && !keep.inUse) return null;
      else throw refusal ?? outOfSlots();
    }
  }

  private victim(keep: Holding | null): Holding | null {
    let best: Holding | null = null;
    let bestRedundant = false;
    for (const holding of this.holdings) {
      if (holding.inUse || holding === keep) continue;
      const redundant = isRedundant(holding);
      const better =
        best === null || (redundant !== bestRedundant ? redundant : holding.lastUsed < best.lastUsed);
      if (better) {
        best = holding;
        bestRedundant = redundant;
      }
    }
    return best;
  }

  private evict(holding: Holding): void {
    this.holdings.delete(holding);
    remove(holding, (boundary) => this.boundaries.delete(boundary));
    this.engine.drop(holding.slot);
  }

  private forgetOldest(): void {
    const oldest = this.boundaries.values().next();
    if (oldest.done === true) return;
    const boundary = oldest.value;
    this.boundaries.delete(boundary);
    boundary.node.boundaries = boundary.node.boundaries.filter((other) => other !== boundary);
  }

  private touch(holding: Holding): void {
    this.uses += 1;
    holding.lastUsed = this.uses;
  }
}
