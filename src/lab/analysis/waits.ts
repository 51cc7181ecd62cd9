import { mean, type Proportion } from '../statistics.ts';
import { clusteredShare } from './clustered.ts';
import { groupBy, isGraded, type MeasuredCell } from './measured-cell.ts';

/** What runs would have answered after so many waits. */
export interface WaitPoint {
  readonly waits: number;
  readonly solved: Proportion;
  /** Thinking tokens up to there, on average; null where none were counted. */
  readonly thinkingTokens: number | null;
  /** Of the runs with an answer here and one wait before: those that the wait made right, and those that it made wrong. */
  readonly mended: number;
  readonly broken: number;
  /** Runs whose answer is known here. */
  readonly runs: number;
  /** Of them, those that had ended before: they keep their answer. */
  readonly ended: number;
}

/**
 * Budget forcing by number of waits (Muennighoff et al. 2025, arXiv 2501.19393), read from the answers that each run would
 * have given on its way: one arm with many waits shows what fewer give. A run that ended with fewer keeps its last answer.
 * Rounds in which nobody asked for an answer count neither way.
 */
export function solvedByWaits(measured: readonly MeasuredCell[]): readonly WaitPoint[] {
  const runs = measured
    .filter(isGraded)
    .flatMap(({ cell, outcome: { rounds } }) =>
      rounds.length === 0 ? [] : [{ cell, rounds: rounds.toSorted((a, b) => a.round - b.round) }],
    );
  const most = runs.reduce((last, { rounds }) => Math.max(last, rounds.at(-1)?.round ?? 0), -1);
  return Array.from({ length: most + 1 }, (_, waits) => {
    const known = runs.flatMap(({ cell, rounds }) => {
      const now = answerAt(rounds, waits);
      return now?.right === null || now === undefined
        ? []
        : [{ cell, right: now.right, now, before: waits === 0 ? null : answerAt(rounds, waits - 1) }];
    });
    const changed = (from: boolean) =>
      known.filter(({ before, right }) => before?.right === from && right !== from).length;
    const thought = known.flatMap(({ now }) => now.thinkingTokens ?? []);
    const problems = [...groupBy(known, ofProblemOf).values()];
    return {
      waits,
      solved: clusteredShare(
        problems.map((own) => mean(own.map(({ right }) => Number(right)))),
        known.length,
      ),
      thinkingTokens: thought.length === 0 ? null : mean(thought),
      mended: changed(false),
      broken: changed(true),
      runs: known.length,
      ended: known.filter(({ now }) => now.round < waits).length,
    };
  });
}

const ofProblemOf = ({ cell }: Pick<MeasuredCell, 'cell'>): number => cell.problem;

/** What stands after so many waits: the answer of that round, or the last one of a run that ended before. */
function answerAt(rounds: MeasuredCell['outcome']['rounds'], waits: number) {
  const own = rounds.find(({ round }) => round === waits);
  if (own) return own;
  const last = rounds.at(-1);
  return last && last.round < waits ? last : undefined;
}
