import type { ModelAbilities } from './abilities.ts';
import { familySheet } from './families.ts';
import { hasReference, type Family, type Problem } from './problem.ts';
import {
  verifierModel,
  verifierSheet,
  type VerifierNeed,
  type VerifierSpec,
  type VerifierUse,
} from './verifier.ts';

/**
 * Why the verifier does not fit the model, the problems or the strategy, in plain words; null where it does. Pure, so that
 * the page can grey it out and the run can refuse it by the same rule.
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
): string | null {
  if (!policy.families.includes(familyOf(asked))) return 'This model was not trained on such problems.';
  const { needs, judges } = verifierSheet(spec.kind);
  if (usedFor === 'steps' && judges === 'traces')
    return 'It judges finished traces only, so it cannot guide a search step by step.';
  return needs === undefined ? null : missing[needs]({ spec, policy, asked, scorer });
}

interface Asked {
  readonly spec: VerifierSpec;
  readonly policy: ModelAbilities;
  readonly asked: Family | Problem;
  readonly scorer: ModelAbilities | null;
}

/** Why what a verifier needs is not there; null where it is. */
const missing: Readonly<Record<VerifierNeed, (asked: Asked) => string | null>> = {
  rule: ({ asked }) =>
    familySheet(familyOf(asked)).checkedByRule
      ? null
      : 'There is no rule by which a problem in words could be checked.',
  reference: ({ asked }) =>
    typeof asked === 'string' || hasReference(asked)
      ? null
      : 'It needs the right answer, and none was given.',
  'value-head': ({ spec, policy, scorer }) => unread(spec, policy, scorer),
  judging: ({ policy: { capabilities } }) =>
    capabilities.judge || capabilities.instructions
      ? null
      : 'It asks the model whether a step is right, and this model has not learnt to judge.',
  valuing: ({ policy: { capabilities } }) =>
    capabilities.value || capabilities.instructions
      ? null
      : 'It asks the model how promising a thought is, and this model has not learnt to say so in words.',
};

const familyOf = (asked: Family | Problem): Family => (typeof asked === 'string' ? asked : asked.family);

/** Why there is no value head to read: the policy's own, or that of the model named instead. */
function unread(spec: VerifierSpec, policy: ModelAbilities, scorer: ModelAbilities | null): string | null {
  if (verifierModel(spec) === null)
    return policy.capabilities.valueHead ? null : 'It needs a value head, which this model does not have.';
  if (!scorer) return 'There is no model by the name of the one that is to judge.';
  if (!scorer.capabilities.valueHead) return 'The model that is to judge has no value head.';
  return sameProblems(policy, scorer)
    ? null
    : 'The model that is to judge was trained on other problems, so it does not read what this one writes.';
}

/**
 * Why a model cannot complete what the policy wrote, as rStar's discriminator, in plain words; null where it can.
 *
 * @param other null where no model is known by its name.
 */
export function discriminatorUnfit(policy: ModelAbilities, other: ModelAbilities | null): string | null {
  if (!other) return 'There is no model by the name of the one that is to complete the traces.';
  if (other.verifier !== undefined)
    return 'The model that is to complete the traces was trained to judge and cannot write.';
  return sameProblems(policy, other)
    ? null
    : 'The model that is to complete the traces was trained on other problems, so it does not read what this one writes.';
}

/** Another model reads the very tokens that were written. Models share those only where they were trained on the same problems. */
function sameProblems(policy: ModelAbilities, other: ModelAbilities): boolean {
  return (
    policy.families.length === other.families.length &&
    policy.families.every((family) => other.families.includes(family))
  );
}
