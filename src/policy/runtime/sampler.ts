import type { TokenId } from '../language-model.ts';
import { noDistribution } from './failures.ts';
import { isGreedy, keepsAll, type LogitRow, type RowDigest, type Truncation } from './logit-row.ts';
import { log } from '#run/portable-math.ts';
import type { RandomStream } from './random.ts';
import { exponentials, PortableSoftmax, type RowSoftmax } from './row-softmax.ts';
import { TopSelection } from './top-selection.ts';

/** Tokens left of a row: how many, their weights together, and the weights of all that are listed. */
interface Cut extends Truncation {
  readonly count: number;
  readonly mass: number;
  readonly weights: Float64Array;
}

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
 *
 * A row may be a digest: the likeliest tokens, and how much the others weigh together. All is then done to the tokens
 * listed, by the same code and in the same order. With top-k the same random number gives the same token as the whole row,
 * always. Elsewhere the others' weight counts, which a graphics processor adds up in 32 bits: as a share of all, sums are
 * within 1e-5 of those of the whole row, so another token can be drawn only where the random number, or
 * the cut, comes that close to the border between two tokens. Log-probabilities differ by no more than that.
 */
export class Sampler {
  /** Logits less the largest one, of the tokens listed: all, or those of a digest. */
  private centred: Float64Array;
  /** e^centred. */
  private exps: Float64Array;
  /** e^(centred / temperature). */
  private tempered: Float64Array;
  private readonly selection: TopSelection;
  /** Places in the list of the tokens left after a cut, ascending. */
  private readonly kept: Int32Array;
  private loaded: LogitRow | null = null;
  /** Null: all tokens are listed, each in the place of its id. */
  private digest: RowDigest | null = null;
  /** The smallest of `centred`, of a digest. */
  private lowest = 0;
  /** Place of the likeliest token. */
  private likeliest = 0;
  /** What `kept` holds, of the row that is loaded; null where nothing has been drawn from it. */
  private cut: Cut | null = null;
  /** The last answer of `likeliestTokens`, of the row that is loaded. */
  private ranked: { readonly count: number; readonly tokens: readonly TokenId[] } | null = null;
  private sumOfExps = 1;
  private logOfSum = 0;

  /** `softmax`: this sampler's alone. */
  constructor(
    private readonly vocabulary: number,
    private readonly softmax: RowSoftmax = new PortableSoftmax(vocabulary),
  ) {
    this.centred = softmax.centred;
    this.exps = softmax.exps;
    this.tempered = softmax.tempered;
    this.selection = new TopSelection(vocabulary);
    this.kept = new Int32Array(vocabulary);
  }

  /**
   * Reads a row; minus infinity excludes a token. A row that was the last one loaded is taken to be unchanged.
   * Throws PolicyError `kernel-failed` if the row is not a distribution.
   */
  load(row: LogitRow): void {
    if (row === this.loaded) return;
    this.loaded = null;
    this.cut = null;
    this.ranked = null;
    if (row instanceof Float32Array) this.loadWhole(row);
    else this.loadDigest(row);
    this.loaded = row;
  }

  private loadWhole(row: Float32Array): void {
    const { softmax } = this;
    const sum = softmax.load(row);
    this.digest = null;
    this.centred = softmax.centred;
    this.exps = softmax.exps;
    this.tempered = softmax.tempered;
    this.likeliest = softmax.likeliest;
    this.keepSum(sum);
  }

  private loadDigest(digest: RowDigest): void {
    const { maximum, logits, ids, rest } = digest;
    const size = ids.length;
    const centred = this.softmax.centred.subarray(0, size);
    let lowest = 0;
    let likeliest = 0;
    for (let at = 0; at < size; at++) {
      const less = logits[at]! - maximum;
      centred[at] = less;
      lowest = Math.min(lowest, less);
      if (less > centred[likeliest]!) likeliest = at;
    }
    this.digest = digest;
    this.centred = centred;
    this.exps = this.softmax.exps.subarray(0, size);
    this.tempered = this.softmax.tempered.subarray(0, size);
    this.lowest = lowest;
    this.likeliest = likeliest;
    this.keepSum(exponentials(centred, lowest, 1, this.exps) + rest);
  }

  private keepSum(sum: number): void {
    // Also false for NaN, which a single bad logit causes.
    if (!(sum >= 1 && sum < Infinity)) throw noDistribution();
    this.sumOfExps = sum;
    this.logOfSum = log(sum);
  }

  /**
   * Natural log-probability of a token at temperature 1, before truncation. Of a digest: of the tokens that it lists or
   * names and the one drawn.
   */
  logprob(token: TokenId): number {
    return this.lessThanLargest(token) - this.logOfSum;
  }

  /** The same at any temperature above 0. Only of whole rows: a digest says how much the others weigh at the temperature of its wish alone. */
  logprobAt(token: TokenId, temperature: number): number {
    if (temperature === 1) return this.logprob(token);
    if (this.digest !== null) throw new RangeError('A digest has no log-probabilities at other temperatures');
    // What a cut kept are weights in the same place.
    this.cut = null;
    return this.lessThanLargest(token) / temperature - log(this.softmax.temper(1 / temperature));
  }

