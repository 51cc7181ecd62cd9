import type { TokenId } from '../language-model.ts';
import { noDistribution } from './failures.ts';
import { expAll, expEach, log, lowestOfExpAll } from '#run/portable-math.ts';
import type { RandomStream } from './random.ts';
import { TopSelection } from './top-selection.ts';

/** How the next token is drawn. */
export interface Truncation {
  /** 0 is greedy. */
  readonly temperature: number;
  /** Keep the k likeliest tokens; 0 keeps all. */
  readonly topK: number;
  /** Keep the smallest set of tokens whose probabilities reach p; 1 keeps all. */
  readonly topP: number;
  /** Drop tokens less likely than this share of the likeliest one; 0 keeps all. */
  readonly minP: number;
}

/** Lower temperatures count as zero, as in vLLM: their inverse would overflow. */
const COLDEST = 1e-5;

/**
 * Draws tokens from logits: `load` one row, then query it. Almost nothing is allocated after the constructor.
 *
 * Order: temperature, top-k, top-p, min-p, each on the renormalised result of the one before. That is the order of Hugging
 * Face transformers (`GenerationMixin._get_logits_processor`). There, in vLLM and in the papers temperature comes first,
 * so that a cut is a share of the distribution that is drawn from; llama.cpp cuts first. vLLM applies min-p before top-k
 * and top-p, which only differs if min-p and top-p both cut.
 *
 * Top-p: nucleus sampling, Holtzman et al. 2019, arXiv 1904.09751. Min-p: Nguyen et al. 2024, arXiv 2407.01082.
 *
 * All arithmetic is portable (`run/portable-math.ts`): the same row and the same random number give the same token on every
 * browser.
 */
export class Sampler {
  /** Logits less the largest one, `[vocabulary]`. */
  private readonly centred: Float64Array;
  /** e^centred, `[vocabulary]`. */
  private readonly exps: Float64Array;
  /** e^(centred / temperature), `[vocabulary]`. */
  private readonly tempered: Float64Array;
  private readonly selection: TopSelection;
  /** Ids of the tokens left after a cut, ascending. */
  private readonly kept: Int32Array;
  /** The smallest of `centred`. */
  private lowest = 0;
  private likeliest: TokenId = 0;
  private sumOfExps = 1;
  private logOfSum = 0;

  constructor(private readonly vocabulary: number) {
    this.centred = new Float64Array(vocabulary);
    this.exps = new Float64Array(vocabulary);
    this.tempered = new Float64Array(vocabulary);
    this.selection = new TopSelection(vocabulary);
    this.kept = new Int32Array(vocabulary);
  }

  /**
   * Reads the row `logits[offset .. offset + vocabulary)`, not normalised; minus infinity excludes a token.
   * Throws PolicyError `kernel-failed` if the row is not a distribution.
   */
  load(logits: Float32Array, offset: number): void {
    const { centred, vocabulary } = this;
    const row = logits.subarray(offset, offset + vocabulary);
    let largest = -Infinity;
    let likeliest = 0;
    for (let id = 0; id < vocabulary; id++) {
      const logit = row[id] as number;
      if (logit > largest) {
        largest = logit;
        likeliest = id;
      }
    }
    let lowest = 0;
    for (let id = 0; id < vocabulary; id++) {
      const less = (row[id] as number) - largest;
      centred[id] = less;
      lowest = Math.min(lowest, less);
    }
    this.lowest = lowest;
    const sum = this.exponentials(1, this.exps);
    // Also false for NaN, which a single bad logit causes.
    if (!(sum >= 1 && sum < Infinity)) throw noDistribution();
    this.likeliest = likeliest;
    this.sumOfExps = sum;
    this.logOfSum = log(sum);
  }

  /** Natural log-probability of a token at temperature 1, before truncation. */
  logprob(token: TokenId): number {
    return (this.centred[token] as number) - this.logOfSum;
  }

  /** The `count` likeliest tokens, likeliest first, ties to the lower id. */
  likeliestTokens(count: number): readonly TokenId[] {
    if (count <= 0) return [];
    return this.selection.heaviestInOrder(this.centred, count);
  }

