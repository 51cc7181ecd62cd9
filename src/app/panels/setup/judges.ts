import { defaultVerifier } from '#experiment/verifier.ts';
import type { Family } from '#experiment/problem.ts';
import type { VerifierKind, VerifierSpec } from '#experiment/verifier.ts';
import type { JudgingModel } from '#policy/model-handle.ts';
import { verifiersFor } from '#policy/models.ts';

/**
 * Everyone who can be a verifier of the kind, the model itself first, then the models that were trained to judge in that way.
 *
 * @param models those that know the problems.
 */
export function judgesFor(
  kind: VerifierKind,
  family: Family,
  models: readonly JudgingModel[] = verifiersFor(family),
): readonly VerifierSpec[] {
  return [
    defaultVerifier(kind),
    ...models
      .filter(({ verifier }) => verifier === kind)
      .map(({ id, verifier }): VerifierSpec => ({ kind: verifier, model: id })),
  ];
}
