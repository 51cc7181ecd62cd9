import type { ModelAbilities } from '../abilities.ts';
import type { Strategy } from '../experiment.ts';
import type { Family, Problem } from '../problem.ts';
import type { VerifierSpec } from '../verifier.ts';
import { secondModel, secondModelWrites } from '../second-model.ts';
import type { ModelNeed } from '#experiment/strategies/sheet.ts';
import { strategySheet, verifierUse } from '../strategies.ts';
import { discriminatorUnfit, unfit } from '../verifier-fit.ts';

/**
 * Why the model cannot serve the strategy with any verifier, in plain words; null where it can. Its verifier is another
 * question: see `verifierUnavailable`. rStar and revision serve any model: they take the actions that it knows, and think on
 * after a "Wait" where it cannot be asked in words to revise.
 */
export function unavailable({ kind }: Strategy, model: ModelAbilities): string | null {
  const { needs } = strategySheet(kind);
  return needs === undefined || has[needs](model) ? null : lacks[needs];
}

const has: Readonly<Record<ModelNeed, (model: ModelAbilities) => boolean>> = {
  examples: ({ capabilities }) => capabilities.fewShot,
  'thinking-end': ({ thinks = true }) => thinks,
};
const lacks: Readonly<Record<ModelNeed, string>> = {
  examples: 'This model was trained on one problem at a time, so examples would not help it.',
  'thinking-end': 'This model does not mark where its thinking ends, so it cannot be made to think on.',
};

/**
 * Why a verifier does not fit strategy, model and problems, in plain words; null where it does.
 *
 * @param scorer the model that the verifier names; null where there is none by that name.
 */
export function verifierUnavailable(
  spec: VerifierSpec,
  strategy: Strategy,
  model: ModelAbilities,
  asked: Family | Problem,
  scorer: ModelAbilities | null = null,
): string | null {
  const use = verifierUse(strategy);
  return use === null ? 'This strategy has no verifier.' : unfit(spec, model, asked, use, scorer);
}

/**
 * Why the model that a strategy names to complete traces does not fit the one that writes them; null where it does, or none is named.
 *
 * @param other the model named; null where there is none by that name.
 */
export function discriminatorUnavailable(
  strategy: Strategy,
  model: ModelAbilities,
  other: ModelAbilities | null,
): string | null {
  return secondModelWrites(strategy) && secondModel(strategy) !== null
    ? discriminatorUnfit(model, other)
    : null;
}

/** A model that was trained on problems of other families. */
export interface OtherFamily {
  readonly known: readonly Family[];
  readonly wanted: Family;
}

/** Why the model cannot be asked problems of the family; null where it can. */
export function problemUnavailable(family: Family, { families }: ModelAbilities): OtherFamily | null {
  return families.includes(family) ? null : { known: families, wanted: family };
}
