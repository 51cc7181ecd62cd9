import { defaultBudget } from '#experiment/defaults.ts';
import type { Problem } from '#experiment/problem.ts';
import { PolicyError } from '#policy/policy-error.ts';
import type { Settings } from './same-computation.ts';
import type { Outcome } from './sweeps/outcome.ts';
import { type MeasureRun, runCells } from './sweeps/run-cells.ts';

/**
 * Runs every arm on every problem once, without a limit of tokens. A failed run fails the whole: a table with holes would lie.
 * Rejects with PolicyError, or AbortError.
 *
 * @param lanes what measures, one run at a time each.
 * @returns by arm, then by problem.
 */
export async function measuredArms(
  arms: readonly Settings[],
  problems: readonly Problem[],
  lanes: readonly MeasureRun[],
): Promise<readonly (readonly Outcome[])[]> {
  const outcomes = arms.map((): Outcome[] => []);
  const sweep = { arms, repeats: 1, tokens: defaultBudget.tokens };
  await runCells(
    sweep,
    problems,
    lanes,
    () => false,
    ({ cell, outcome }) => {
      if (outcome.failure) throw new PolicyError(outcome.failure);
      const ofArm = outcomes[cell.arm];
      if (ofArm) ofArm[cell.problem] = outcome;
    },
  );
  return outcomes;
}
