import type { ModelAbilities } from '#experiment/abilities.ts';
import { discriminatorUnavailable, unavailable, verifierUnavailable } from '#experiment/fit.ts';
import type { Family, Problem } from '#experiment/problem.ts';
import type { Strategy } from '#experiment/strategies.ts';
import type { VerifierSpec } from '#experiment/verifier.ts';
import { fit } from './en/fit.ts';
import { strategies } from './en/strategies.ts';

/* Words of strategies that are known by their kind only when it is shown; those of their knobs: `describe-knob.ts`. */

/** A strategy and what matters most of its settings, in a few words. */
export function strategyBrief(strategy: Strategy): string {
  const words: { readonly name: string; readonly brief?: (settings: never) => string } =
    strategies[strategy.kind];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- handed its own kind's settings, which the compiler cannot follow through the table
  const brief = words.brief as ((settings: Strategy) => string) | undefined;
  return brief?.(strategy) ?? words.name;
}

/** Why the model cannot serve the strategy, whatever the verifier; null where it can. */
export function whyNotStrategy(strategy: Strategy, model: ModelAbilities): string | null {
  const lacks = unavailable(strategy, model);
  return lacks && fit.strategy[lacks];
}

/** The same in a few words, for a menu. */
export function whyNotInShort(strategy: Strategy, model: ModelAbilities): string | null {
  const lacks = unavailable(strategy, model);
  return lacks && fit.strategyInShort[lacks];
}

/** Why a verifier does not fit strategy, model and problems; null where it does. */
export function whyNotVerifier(
  spec: VerifierSpec,
  strategy: Strategy,
  model: ModelAbilities,
  asked: Family | Problem,
  scorer: ModelAbilities | null = null,
): string | null {
  const misfit = verifierUnavailable(spec, strategy, model, asked, scorer);
  return misfit && fit.verifier[misfit];
}

/** Why the model that a strategy names to complete traces does not fit; null where it does, or none is named. */
export function whyNotDiscriminator(
  strategy: Strategy,
  model: ModelAbilities,
  other: ModelAbilities | null,
): string | null {
  const misfit = discriminatorUnavailable(strategy, model, other);
  return misfit && fit.discriminator[misfit];
}
