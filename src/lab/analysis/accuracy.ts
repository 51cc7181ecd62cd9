import { secondModel, secondModelWrites } from '#experiment/second-model.ts';
import type { Settings } from '../same-computation.ts';
import { mean, type Proportion } from '../statistics.ts';
import { clusteredShare } from './clustered.ts';
import { groupBy, isGraded, type MeasuredCell, ofArm, ofProblem } from './measured-cell.ts';

/** What compute is counted in. */
export const currencies = ['tokens', 'token-parameters', 'forwards', 'seconds'] as const;
export type Currency = (typeof currencies)[number];

/** Compute of one run, on average: a mean over problems of each problem's mean. */
export interface MeanCompute {
  readonly tokens: number;
  readonly forwards: number;
  readonly seconds: number;
  /** Tokens times parameters of the model that draws them; null where nobody knows how many it has. */
  readonly 'token-parameters': number | null;
}

/** What an arm solves and what it costs. */
export interface ArmAccuracy {
  readonly arm: number;
  /** Of problems that have a graded run: see `clusteredShare`. */
  readonly solved: Proportion;
  readonly compute: MeanCompute;
  /** All tokens of graded runs, for each that was right; null where none was. */
  readonly tokensPerRight: number | null;
  /** Runs that `solved` is made of. */
  readonly graded: number;
  /** Runs that failed. They count neither as right nor as wrong. */
  readonly failed: number;
  /** Runs that came to an end and whose right answer nobody knows. */
  readonly ungraded: number;
}

/**
 * Parameters of the model that draws an arm's tokens; null where that is not known, and where another model, such as rStar's
 * discriminator, draws some of them.
 */
export function parametersOfArm(
  arm: Settings | undefined,
  parametersOf: (model: string) => number | null,
): number | null {
  if (!arm) return null;
  const second = secondModelWrites(arm.strategy) ? secondModel(arm.strategy) : null;
  return second === null || second === arm.model ? parametersOf(arm.model) : null;
}

/**
 * Every arm that has a run, in the order of arms.
 *
 * @param parametersOf how many parameters the model of an arm has; null where that is not known.
 */
export function accuracyByArm(
  measured: readonly MeasuredCell[],
  parametersOf: (arm: number) => number | null = () => null,
): readonly ArmAccuracy[] {
  return [...groupBy(measured, ofArm)]
    .toSorted(([a], [b]) => a - b)
    .map(([arm, cells]) => armAccuracy(arm, cells, parametersOf(arm)));
}

function armAccuracy(arm: number, cells: readonly MeasuredCell[], parameters: number | null): ArmAccuracy {
  const graded = cells.filter(isGraded);
  const failed = cells.filter(({ outcome }) => outcome.failure).length;
  const problems = [...groupBy(graded, ofProblem).values()];
  const meanOf = (value: (one: (typeof graded)[number]) => number) =>
    mean(problems.map((runs) => mean(runs.map(value))));
  const rights = problems.map((runs) => mean(runs.map(({ outcome }) => (outcome.right ? 1 : 0))));
  const right = graded.filter(({ outcome }) => outcome.right).length;
  const tokens = meanOf(({ outcome }) => outcome.tokens);
  return {
    arm,
    solved: clusteredShare(rights, graded.length),
    compute: {
      tokens,
      forwards: meanOf(({ outcome }) => outcome.forwards),
      seconds: meanOf(({ outcome }) => outcome.seconds),
      'token-parameters': parameters === null ? null : tokens * parameters,
    },
    tokensPerRight: right === 0 ? null : graded.reduce((sum, { outcome }) => sum + outcome.tokens, 0) / right,
    graded: graded.length,
    failed,
    ungraded: cells.length - graded.length - failed,
  };
}
