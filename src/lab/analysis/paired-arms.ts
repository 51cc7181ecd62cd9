import { holm, mcNemar } from '../paired.ts';
import { accuracyByArm } from './accuracy.ts';
import { type GradedCell, groupBy, isGraded, type MeasuredCell, ofArm } from './measured-cell.ts';

/** An arm against the chosen one, on the problems and repeats that both have. */
export interface ArmComparison {
  readonly arm: number;
  /** Problems of which the arm solves more repeats than the chosen one, and the other way round. */
  readonly better: number;
  readonly worse: number;
  /** Problems that both have a run of. */
  readonly problems: number;
  /** How far the arm is above the chosen one: a difference of shares. */
  readonly difference: number;
  /** Of the paired test alone, two-sided. */
  readonly p: number;
  /** Corrected by Holm's method for all arms that are compared. */
  readonly corrected: number;
}

/** All arms against the chosen one. Arms that have no run of the same problem and repeat are left out. */
export function comparedWith(measured: readonly MeasuredCell[], chosen: number): readonly ArmComparison[] {
  const arms = groupBy(measured.filter(isGraded), ofArm);
  const base = new Map((arms.get(chosen) ?? []).map((one) => [placeOf(one), one.outcome.right]));
  const tests = [...arms]
    .filter(([arm]) => arm !== chosen)
    .toSorted(([a], [b]) => a - b)
    .map(([arm, cells]) => ({ arm, ...compared(cells, base) }))
    .filter(({ problems }) => problems > 0);
  const corrected = holm(tests.map(({ p }) => p));
  return tests.map((test, at) => ({ ...test, corrected: corrected[at] ?? test.p }));
}

const placeOf = ({ cell }: MeasuredCell): string => `${cell.problem}/${cell.repeat}`;

function compared(
  cells: readonly GradedCell[],
  base: ReadonlyMap<string, boolean>,
): Omit<ArmComparison, 'arm' | 'corrected'> {
  const differences = new Map<number, number>();
  let pairs = 0;
  let sum = 0;
  for (const one of cells) {
    const other = base.get(placeOf(one));
    if (other === undefined) continue;
    const difference = Number(one.outcome.right) - Number(other);
    const { problem } = one.cell;
    differences.set(problem, (differences.get(problem) ?? 0) + difference);
    sum += difference;
    pairs += 1;
  }
  const all = [...differences.values()];
  return {
    better: all.filter((difference) => difference > 0).length,
    worse: all.filter((difference) => difference < 0).length,
    problems: all.length,
    difference: pairs === 0 ? 0 : sum / pairs,
    p: signFlip(all),
  };
}

/** What a sweep says in one sentence: the best of its other arms against its first. */
export interface ArmsFinding {
  readonly comparison: ArmComparison;
  /** Shares that they solve, of the problems that each of them answered. */
  readonly first: number;
  readonly best: number;
  /** The same of the arms beside these two. */
  readonly others: readonly { readonly arm: number; readonly solved: number }[];
}

/** Null where the first arm and another have no run in common. Which arm is best is told by the paired differences. */
export function findingOf(measured: readonly MeasuredCell[]): ArmsFinding | null {
  const [comparison] = comparedWith(measured, 0).toSorted((a, b) => b.difference - a.difference);
  if (!comparison) return null;
  const solved = new Map(accuracyByArm(measured).map(({ arm, solved: { share } }) => [arm, share]));
  const [first, best] = [solved.get(0), solved.get(comparison.arm)];
  if (first === undefined || best === undefined) return null;
  const others = [...solved].flatMap(([arm, share]) =>
    arm === 0 || arm === comparison.arm ? [] : [{ arm, solved: share }],
  );
  return { comparison, first, best, others };
}

/** Beyond so many steps the exact distribution is not worth the wait. */
const mostSteps = 4e6;

/**
 * Fisher's paired test (1935): where neither arm is better, each problem's difference is as likely to fall to either side. How
 * likely a sum at least as far from 0 is then, two-sided. With one run a problem it is McNemar's exact test. Counted exactly;
 * of very many runs by the normal distribution.
 *
 * @param differences whole numbers, one a problem.
 */
export function signFlip(differences: readonly number[]): number {
  const sizes = differences.map(Math.abs).filter((size) => size > 0);
  const observed = Math.abs(differences.reduce((sum, difference) => sum + difference, 0));
  if (sizes.every((size) => size === 1)) {
    const fewer = (sizes.length - observed) / 2;
    return mcNemar(fewer, sizes.length - fewer);
  }
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total * sizes.length > mostSteps) {
    const deviation = Math.sqrt(sizes.reduce((sum, size) => sum + size * size, 0));
    return Math.min(1, 2 * normalTail(observed / deviation));
  }
  return Math.min(1, sumsBeyond(sizes, total, observed));
}

/** Chance that a sum with signs by chance is at least so far from 0. */
function sumsBeyond(sizes: readonly number[], total: number, observed: number): number {
  // Chance of each sum of those that fall to the one side; the rest falls to the other.
  let chances = new Float64Array(total + 1);
  chances[0] = 1;
  let reach = 0;
  for (const size of sizes) {
    const next = new Float64Array(total + 1);
    for (let at = 0; at <= reach; at++) {
      const half = (chances[at] ?? 0) / 2;
      next[at] = (next[at] ?? 0) + half;
      next[at + size] = (next[at + size] ?? 0) + half;
    }
    chances = next;
    reach += size;
  }
  return chances.reduce((sum, chance, at) => (Math.abs(2 * at - total) >= observed ? sum + chance : sum), 0);
}

/** Upper tail of the standard normal distribution (Abramowitz and Stegun 1964, 7.1.26), to 1.5e-7. */
function normalTail(z: number): number {
  const t = 1 / (1 + (0.3275911 * z) / Math.SQRT2);
  const series = [0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429];
  const sum = series.reduceRight((inner, coefficient) => (inner + coefficient) * t, 0);
  return (sum * Math.exp((-z * z) / 2)) / 2;
}
