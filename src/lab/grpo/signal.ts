import { mean } from '../statistics.ts';

/** Which groups teach something: those that hold both right and wrong traces (DAPO's dynamic sampling keeps no others). */
export type GroupKind = 'all-right' | 'all-wrong' | 'mixed';

export function groupKind(right: readonly boolean[]): GroupKind {
  if (right.every(Boolean)) return 'all-right';
  return right.some(Boolean) ? 'mixed' : 'all-wrong';
}

/** What groups of one size over many problems say together. */
export interface Signal {
  readonly groups: number;
  /** Groups by how many of their traces are right: place k counts those with k. */
  readonly histogram: readonly number[];
  readonly allRight: number;
  readonly allWrong: number;
  readonly mixed: number;
  /** The share of all traces that are right. */
  readonly rightShare: number;
  /** The share of groups that would be mixed if every problem were as hard as the mean: 1 − p^G − (1 − p)^G. */
  readonly expectedShare: number;
}

/**
 * Yu et al. 2025 (DAPO, arXiv 2503.14476, section 3.2) on groups without a signal: where all rewards are the same, all advantages
 * are 0.
 *
 * @param rights right traces of each group, from 0 to `size`.
 */
export function signalOf(rights: readonly number[], size: number): Signal {
  const histogram = Array.from(
    { length: size + 1 },
    (_, count) => rights.filter((right) => right === count).length,
  );
  const [allWrong = 0, allRight = 0] = [histogram[0], histogram[size]];
  const rightShare = mean(rights) / size;
  return {
    groups: rights.length,
    histogram,
    allRight,
    allWrong,
    mixed: rights.length - allRight - allWrong,
    rightShare,
    expectedShare: mixedShare(rightShare, size),
  };
}

/** The chance that a group of traces, each right with chance p, holds both right and wrong ones: 1 − p^G − (1 − p)^G. */
export const mixedShare = (p: number, size: number): number => 1 - p ** size - (1 - p) ** size;

/** The chance of k right traces of `size`, each right with chance p; place k, from 0 to `size`. */
export function binomial(p: number, size: number): readonly number[] {
  const chances: number[] = [];
  let ways = 1;
  for (let count = 0; count <= size; count++) {
    chances.push(ways * p ** count * (1 - p) ** (size - count));
    ways = (ways * (size - count)) / (count + 1);
  }
  return chances;
}
