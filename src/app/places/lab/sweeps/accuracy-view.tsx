import { useWorded } from '#views/use-spoken.ts';
import { useState } from 'react';
import { type Currency, currencies } from '#lab/analysis/accuracy.ts';
import { findingOf } from '#lab/analysis/paired-arms.ts';
import { pText } from '#lab/paired.ts';
import { modelFacts } from '#policy/models.ts';
import type { LoadedSweep } from '#app/sweeps/sweeps-state.ts';
import { amountAxis, shareAxis } from '#views/chart/chart-axes.ts';
import type { ChartSeries } from '#views/chart/chart-data.ts';
import { LineChart } from '#views/chart/line-chart.tsx';
import { sweepWords } from '#words/en/sweeps.ts';
import { armNames } from './arm-names.ts';
import { saveChartOf } from './save-chart-of.ts';
import { overAmounts, seriesOf } from './sweep-series.ts';

const parametersOf = (model: string) => modelFacts(model).parameters;

/** The axis of what the lines count, rather than of what it costs. */
const byAmount = 'amount';

/** Accuracy against test-time compute, a line a strategy, the oracle above. */
export function AccuracyView({
  loaded,
  bare = false,
}: {
  readonly loaded: LoadedSweep;
  /** The lines alone. */
  readonly bare?: boolean;
}) {
  const [chosen, choose] = useState<Currency | typeof byAmount | null>(null);
  const { sweep, results } = loaded;
  const currency = chosen === null || chosen === byAmount ? 'tokens' : chosen;
  const found = useWorded(() => seriesOf(sweep, results, currency, parametersOf), [sweep, results, currency]);
  const amounts = useWorded(() => overAmounts(found), [found]);
  const counted =
    amounts && (chosen === byAmount || (chosen === null && amounts.usual)) ? amounts.names : null;
  const byN = counted !== null;
  const series = useWorded(
    () =>
      found.map(({ key, name, oracle, points }, place): ChartSeries => ({
        key,
        name,
        place,
        ideal: oracle,
        points: points.map(({ amount, compute, solved: { share, low, high, of } }) => ({
          key: String(amount),
          x: byN ? (amount ?? 1) : compute,
          y: share,
          low,
          high,
          note: sweepWords.pointNote(amount, of),
        })),
      })),
    [found, byN],
  );
  const label = counted ? sweepWords.amountAxis(counted) : sweepWords.currencies[currency];
  const x = useWorded(() => amountAxis(label), [label]);
  const finding = useWorded(() => findingText(loaded), [loaded]);
  const y = useWorded(() => shareAxis(sweepWords.solved), []);
  if (series.length === 0) return <p className="quiet">{sweepWords.nothingYet}</p>;
  return (
    <LineChart
      title={counted ? sweepWords.amountTitle(counted) : sweepWords.accuracyTitle}
      finding={finding}
      series={series}
      x={x}
      y={y}
      logarithmic
      choices={[
        {
          label: sweepWords.currency,
          options: [
            ...(amounts ? [{ key: byAmount, name: sweepWords.amountAxis(amounts.names) }] : []),
            ...currencies.map((key) => ({ key, name: sweepWords.currencies[key] })),
          ],
          chosen: byN ? byAmount : currency,
          onChoose: (key) => choose(currencies.find((one) => one === key) ?? byAmount),
        },
      ]}
      note={found.some(({ drawn }) => drawn) ? sweepWords.drawnFrom : sweepWords.barsAre}
      onSave={saveChartOf(sweep)}
      bare={bare}
    />
  );
}

/** As many ways beside the two that are compared are named: more are read off the picture. */
const mostOthers = 2;

function findingText({ sweep, results }: LoadedSweep): string | null {
  const found = findingOf(results);
  if (!found) return null;
  // A name that a person gave does not say how many samples there are.
  const names = armNames(sweep).map((name, place) => {
    const own = sweep.arms[place];
    return own?.name !== undefined && 'samples' in own.strategy
      ? sweepWords.withSamples(name, own.strategy.samples)
      : name;
  });
  const { arm, problems, better, worse, corrected } = found.comparison;
  return sweepWords.finding({
    first: { name: names[0] ?? '', solved: found.first },
    best: { name: names[arm] ?? '', solved: found.best },
    others:
      found.others.length > mostOthers
        ? []
        : found.others.map(({ arm: other, solved }) => ({ name: names[other] ?? '', solved })),
    problems,
    better,
    worse,
    repeated: sweep.repeats > 1,
    p: pText(corrected),
  });
}
