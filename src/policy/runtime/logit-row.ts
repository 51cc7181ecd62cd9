import type { TokenId } from '../language-model.ts';
import { exp } from '#run/portable-math.ts';

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

export function isGreedy({ temperature }: Truncation): boolean {
  return temperature < COLDEST;
}

/** True if any token can be drawn. */
export function keepsAll(how: Truncation): boolean {
  return !isGreedy(how) && how.topK <= 0 && how.topP >= 1 && how.minP <= 0;
}

/** What will be asked of a row of logits, told to engines that can make less of it where it lies (`StepEngine.digests`). */
export type RowWish =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'whole' }
  | {
      readonly kind: 'digest';
      /** How a token is drawn from it; null: none is. */
      readonly draw: Truncation | null;
      /** The random number that it is drawn with, where the cut keeps all tokens; in [0, 1). */
      readonly point: number | null;
      /** A token whose log-probability is wanted, whatever it is. */
      readonly token: TokenId | null;
      /** How many of the likeliest tokens are wanted. */
      readonly alternatives: number;
    };
export type DigestWish = Extract<RowWish, { readonly kind: 'digest' }>;

export const nothing: RowWish = { kind: 'nothing' };
export const wholeRow: RowWish = { kind: 'whole' };

/** What is left of a row of logits: its likeliest tokens, and how much all others weigh. */
export interface RowDigest {
  /** The largest logit; NaN if the row is no distribution. */
  readonly maximum: number;
  /** All tokens of this logit or more are listed; -Infinity: all that can be drawn. */
  readonly floor: number;
  /** Tokens listed, ids ascending. */
  readonly ids: Int32Array;
  /** Their logits. */
  readonly logits: Float32Array;
  /** Σ e^(logit - maximum) over the tokens that are not listed. */
  readonly rest: number;
  /** Σ e^((logit - maximum) / temperature) over the same, at the temperature of the wish. */
  readonly restTempered: number;
  /** Drawn from all tokens by the wish's random number, where its cut keeps all. */
  readonly drawn: KnownLogit | null;
  /** The token that the wish named. */
  readonly named: KnownLogit | null;
}

export interface KnownLogit {
  readonly id: TokenId;
  readonly logit: number;
}

/** Logits of one position: all of them, `[vocabulary]`, not normalised, or what is left of them. */
export type LogitRow = Float32Array | RowDigest;

/** True if the digest answers its wish as the whole row would. */
export function isEnough(digest: RowDigest, { draw, alternatives }: DigestWish): boolean {
  const { maximum, floor, ids } = digest;
  // Of no distribution there is nothing to be had.
  if (Number.isNaN(maximum) || floor === -Infinity) return true;
  if (alternatives > ids.length) return false;
  if (draw === null || isGreedy(draw)) return true;
  if (keepsAll(draw)) return digest.drawn !== null;
  if (draw.topK > 0) return draw.topK <= ids.length;
  const scale = 1 / draw.temperature;
  if (draw.minP > 0 && exp((floor - maximum) * scale) < draw.minP) return true;
  let mass = 0;
  for (const logit of digest.logits) mass += exp((logit - maximum) * scale);
  return draw.topP < 1 && mass >= draw.topP * (mass + digest.restTempered);
}
