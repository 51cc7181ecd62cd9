import { amounts } from '#words/en/amounts.ts';
import { useWorded } from '#views/use-spoken.ts';
import { useState } from 'react';
import { ofArm } from '#lab/analysis/measured-cell.ts';
import { overOptimisation } from '#lab/analysis/over-optimisation.ts';
import {
  drawsSamples,
  type ResampledPoint,
  type ResampleMode,
  resampled,
  stepsTo,
  waysToResample,
} from '#lab/analysis/resample.ts';
import { drawnSubsets } from '#lab/analysis/subsets.ts';
import { stepAxis, shareAxis } from '#views/chart/chart-axes.ts';
import type { ChartSeries } from '#views/chart/chart-data.ts';
import { LineChart } from '#views/chart/line-chart.tsx';
import { insights } from '#words/en/insights.ts';
import { armChoice, type InsightProps, saving } from './insight.ts';

const modes: readonly ResampleMode[] = ['expected', 'first'];

/** One draw of samples as all smaller ones: pass@k, votes and the best of k. */
export function DrawsChart(props: InsightProps) {
  const { sweep, measured, names } = props;
  const arms = useWorded(
    () =>
      [...sweep.arms.keys()].filter(
        (arm) => isDraw(sweep, arm) && measured.some((one) => ofArm(one) === arm),
      ),
    [sweep, measured],
  );
  const [wished, wish] = useState<number | null>(null);
  const [mode, setMode] = useState<ResampleMode>('expected');
  const arm = arms.find((one) => one === wished) ?? arms.at(-1);
  const points = useWorded(
    () =>
      resampled(
        measured.filter((one) => ofArm(one) === arm),
        mode,
      ),
    [measured, arm, mode],
  );
  const series = useWorded(() => seriesOfDraw(points), [points]);
  const x = useWorded(() => stepAxis(insights.samples, stepsTo(points.at(-1)?.k ?? 1)), [points]);
  const y = useWorded(() => shareAxis(insights.solved), []);
  if (arm === undefined || points.length < 2) return null;
  const fooled = overOptimisation(points);
  return (
    <LineChart
      {...saving(props)}
      title={insights.draws}
      note={[
        insights.drawsNote[mode](drawnSubsets),
        ...(fooled?.clear ? [insights.fooled(fooled)] : []),
        ...(fooled ? [insights.oracleGap(fooled)] : []),
      ].join(amounts.between)}
      series={series}
      x={x}
      y={y}
      logarithmic
      choices={[
        ...armChoice(insights.way, arms, names, arm, wish),
        {
          label: insights.mode,
          options: modes.map((key) => ({ key, name: insights.modes[key] })),
          chosen: mode,
          onChoose: (key) => setMode(key === 'first' ? 'first' : 'expected'),
        },
      ]}
    />
  );
}

/** Samples of a run that a budget may cut short are not the first of a longer one. */
function isDraw({ arms, tokens }: InsightProps['sweep'], place: number): boolean {
  const arm = arms[place];
  return arm !== undefined && drawsSamples(arm.strategy) && (arm.tokens ?? tokens) === 0;
}

function seriesOfDraw(points: readonly ResampledPoint[]): readonly ChartSeries[] {
  return waysToResample
    .map((way, place): ChartSeries => ({
      key: way,
      name: insights.ways[way],
      place,
      ideal: way === 'pass',
      points: points.flatMap(({ k, tokens, solved }) => {
        const one = solved[way];
        if (!one) return [];
        const { share: y, low, high, of } = one;
        return [{ key: String(k), x: k, y, low, high, note: insights.pointNote(of, tokens) }];
      }),
    }))
    .filter((series) => series.points.length > 0);
}
