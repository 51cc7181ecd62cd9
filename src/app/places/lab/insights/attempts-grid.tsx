import { useMemo } from 'react';
import { accuracyByArm } from '#lab/analysis/accuracy.ts';
import { gridPlace, parallelGrid } from '#lab/analysis/parallel-grid.ts';
import { HeatGrid } from '#views/chart/heat-grid.tsx';
import { amounts } from '#words/en/amounts.ts';
import { insights } from '#words/en/insights.ts';
import { type InsightProps, saving } from './insight.ts';

/** Attempts side by side against attempts one after another. */
export function AttemptsGrid(props: InsightProps) {
  const { sweep, measured } = props;
  const cells = useMemo(
    () =>
      parallelGrid(accuracyByArm(measured), (arm) => {
        const settings = sweep.arms[arm];
        return settings ? gridPlace(settings.strategy) : null;
      }),
    [sweep, measured],
  );
  const parallel = rising(cells.map((cell) => cell.parallel));
  const sequential = rising(cells.map((cell) => cell.sequential));
  if (parallel.length < 2 || sequential.length < 2) return null;
  return (
    <HeatGrid
      {...saving(props)}
      title={insights.grid}
      note={insights.gridNote}
      rowsAre={insights.sequential}
      columnsAre={insights.parallel}
      columns={parallel.map(String)}
      rows={sequential.map((row) => ({
        name: String(row),
        cells: parallel.map((column) => {
          const cell = cells.find((one) => one.parallel === column && one.sequential === row);
          if (!cell) return { value: null };
          const { share: value, low, high } = cell.solved;
          return { value, low, high, best: cell.best, note: insights.tokens(cell.tokens) };
        }),
      }))}
      format={amounts.percent}
      bestIs={insights.bestOfBudget}
    />
  );
}

const rising = (values: readonly number[]): readonly number[] =>
  [...new Set(values)].toSorted((a, b) => a - b);
