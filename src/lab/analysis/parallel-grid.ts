import type { Strategy } from '#experiment/experiment.ts';
import type { Proportion } from '../statistics.ts';
import type { ArmAccuracy } from './accuracy.ts';

/** Attempts side by side, and attempts one after another in each of them. */
export interface GridPlace {
  readonly parallel: number;
  readonly sequential: number;
}

/** Where a strategy stands in the grid; null for one that has no place there. */
export function gridPlace(strategy: Strategy): GridPlace | null {
  switch (strategy.kind) {
    case 'revision':
      return { parallel: strategy.parallel, sequential: strategy.rounds };
    case 'self-consistency':
    case 'best-of-n':
      return { parallel: strategy.samples, sequential: 1 };
    case 'budget-forcing':
      return { parallel: 1, sequential: strategy.waits + 1 };
    case 'chain-of-thought':
      return { parallel: 1, sequential: 1 };
    default:
      return null;
  }
}

export interface GridCell extends GridPlace {
  readonly arm: number;
  readonly solved: Proportion;
  readonly tokens: number;
  /** Whether it solves most of the cells with as many attempts in all. */
  readonly best: boolean;
}

/** Attempts in all, so as cells are compared at equal budget. */
const attempts = ({ parallel, sequential }: GridPlace): number => parallel * sequential;

/**
 * The parallel-by-sequential grid (Snell et al. 2024, arXiv 2408.03314, section 6): accuracy by how a number of attempts is
 * split. In each set of cells with as many attempts in all, the best is marked where there are several to choose from. Of arms
 * at one place the first is taken.
 *
 * @param placeOf where an arm stands.
 */
export function parallelGrid(
  accuracies: readonly ArmAccuracy[],
  placeOf: (arm: number) => GridPlace | null,
): readonly GridCell[] {
  const cells = new Map<string, Omit<GridCell, 'best'>>();
  for (const { arm, solved, compute } of accuracies) {
    const place = placeOf(arm);
    if (!place || solved.of === 0) continue;
    const key = `${place.parallel}/${place.sequential}`;
    if (!cells.has(key)) cells.set(key, { ...place, arm, solved, tokens: compute.tokens });
  }
  const all = [...cells.values()];
  return all.map((cell) => {
    const rivals = all.filter((other) => attempts(other) === attempts(cell));
    const most = Math.max(...rivals.map(({ solved }) => solved.share));
    return { ...cell, best: rivals.length > 1 && cell.solved.share === most };
  });
}
