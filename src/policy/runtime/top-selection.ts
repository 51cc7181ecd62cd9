import type { TokenId } from '../language-model.ts';

/**
 * Selects the heaviest tokens without sorting the vocabulary. Of two equally heavy tokens the one with the lower id counts
 * as heavier, so the order is total and the selection does not depend on the algorithm.
 *
 * Buffers are allocated once; a selection allocates only the list it returns.
 */
export class TopSelection {
  /** Ids of the last selection. */
  readonly ids: Int32Array;
  private size = 0;

  /** `most`: the longest list of weights that is selected from. */
  constructor(most: number) {
    this.ids = new Int32Array(most);
  }

  /**
   * Selects the `count` heaviest tokens, unordered, and returns the lightest of them. One pass over the weights with a heap
   * of `count` ids: O(V + replacements · log count), and replacements become rare along the way.
   */
  heaviest(weights: Float64Array, count: number): TokenId {
    const ids = this.ids;
    const all = weights.length;
    const size = Math.min(count, all);
    for (let id = 0; id < size; id++) ids[id] = id;
    for (let at = (size >> 1) - 1; at >= 0; at--) siftLightest(ids, size, at, weights);
    let bar = weights[ids[0]!]!;
    for (let id = size; id < all; id++) {
      // An equal weight is skipped: the ids already in have priority, as they are lower.
      if (weights[id]! > bar) {
        ids[0] = id;
        siftLightest(ids, size, 0, weights);
        bar = weights[ids[0]]!;
      }
    }
    this.size = size;
    return ids[0]!;
  }

  /**
   * The `count` heaviest tokens, heaviest first. One pass with insertion into a sorted list: for the few alternatives shown
   * with a token, where a heap costs more than it saves.
   */
  heaviestInOrder(weights: Float64Array, count: number): readonly TokenId[] {
    const all = weights.length;
    const size = Math.min(count, all);
    const ids: TokenId[] = [];
    let bar = Infinity;
    for (let id = 0; id < all; id++) {
      const weight = weights[id]!;
      // An equal weight is skipped: the ids already in have priority, as they are lower.
      if (id >= size && !(weight > bar)) continue;
      let at = id < size ? id : size - 1;
      for (; at > 0 && weight > weights[ids[at - 1]!]!; at--) ids[at] = ids[at - 1]!;
      ids[at] = id;
      bar = weights[ids[ids.length - 1]!]!;
    }
    return ids;
  }

  /** Selects the tokens that weigh at least `floor`, in no order. */
  atLeast(weights: Float64Array, floor: number): void {
    const all = weights.length;
    let size = 0;
    for (let id = 0; id < all; id++) {
      if (weights[id]! >= floor) this.ids[size++] = id;
    }
    this.size = size;
  }

  /**
   * From the current selection, takes the heaviest tokens until their weights add up to `mass`, and returns the last one
   * taken. O(selected + taken · log selected). Consumes the selection.
   */
  nucleus(weights: Float64Array, mass: number): TokenId {
    const ids = this.ids;
    let size = this.size;
    for (let at = (size >> 1) - 1; at >= 0; at--) siftHeaviest(ids, size, at, weights);
    let sum = 0;
    for (;;) {
      const heaviest = ids[0]!;
      sum += weights[heaviest]!;
      size -= 1;
      // Because of rounding, the sum of all can be slightly less than the mass.
      if (sum >= mass || size === 0) return heaviest;
      ids[0] = ids[size]!;
      siftHeaviest(ids, size, 0, weights);
    }
  }
}

/** Restores a heap whose root is the lightest id, after a change at `start`. */
function siftLightest(ids: Int32Array, size: number, start: number, weights: Float64Array): void {
  const id = ids[start]!;
  const weight = weights[id]!;
  let at = start;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= size) break;
    let childId = ids[child]!;
    let childWeight = weights[childId]!;
    if (child + 1 < size) {
      const otherId = ids[child + 1]!;
      const otherWeight = weights[otherId]!;
      if (otherWeight < childWeight || (otherWeight === childWeight && otherId > childId)) {
        child += 1;
        childId = otherId;
        childWeight = otherWeight;
      }
    }
    if (weight < childWeight || (weight === childWeight && id > childId)) break;
    ids[at] = childId;
    at = child;
  }
  ids[at] = id;
}

/** Restores a heap whose root is the heaviest id, after a change at `start`. */
function siftHeaviest(ids: Int32Array, size: number, start: number, weights: Float64Array): void {
  const id = ids[start]!;
  const weight = weights[id]!;
  let at = start;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= size) break;
    let childId = ids[child]!;
    let childWeight = weights[childId]!;
    if (child + 1 < size) {
      const otherId = ids[child + 1]!;
      const otherWeight = weights[otherId]!;
      if (otherWeight > childWeight || (otherWeight === childWeight && otherId < childId)) {
        child += 1;
        childId = otherId;
        childWeight = otherWeight;
      }
    }
    if (weight > childWeight || (weight === childWeight && id < childId)) break;
    ids[at] = childId;
    at = child;
  }
  ids[at] = id;
}
