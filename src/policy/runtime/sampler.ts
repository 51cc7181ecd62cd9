import type { TokenId } from '../language-model.ts';
import { noDistribution } from './failures.ts';
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

/** Below this a temperature counts as zero, as in vLLM: its inverse would soon overflow. */
const COLDEST = 1e-5;

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
    const { centred, vocabulary } = this;
    let largest = -Infinity;
    let likeliest = 0;
    for (let id = 0; id < vocabulary; id++) {
      const logit = logits[offset + id] as number;
      centred[id] = logit;
      if (logit > largest) {
        largest = logit;
        likeliest = id;
      }
    }
    const sum = centre(centred, largest, this.exps);
    // Also false for NaN, which one bad logit is enough to bring about.
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
   * Draws the next token. Takes exactly one random number, or none when greedy (the likeliest token then, ties to the
   * lower id). The kept tokens share out [0, 1) in the order of their ids, so that moving a cut a little moves few draws.
   */
  draw(how: Truncation, random: RandomStream): TokenId {
    if (how.temperature < COLDEST) return this.likeliest;
    let mass = how.temperature === 1 ? this.sumOfExps : softWeights(this.centred, how.temperature, this.tempered);
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

/** Takes `largest` from every logit, fills `exps` with e^logit after that, and returns their sum in id order. */
function centre(logits: Float64Array, largest: number, exps: Float64Array): number {
  let sum = 0;
  for (let id = 0; id < exps.length; id++) {
    const centred = (logits[id] as number) - largest;
    logits[id] = centred;
    const weight = exp(centred);
    exps[id] = weight;
    sum += weight;
  }
  return sum;
}

/** Fills `weights` with e^(centred / temperature), and returns their sum in id order. */
function softWeights(centred: Float64Array, temperature: number, weights: Float64Array): number {
  const inverse = 1 / temperature;
  let sum = 0;
  for (let id = 0; id < weights.length; id++) {
    const weight = exp((centred[id] as number) * inverse);
    weights[id] = weight;
    sum += weight;
  }
  return sum;
}
