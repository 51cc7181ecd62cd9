import { integer } from '#answers/rational.ts';
import { canReach } from '#answers/solve-countdown.ts';
import { CountdownProof } from '#verifiers/countdown-proof.ts';
import { startProof, takeStep } from '#verifiers/proof.ts';
import type { StudiedTrace } from '../rollouts/studied-trace.ts';

/**
 * Whether a right answer can still be reached behind each step, by rule: nothing that counts is false so far, and in a countdown the
 * numbers that are left can make the target. Null where no rule says: sentences are only known to be false.
 */
export function exactLabels({
  experiment: { problem, start },
  formal,
  steps,
}: Pick<StudiedTrace, 'experiment' | 'formal' | 'steps'>): readonly (boolean | null)[] {
  const proof = startProof(problem);
  if (!proof || start) return steps.map(() => null);
  return steps.map(({ tokens }) => {
    takeStep(proof, tokens, true);
    if (proof.faults().length > 0) return false;
    if (!formal) return null;
    return (
      problem.family !== 'countdown' ||
      !(proof instanceof CountdownProof) ||
      canReach(proof.numbersLeft(), integer(problem.target))
    );
  });
}
