import { useMemo, useState } from 'react';
import { type Currency, currencies } from '#lab/analysis/accuracy.ts';
import { modelFacts } from '#policy/models.ts';
import type { LoadedSweep } from '#app/sweeps/sweeps-state.ts';
import { amountAxis, shareAxis } from '#views/chart/chart-axes.ts';
import type { ChartSeries } from '#views/chart/chart-data.ts';
import { LineChart } from '#views/chart/line-chart.tsx';
import { sweepWords } from '#words/en/sweeps.ts';
import { saveChartOf } from './save-chart-of.ts';
import { seriesOf } from './sweep-series.ts';

const parametersOf = (model: string) => modelFacts(model).parameters;

/** Accuracy against test-time compute, a line a strategy, the oracle above. */
export function AccuracyView({ loaded }: { readonly loaded: LoadedSweep }) {
  const [currency, setCurrency] = useState<Currency>('tokens');
  const { sweep, results } = loaded;
  const found = useMemo(() => seriesOf(sweep, results, currency, parametersOf), [sweep, results, currency]);
  const series = useMemo(
    () =>
      found.map(({ key, name, oracle, points }, place): ChartSeries => ({
        key,
        name,
        place,
        ideal: oracle,
        points: points.map(({ amount, compute, solved: { share, low, high, of } }) => ({
          key: String(amount),
          x: compute,
          y: share,
          low,
          high,
          note: sweepWords.pointNote(amount, of),
        })),
      })),
    [found],
  );
  const x = useMemo(() => amountAxis(sweepWords.currencies[currency]), [currency]);
  const y = useMemo(() => shareAxis(sweepWords.solved), []);
  if (series.length === 0) return <p className="quiet">{sweepWords.nothingYet}</p>;
  return (
    <LineChart
      title={sweepWords.accuracyTitle}
      series={series}
      x={x}
      y={y}
      logarithmic
      choices={[
        {
          label: sweepWords.currency,
          options: currencies.map((key) => ({ key, name: sweepWords.currencies[key] })),
          chosen: currency,
          onChoose: (key) => setCurrency(currencies.find((one) => one === key) ?? 'tokens'),
        },
      ]}
      note={found.some(({ drawn }) => drawn) ? sweepWords.drawnFrom : sweepWords.barsAre}
      onSave={saveChartOf(sweep)}
    />
  );
}
