import type { ArmAccuracy, Currency } from './accuracy.ts';

/** An arm may cost this much more than the budget: runs of the same settings do not cost the same. */
const slack = 1.1;

/**
 * Of each line the arm that makes the most of a budget: the dearest that a run of it pays for, on average. Lines that have none
 * are left out.
 *
 * @param lines places of arms, line by line.
 */
export function armsAtBudget(
  accuracies: readonly ArmAccuracy[],
  lines: readonly (readonly number[])[],
  budget: number,
  currency: Currency,
): readonly number[] {
  const costs = new Map(accuracies.map(({ arm, compute }) => [arm, compute[currency]]));
  return lines.flatMap((line) => {
    const [dearest] = line
      .flatMap((arm) => {
        const cost = costs.get(arm);
        return cost !== undefined && cost !== null && cost <= budget * slack ? [{ arm, cost }] : [];
      })
      .toSorted((a, b) => b.cost - a.cost);
    return dearest ? [dearest.arm] : [];
  });
}
