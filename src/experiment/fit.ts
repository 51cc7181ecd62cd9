import type { ModelAbilities } from './abilities.ts';
import { familySheet } from './families.ts';
import { hasReference, type Family, type Problem } from './problem.ts';
import { secondModel, secondModelWrites } from './second-model.ts';
import { strategySheet, verifierUse, type Strategy } from './strategies.ts';
import type { ModelNeed } from './strategies/sheet.ts';
import {
  verifierModel,
  verifierSheet,
  type VerifierNeed,
  type VerifierSpec,
  type VerifierUse,
} from './verifier.ts';

/*
 * What fits what, as facts: the page greys it out and the run refuses it by the same rule. Words for them: `words/en/fit.ts`.
 */

/** A model that was trained on problems of other families. */
export interface OtherFamily {
  readonly known: readonly Family[];
  readonly wanted: Family;
}

/** Why the model cannot be asked problems of the family; null where it can. */
export function problemUnavailable(family: Family, { families }: ModelAbilities): OtherFamily | null {
  return families.includes(family) ? null : { known: families, wanted: family };
}

/**
 * What the strategy needs and the model lacks, whatever the verifier; null where it can serve. The verifier is another
 * question: see `verifierUnavailable`. rStar and revision serve any model: they take the actions that it knows, and think on
 * after a "Wait" where it cannot be asked in words to revise.
 */
export function unavailable({ kind }: Strategy, model: ModelAbilities): ModelNeed | null {
  const { needs = [] } = strategySheet(kind);
  return needs.find((need) => !has[need](model)) ?? null;
}

const has: Readonly<Record<ModelNeed, (model: ModelAbilities) => boolean>> = {
  examples: ({ capabilities }) => capabilities.fewShot,
  'thinking-end': ({ thinks = true }) => thinks,
  'going-on': ({ capabilities }) => capabilities.goesOn !== false,
};

/** Why a verifier does not fit. `unknown-model` and what follows are of the model that it names. */
export const verifierMisfits = [
  'no-verifier',
  'other-problems',
  'finished-only',
  'no-rule',
  'no-reference',
  'cannot-judge',
  'cannot-value',
  'cannot-score',
  'cannot-go-on',
  'no-value-head',
  'unknown-model',
  'model-without-head',
  'model-of-other-problems',
] as const;
export type VerifierMisfit = (typeof verifierMisfits)[number];

/**
 * Why a verifier does not fit strategy, model and problems; null where it does.
 *
 * @param scorer the model that the verifier names; null where there is none by that name.
 */
export function verifierUnavailable(
  spec: VerifierSpec,
  strategy: Strategy,
  model: ModelAbilities,
  asked: Family | Problem,
  scorer: ModelAbilities | null = null,
): VerifierMisfit | null {
  const use = verifierUse(strategy);
  return use === null ? 'no-verifier' : unfit(spec, model, asked, use, scorer);
}

/**
 * Why the verifier does not fit the model, the problems or its use; null where it does.
 *
 * @param asked the problem, or its family where any problem of it is meant.
 * @param scorer the model that the verifier names to be read instead of the policy; null where none is known by that name.
 */
export function unfit(
  spec: VerifierSpec,
  policy: ModelAbilities,
  asked: Family | Problem,
  usedFor: VerifierUse,
  scorer: ModelAbilities | null = null,
): VerifierMisfit | null {
  if (!policy.families.includes(familyOf(asked))) return 'other-problems';
  const { needs, judges } = verifierSheet(spec.kind);
  if (usedFor === 'steps' && judges === 'traces') return 'finished-only';
  return needs === undefined ? null : missing[needs]({ spec, policy, asked, scorer });
}

interface Asked {
  readonly spec: VerifierSpec;
  readonly policy: ModelAbilities;
  readonly asked: Family | Problem;
  readonly scorer: ModelAbilities | null;
}

/** Why what a verifier needs is not there; null where it is. */
const missing: Readonly<Record<VerifierNeed, (asked: Asked) => VerifierMisfit | null>> = {
  rule: ({ asked }) => (familySheet(familyOf(asked)).checkedByRule ? null : 'no-rule'),
  reference: ({ asked }) => (typeof asked === 'string' || hasReference(asked) ? null : 'no-reference'),
  'value-head': ({ spec, policy, scorer }) => unread(spec, policy, scorer),
  judging: ({ policy: { capabilities } }) => {
    if (!capabilities.judge && !capabilities.instructions) return 'cannot-judge';
    return capabilities.scores === false ? 'cannot-score' : null;
  },
  'going-on': ({ policy: { capabilities } }) => (capabilities.goesOn === false ? 'cannot-go-on' : null),
  valuing: ({ policy: { capabilities } }) =>
    capabilities.value || capabilities.instructions ? null : 'cannot-value',
};

const familyOf = (asked: Family | Problem): Family => (typeof asked === 'string' ? asked : asked.family);

/** Why there is no value head to read: the policy's own, or that of the model named instead. */
function unread(
  spec: VerifierSpec,
  policy: ModelAbilities,
  scorer: ModelAbilities | null,
): VerifierMisfit | null {
  if (verifierModel(spec) === null) return policy.capabilities.valueHead ? null : 'no-value-head';
  if (!scorer) return 'unknown-model';
  if (!scorer.capabilities.valueHead) return 'model-without-head';
  return sameProblems(policy, scorer) ? null : 'model-of-other-problems';
}

/** Why another model cannot complete what the policy wrote. */
export const discriminatorMisfits = ['unknown-model', 'only-judges', 'model-of-other-problems'] as const;
export type DiscriminatorMisfit = (typeof discriminatorMisfits)[number];

/**
 * Why the model that a strategy names to complete traces does not fit the one that writes them; null where it does, or none is named.
 *
 * @param other the model named; null where there is none by that name.
 */
export function discriminatorUnavailable(
  strategy: Strategy,
  model: ModelAbilities,
  other: ModelAbilities | null,
): DiscriminatorMisfit | null {
  return secondModelWrites(strategy) && secondModel(strategy) !== null
    ? discriminatorUnfit(model, other)
    : null;
}

/**
 * Why a model cannot complete what the policy wrote, as rStar's discriminator; null where it can.
 *
 * @param other null where no model is known by its name.
 */
export function discriminatorUnfit(
  policy: ModelAbilities,
  other: ModelAbilities | null,
): DiscriminatorMisfit | null {
  if (!other) return 'unknown-model';
  if (other.verifier !== undefined) return 'only-judges';
  return sameProblems(policy, other) ? null : 'model-of-other-problems';
}

/** Another model reads the very tokens that were written. Models share those only where they were trained on the same problems. */
function sameProblems(policy: ModelAbilities, other: ModelAbilities): boolean {
  return (
    policy.families.length === other.families.length &&
    policy.families.every((family) => other.families.includes(family))
  );
}
