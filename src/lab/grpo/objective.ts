import { exp } from '#run/portable-math.ts';

/** Natural log-probabilities of one token, given all before it. */
export interface TokenLogs {
  /** Of the policy that wrote it. */
  readonly old: number;
  /** Of the policy that is trained. */
  readonly now: number;
  /** Of the policy that it is kept close to. */
  readonly reference: number;
}

/** How the terms of tokens become one number. */
export type Averaging =
  /** The mean over each trace's tokens, then over traces: GRPO, 1/G Σ_i 1/|o_i| Σ_t. */
  | { readonly by: 'trace' }
  /** The mean over all tokens of the group: DAPO, and the training here, 1/Σ|o_i| Σ_i Σ_t. */
  | { readonly by: 'token' }
  /** Divided by the traces and a constant number of tokens: Dr. GRPO, 1/(G·L) Σ_i Σ_t. */
  | { readonly by: 'constant'; readonly tokens: number };

export interface ObjectiveRule {
  /** ε: how far the ratio may fall below 1 before it is clipped. */
  readonly clipLow: number;
  /** How far it may rise above 1; the same as below, but for DAPO's clip-higher. */
  readonly clipHigh: number;
  /** β: what a nat of KL divergence costs, in units of advantage. */
  readonly beta: number;
  readonly averaging: Averaging;
}

/** What one token has to do with the objective. */
export interface TokenTerm {
  /** π(token) / π_old(token). */
  readonly ratio: number;
  /** The ratio inside [1 − clipLow, 1 + clipHigh]. */
  readonly clippedRatio: number;
  /** The clipped product is the smaller one: the token's gain is bounded, and its gradient is 0. */
  readonly clipped: boolean;
  /** min(ratio · Â, clipped ratio · Â). */
  readonly gain: number;
  /** The k3 estimate of KL(π ‖ π_ref), in nats; never negative. */
  readonly kl: number;
  /** gain − β · kl. */
  readonly term: number;
  /** d term / d log π: which way and how hard the token is pushed; above 0 it becomes likelier. */
  readonly push: number;
}

/**
 * One token's term of GRPO's objective (Shao et al. 2024, arXiv 2402.03300, equation 3): PPO's clipped surrogate (Schulman et al.
 * 2017, arXiv 1707.06347, equation 7) less β times the k3 estimate of the KL divergence from the reference (equation 4):
 * π_ref/π − log(π_ref/π) − 1, which is never negative and unbiased for tokens that π wrote.
 *
 * A training steps by these numbers, so they are the same bits on every machine (`#run/portable-math.ts`).
 *
 * Its derivative by log π is ratio · Â, or 0 where the gain is clipped, plus β (π_ref/π − 1): the gradient coefficient of the paper's
 * appendix A.1.6, for any old policy.
 */
export function tokenTerm(
  { old, now, reference }: TokenLogs,
  advantage: number,
  { clipLow, clipHigh, beta }: Omit<ObjectiveRule, 'averaging'>,
): TokenTerm {
  const ratio = exp(now - old);
  const clippedRatio = Math.min(Math.max(ratio, 1 - clipLow), 1 + clipHigh);
  const clipped = clippedRatio * advantage < ratio * advantage;
  const gain = Math.min(ratio * advantage, clippedRatio * advantage);
  const kl = k3(now, reference);
  const pull = beta === 0 ? 0 : beta * (exp(reference - now) - 1);
  return {
    ratio,
    clippedRatio,
    clipped,
    gain,
    kl,
    term: gain - beta * kl,
    push: (clipped ? 0 : ratio * advantage) + pull,
  };
}

/** Schulman's third estimator of KL(π ‖ π_ref), in nats, from the log-probabilities of a token that π wrote. */
export function k3(now: number, reference: number): number {
  const difference = reference - now;
  if (Math.abs(difference) > 0.25) return exp(difference) - 1 - difference;
  // Near 0 that difference loses its digits to rounding and may come out below 0: d²/2 + d³/6 + … does not.
  let tail = 0;
  for (let n = 12; n >= 3; n -= 1) tail = (1 + tail) * (difference / n);
  return ((difference * difference) / 2) * (1 + tail);
}

/** A trace as far as the objective goes: its tokens and the advantage that they share. */
export interface AdvantagedTrace {
  readonly tokens: readonly TokenLogs[];
  readonly advantage: number;
}

/** The objective of a group, and what it is made of. */
export interface GroupObjective {
  /** By trace, by token. */
  readonly terms: readonly (readonly TokenTerm[])[];
  /** What is made larger: `gain` − β · `kl`. */
  readonly objective: number;
  /** The clipped surrogate, averaged as the objective is. */
  readonly gain: number;
  /** The k3 estimates, averaged as the objective is; nats. */
  readonly kl: number;
  /** Tokens whose gain is clipped. */
  readonly clipped: number;
  readonly tokens: number;
}

/** The objective of a whole group: each token's term, weighted as the averaging says. */
export function groupObjective(traces: readonly AdvantagedTrace[], rule: ObjectiveRule): GroupObjective {
  const terms = traces.map(({ tokens, advantage }) => tokens.map((logs) => tokenTerm(logs, advantage, rule)));
  const tokens = terms.reduce((count, { length }) => count + length, 0);
  let [gain, kl, clipped] = [0, 0, 0];
  for (const trace of terms) {
    const weight = weightOf(rule.averaging, { traces: traces.length, own: trace.length, all: tokens });
    for (const term of trace) {
      gain += term.gain * weight;
      kl += term.kl * weight;
      if (term.clipped) clipped += 1;
    }
  }
  return { terms, objective: gain - rule.beta * kl, gain, kl, clipped, tokens };
}

/**
 * What a token's term counts in the objective.
 *
 * @param count traces of the group, tokens of the token's own trace, tokens of all traces.
 */
export function weightOf(
  averaging: Averaging,
  count: { readonly traces: number; readonly own: number; readonly all: number },
): number {
  switch (averaging.by) {
    case 'trace':
      return 1 / (count.traces * count.own);
    case 'token':
      return 1 / count.all;
    case 'constant':
      return 1 / (count.traces * averaging.tokens);
  }
}