  /**
   * Draws the next token. Uses exactly one random number, or none if greedy (then the likeliest token, ties to the lower
   * id). The kept tokens divide [0, 1) in the order of their ids, so that a small change of a cut changes few draws.
   */
  draw(how: Truncation, random: RandomStream): TokenId {
    if (how.temperature < COLDEST) return this.likeliest;
    const tempered = how.temperature !== 1;
    const weights = tempered ? this.tempered : this.exps;
    const all = tempered ? this.exponentials(1 / how.temperature, weights) : this.sumOfExps;
    const { selection, vocabulary } = this;

    // Weights are relative to the likeliest token's, which is 1.
    let count = vocabulary;
    let mass = all;
    const byRank = how.topK > 0 && how.topK < vocabulary;
    if (byRank) {
      count = this.keepFrom(weights, selection.heaviest(weights, how.topK));
      mass = this.massOf(weights, count);
    }
    if (how.topP < 1) {
      // All tokens below this weight together have less than 1 - p of the mass, so the nucleus needs none of them.
      if (!byRank) selection.atLeast(weights, ((1 - how.topP) * mass) / vocabulary);
      count = this.keepFrom(weights, selection.nucleus(weights, how.topP * mass));
      mass = this.massOf(weights, count);
    }
    if (how.minP > 0) {
      const before = count;
      count = this.keepHeavy(weights, how.minP, count);
      if (count < before) mass = this.massOf(weights, count);
    }
    const target = random.next() * mass;
    return count === vocabulary ? this.pickOfAll(weights, target) : this.pickOfKept(weights, count, target);
  }

  /** Fills `weights` with e^(centred · scale), and returns their sum in id order. */
  private exponentials(scale: number, weights: Float64Array): number {
    return this.lowest * scale > lowestOfExpAll
      ? expAll(this.centred, scale, weights)
      : expEach(this.centred, scale, weights);
  }

  /** Keeps the tokens at least as heavy as `lightest`, of equal ones those with an id up to its own; returns their number. */
  private keepFrom(weights: Float64Array, lightest: TokenId): number {
    const { kept, vocabulary } = this;
    const floor = weights[lightest] as number;
    let count = 0;
    for (let id = 0; id < vocabulary; id++) {
      const weight = weights[id] as number;
      if (weight >= floor && (weight > floor || id <= lightest)) kept[count++] = id;
    }
    return count;
  }

  /** Of the first `count` kept tokens (all if that is the vocabulary), keeps those of weight `floor` or more; returns their number. */
  private keepHeavy(weights: Float64Array, floor: number, count: number): number {
    const { kept, vocabulary } = this;
    const all = count === vocabulary;
    let left = 0;
    for (let at = 0; at < count; at++) {
      const id = all ? at : (kept[at] as number);
      if ((weights[id] as number) >= floor) kept[left++] = id;
    }
    return left;
  }

  /** Sum of the weights of the first `count` kept tokens, in id order. */
  private massOf(weights: Float64Array, count: number): number {
    const { kept } = this;
    let sum = 0;
    for (let at = 0; at < count; at++) sum += weights[kept[at] as number] as number;
    return sum;
  }

  /** The kept token at which the running sum passes `target`. */
  private pickOfKept(weights: Float64Array, count: number, target: number): TokenId {
    const { kept } = this;
    let sum = 0;
    let last = this.likeliest;
    for (let at = 0; at < count; at++) {
      const id = kept[at] as number;
      const weight = weights[id] as number;
      if (weight > 0) last = id;
      sum += weight;
      if (sum > target) return id;
    }
    // The random number is below 1, but target and sum are rounded.
    return last;
  }

  private pickOfAll(weights: Float64Array, target: number): TokenId {
    let sum = 0;
    for (let id = 0; id < weights.length; id++) {
      sum += weights[id] as number;
      if (sum > target) return id;
    }
    for (let id = weights.length - 1; id >= 0; id--) if ((weights[id] as number) > 0) return id;
    return this.likeliest;
  }
}
