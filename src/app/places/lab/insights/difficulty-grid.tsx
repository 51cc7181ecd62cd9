import { useMemo, useState } from 'react';
import { accuracyByArm } from '#lab/analysis/accuracy.ts';
import { armsAtBudget } from '#lab/analysis/at-budget.ts';
import { bestArmPerBin, difficultyBins, solvedByBin } from '#lab/analysis/difficulty.ts';
import { isGraded, ofArm } from '#lab/analysis/measured-cell.ts';
import { drawsSamples } from '#lab/analysis/resample.ts';
import { linesOf } from '#lab/sweeps/lines.ts';
import type { SweepArm } from '#lab/sweeps/spec.ts';
import { HeatGrid } from '#views/chart/heat-grid.tsx';
import { amounts } from '#words/en/amounts.ts';
import { insights } from '#words/en/insights.ts';
import { armChoice, type InsightProps, saving } from './insight.ts';

/** Fewer problems make no bins. */
const fewest = 10;

/** Which way is best for easy problems, and which for hard ones, at about the same budget. */
export function DifficultyGrid(props: InsightProps) {
  const { sweep, measured, names } = props;
  const [wishedReference, wishReference] = useState<number | null>(null);
  const [wishedBudget, wishBudget] = useState<number | null>(null);
  const found = useMemo(
    () => byDifficulty(sweep, measured, wishedReference, wishedBudget),
    [sweep, measured, wishedReference, wishedBudget],
  );
  if (!found) return null;
  const { arms, reference, costs, budget, compared, results, optimal, tokensOf } = found;
  return (
    <HeatGrid
      {...saving(props)}
      title={insights.difficulty}
      note={[
        insights.difficultyNote,
        ...(optimal && compared.length > 1 ? [insights.computeOptimal(optimal)] : []),
      ].join(amounts.between)}
      rowsAre={insights.bins}
      columnsAre={insights.way}
      columns={compared.map((arm) => insights.armAt(names[arm] ?? '', tokensOf.get(arm) ?? 0))}
      rows={results.map(({ bin, solved, best }, at) => ({
        name: insights.bin({ place: at + 1, from: bin.from, to: bin.to }),
        cells: solved.map(({ share: value, low, high, of }, place) =>
          of === 0
            ? { value: null }
            : { value, low, high, best: compared.length > 1 && compared[place] === best },
        ),
      }))}
      format={amounts.percent}
      bestIs={insights.bestOfBin}
      choices={[
        ...armChoice(insights.reference, arms, names, reference, wishReference),
        {
          label: insights.budget,
          options: costs.map((cost) => ({ key: String(cost), name: insights.tokens(cost) })),
          chosen: String(budget),
          onChoose: (key) => wishBudget(Number(key)),
        },
      ]}
    />
  );
}

/** What each way that the budget pays for solves of each bin, the cheapest way first; null where there is nothing to compare. */
function byDifficulty(
  sweep: InsightProps['sweep'],
  measured: InsightProps['measured'],
  wishedReference: number | null,
  wishedBudget: number | null,
) {
  const accuracies = accuracyByArm(measured);
  const arms = accuracies.filter(({ solved }) => solved.of >= fewest).map(({ arm }) => arm);
  const reference = arms.find((arm) => arm === wishedReference) ?? mostSampled(arms, measured);
  if (reference === undefined) return null;
  const lines = linesOf(sweep).map(({ points }) => points.map(({ arm }) => arm));
  const tokensOf = new Map(accuracies.map(({ arm, compute }) => [arm, compute.tokens]));
  const comparedAt = (tokens: number) =>
    [...new Set(armsAtBudget(accuracies, lines, tokens, 'tokens'))]
      // The reference made the bins: it would be judged by its own luck, as would who draws the same samples.
      .filter((arm) => arm !== reference && !sameSamples(sweep.arms[arm], sweep.arms[reference]))
      .toSorted((a, b) => (tokensOf.get(a) ?? 0) - (tokensOf.get(b) ?? 0));
  const costs = [...new Set([...tokensOf.values()].map(Math.round))]
    .toSorted((a, b) => b - a)
    .filter((cost) => comparedAt(cost).length > 0);
  const budget = costs.find((cost) => cost === wishedBudget) ?? costs[0];
  if (budget === undefined) return null;
  const compared = comparedAt(budget);
  const bins = difficultyBins(measured.filter((one) => isGraded(one) && ofArm(one) === reference));
  return {
    arms,
    reference,
    costs,
    budget,
    compared,
    results: solvedByBin(measured, bins, compared),
    optimal: bestArmPerBin(measured, bins, compared),
    tokensOf,
  };
}

/** How hard a problem is shows best in many samples of it. */
function mostSampled(arms: readonly number[], measured: InsightProps['measured']): number | undefined {
  const samples = new Map<number, number>();
  for (const { cell, outcome } of measured)
    samples.set(cell.arm, Math.max(samples.get(cell.arm) ?? 0, outcome.traces.length));
  return arms.toSorted((a, b) => (samples.get(b) ?? 0) - (samples.get(a) ?? 0))[0];
}

/** Arms have the same seeds: what draws in the same way draws the same. */
function sameSamples(one: SweepArm | undefined, other: SweepArm | undefined): boolean {
  if (!one || !other || !drawsSamples(one.strategy) || !drawsSamples(other.strategy)) return false;
  return one.model === other.model && JSON.stringify(one.sampling) === JSON.stringify(other.sampling);
}
