import type { TokenId } from '../language-model.ts';
import { expAll, expEach, lowestOfExpAll } from '#run/portable-math.ts';

/**
 * The weights of one row's tokens, relative to its likeliest one. An engine may bring its own (`StepEngine.createSoftmax`), with the
 * same bits.
 */
export interface RowSoftmax {
  /** Logits less the largest one, `[vocabulary]`. */
  readonly centred: Float64Array;
  /** e^centred. */
  readonly exps: Float64Array;
  /** e^(centred · scale), as it was asked for last. */
  readonly tempered: Float64Array;
  /** The first of the largest logits. */
  readonly likeliest: TokenId;
  /** Fills `centred` and `exps`. Returns the sum of `exps` in id order; NaN if the row is no distribution. */
  load(row: Float32Array): number;
  /** Fills `tempered`. Returns its sum in id order. */
  temper(scale: number): number;
}

/** In portable arithmetic: the reference for all others. */
export class PortableSoftmax implements RowSoftmax {
  readonly centred: Float64Array;
  readonly exps: Float64Array;
  readonly tempered: Float64Array;
  likeliest: TokenId = 0;
  private lowest = 0;

  constructor(private readonly vocabulary: number) {
    this.centred = new Float64Array(vocabulary);
    this.exps = new Float64Array(vocabulary);
    this.tempered = new Float64Array(vocabulary);
  }

  load(row: Float32Array): number {
    const { vocabulary, centred } = this;
    let largest = -Infinity;
    let likeliest = 0;
    for (let id = 0; id < vocabulary; id++) {
      const logit = row[id]!;
      if (logit > largest) {
        largest = logit;
        likeliest = id;
      }
    }
    let lowest = 0;
    for (let id = 0; id < vocabulary; id++) {
      const less = row[id]! - largest;
      centred[id] = less;
      lowest = Math.min(lowest, less);
    }
    this.lowest = lowest;
    this.likeliest = likeliest;
    return exponentials(centred, lowest, 1, this.exps);
  }

  temper(scale: number): number {
    return exponentials(this.centred, this.lowest, scale, this.tempered);
  }
}

/** Fills `weights` with e^(centred · scale), and returns their sum in order. `lowest`: of `centred`. */
export function exponentials(
  centred: Float64Array,
  lowest: number,
  scale: number,
  weights: Float64Array,
): number {
  return lowest * scale > lowestOfExpAll ? expAll(centred, scale, weights) : expEach(centred, scale, weights);
}