  /** The `count` likeliest tokens, likeliest first, ties to the lower id. */
  likeliestTokens(count: number): readonly TokenId[] {
    if (count <= 0) return [];
    // Many samples of one prompt begin with the same row.
    if (this.ranked?.count === count) return this.ranked.tokens;
    const places = this.selection.heaviestInOrder(this.centred, count);
    const tokens = this.digest === null ? places : places.map((place) => this.tokenAt(place));
    this.ranked = { count, tokens };
    return tokens;
  }

  /**
   * Draws the next token. Uses exactly one random number, or none if greedy (then the likeliest token, ties to the lower
   * id). The kept tokens divide [0, 1) in the order of their ids, so that a small change of a cut changes few draws.
   */
  draw(how: Truncation, random: RandomStream): TokenId {
    if (isGreedy(how)) return this.tokenAt(this.likeliest);
    if (this.digest !== null && this.digest.drawn !== null && keepsAll(how)) {
      random.next();
      return this.digest.drawn.id;
    }
    return this.tokenAt(this.pick(how, random));
  }

  private pick(how: Truncation, random: RandomStream): number {
    // Many samples of one prompt begin with the same row and the same cut.
    const { count, mass, weights } = sameCut(this.cut, how) ?? (this.cut = this.cutBy(how));
    const target = random.next() * mass;
    return count === weights.length
      ? this.pickOfAll(weights, target)
      : this.pickOfKept(weights, count, target);
  }

  /** Fills `kept`. */
  private cutBy(how: Truncation): Cut {
    const tempered = how.temperature !== 1;
    const weights = tempered ? this.tempered : this.exps;
    const all = tempered ? this.temper(1 / how.temperature) : this.sumOfExps;
    const { selection, vocabulary } = this;
    const listed = weights.length;

    // Weights are relative to the likeliest token's, which is 1.
    let count = listed;
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
      if (count < before || this.digest !== null) mass = this.massOf(weights, count);
    }
    const { temperature, topK, topP, minP } = how;
    return { temperature, topK, topP, minP, count, mass, weights };
  }

  private tokenAt(place: number): TokenId {
    return this.digest === null ? place : this.digest.ids[place]!;
  }

  private lessThanLargest(token: TokenId): number {
    const { digest } = this;
    if (digest === null) return this.centred[token]!;
    const { drawn, named, maximum } = digest;
    const known = drawn?.id === token ? drawn : named?.id === token ? named : null;
    if (known !== null) return known.logit - maximum;
    const place = digest.ids.indexOf(token);
    if (place < 0) throw new RangeError(`The digest of a row says nothing of token ${token}`);
    return this.centred[place]!;
  }

  /** Fills `tempered`. Returns its sum, with all that a digest doesn't list. */
  private temper(scale: number): number {
    const { digest } = this;
    if (digest === null) return this.softmax.temper(scale);
    return exponentials(this.centred, this.lowest, scale, this.tempered) + digest.restTempered;
  }

  /** Keeps the tokens at least as heavy as the one in place `lightest`, of equal ones those up to it; returns their number. */
  private keepFrom(weights: Float64Array, lightest: number): number {
    const { kept } = this;
    const listed = weights.length;
    const floor = weights[lightest]!;
    let count = 0;
    for (let id = 0; id < listed; id++) {
      const weight = weights[id]!;
      if (weight >= floor && (weight > floor || id <= lightest)) kept[count++] = id;
    }
    return count;
  }

  /** Of the first `count` kept tokens (all if that is the list), keeps those of weight `floor` or more; returns their number. */
  private keepHeavy(weights: Float64Array, floor: number, count: number): number {
    const { kept } = this;
    const all = count === weights.length;
    let left = 0;
    for (let at = 0; at < count; at++) {
      const id = all ? at : kept[at]!;
      if (weights[id]! >= floor) kept[left++] = id;
    }
    return left;
  }

  /** Sum of the weights of the first `count` kept tokens, in id order. */
  private massOf(weights: Float64Array, count: number): number {
    const { kept } = this;
    let sum = 0;
    for (let at = 0; at < count; at++) sum += weights[kept[at]!]!;
    return sum;
  }

  /** The kept token at which the running sum passes `target`. */
  private pickOfKept(weights: Float64Array, count: number, target: number): number {
    const { kept } = this;
    let sum = 0;
    let last = this.likeliest;
    for (let at = 0; at < count; at++) {
      const id = kept[at]!;
      const weight = weights[id]!;
      if (weight > 0) last = id;
      sum += weight;
      if (sum > target) return id;
    }
    // The random number is below 1, but target and sum are rounded.
    return last;
  }

  private pickOfAll(weights: Float64Array, target: number): number {
    let sum = 0;
    for (let id = 0; id < weights.length; id++) {
      sum += weights[id]!;
      if (sum > target) return id;
    }
    for (let id = weights.length - 1; id >= 0; id--) if (weights[id]! > 0) return id;
    return this.likeliest;
  }
}

function sameCut(cut: Cut | null, how: Truncation): Cut | null {
  return cut !== null &&
    cut.temperature === how.temperature &&
    cut.topK === how.topK &&
    cut.topP === how.topP &&
    cut.minP === how.minP
    ? cut
    : null;
}
