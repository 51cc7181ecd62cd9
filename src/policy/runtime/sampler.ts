import type { TokenId } from '../language-model.ts';
import { PolicyError } from '../policy-error.ts';
import { exp, log } from './portable-math.ts';
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

/**
 * Draws tokens from logits. `load` one row, then ask about it; nothing is allocated after the constructor.
 *
 * Order: temperature, top-k, top-p, min-p, each on what the one before left, renormalised. That is the order of Hugging
 * Face transformers (`GenerationMixin._get_logits_processor`). Temperature comes first there, in vLLM and in the papers,
 * so that a cut means the same share of the distribution that is drawn from; llama.cpp cuts first. vLLM applies min-p
 * before top-k and top-p; it differs only where min-p and top-p both cut.
 *
 * Top-p: nucleus sampling, Holtzman et al. 2019, arXiv 1904.09751. Min-p: Nguyen et al. 2024, arXiv 2407.01082.
 *
 * All arithmetic is portable (`portable-math.ts`): the same row and the same random number give the same token on every
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
  private likeliest: TokenId = 0;
  private sumOfExps = 1;
  private logOfSum = 0;

  constructor(private readonly vocabulary: number) {
    this.centred = new Float64Array(vocabulary);
    this.exps = new Float64Array(vocabulary);
    this.tempered = new Float64Array(vocabulary);
    this.selection = new TopSelection(vocabulary);
  }

  /**
   * Reads the row `logits[offset .. offset + vocabulary)`, not normalised; minus infinity rules a token out.
   * Throws PolicyError `kernel-failed` where the row holds no distribution.
   */
  load(logits: Float32Array, offset: number): void {
    const { centred, exps, vocabulary } = this;
    let largest = -Infinity;
    let likeliest = 0;
    for (let id = 0; id < vocabulary; id++) {
      const logit = logits[offset + id] as number;
      if (logit > largest) {
        largest = logit;
        likeliest = id;
      }
    }
    let sum = 0;
    for (let id = 0; id < vocabulary; id++) {
      const difference = (logits[offset + id] as number) - largest;
      const weight = exp(difference);
      centred[id] = difference;
      exps[id] = weight;
      sum += weight;
    }
    // Also false for NaN, which one bad logit is enough to bring about.
    if (!(sum >= 1 && sum < Infinity)) {
      throw new PolicyError(
        'kernel-failed',
        'The model put out numbers that are no probabilities.',
        'Run again. If it happens again, reload the page or choose another model.',
      );
    }
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
    const kept = this.selection.heaviestInOrder(this.centred, count);
    return Array.from(this.selection.ids.subarray(0, kept));
  }

  /**
   * Draws the next token. Takes exactly one random number, or none when greedy (the likeliest token then, ties to the
   * lower id). The kept tokens share out [0, 1) in the order of their ids, so that moving a cut a little moves few draws.
   */
  draw(how: Truncation, random: RandomStream): TokenId {
    if (how.temperature === 0) return this.likeliest;
    let mass = how.temperature === 1 ? this.sumOfExps : this.temper(how.temperature);
    const weights = how.temperature === 1 ? this.exps : this.tempered;

    // The lightest token kept; those lighter are cut. Weights are relative to the likeliest token's, which is 1.
    let lightest = -1;
    const { selection, vocabulary } = this;
    const byRank = how.topK > 0 && how.topK < vocabulary;
    if (byRank) {
      lightest = selection.heaviest(weights, how.topK);
      mass = this.sumOver(weights, weights[lightest] as number, lightest);
    }
    if (how.topP < 1) {
      // Tokens lighter than this hold less than 1 - p of the mass together, so the nucleus needs none of them.
      if (!byRank) selection.atLeast(weights, ((1 - how.topP) * mass) / vocabulary);
      lightest = selection.nucleus(weights, how.topP * mass);
      mass = this.sumOver(weights, weights[lightest] as number, lightest);
    }
    let floor = lightest < 0 ? 0 : (weights[lightest] as number);
    let lastTie = lightest < 0 ? vocabulary : lightest;
    if (how.minP > floor) {
      floor = how.minP;
      lastTie = vocabulary;
      mass = this.sumOver(weights, floor, lastTie);
    }
    return this.pick(weights, floor, lastTie, random.next() * mass);
  }

  /** Fills `tempered`, and returns its sum in id order. */
  private temper(temperature: number): number {
    const { centred, tempered, vocabulary } = this;
    let sum = 0;
    for (let id = 0; id < vocabulary; id++) {
      const weight = exp((centred[id] as number) / temperature);
      tempered[id] = weight;
      sum += weight;
    }
    return sum;
  }

  /** Sum, in id order, of the weights above `floor` and those equal to it with an id up to `lastTie`. */
  private sumOver(weights: Float64Array, floor: number, lastTie: number): number {
    let sum = 0;
    for (let id = 0; id < this.vocabulary; id++) {
      const weight = weights[id] as number;
      if (weight > floor || (weight === floor && id <= lastTie)) sum += weight;
    }
    return sum;
  }

  /** The kept token whose share of the running sum holds `target`. */
  private pick(weights: Float64Array, floor: number, lastTie: number, target: number): TokenId {
    let sum = 0;
    let last = this.likeliest;
    for (let id = 0; id < this.vocabulary; id++) {
      const weight = weights[id] as number;
      if (weight > 0 && (weight > floor || (weight === floor && id <= lastTie))) {
        sum += weight;
        last = id;
        if (sum > target) return id;
      }
    }
    // The random number is below 1, but target and sum are rounded.
    return last;
  }
}
