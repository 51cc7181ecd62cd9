import { useState } from 'react';
import { type Currency, currencies } from '#lab/analysis/accuracy.ts';
import { modelFacts } from '#policy/models.ts';
import { saveFile } from '#app/sharing/save-file.ts';
import type { LoadedSweep } from '#app/sweeps/sweeps-state.ts';
import { sweepWords } from '#words/en/sweeps.ts';
import { AccuracyPicture } from './accuracy-picture.tsx';
import styles from './accuracy-view.module.css';
import { seriesOf, type SweepSeries } from './sweep-series.ts';

/** Accuracy against compute, as a picture and as a table. */
export function AccuracyView({ loaded }: { readonly loaded: LoadedSweep }) {
  const [currency, setCurrency] = useState<Currency>('tokens');
  const series = seriesOf(loaded.sweep, loaded.results, currency, (model) => modelFacts(model).parameters);
  if (series.length === 0) return <p className="quiet">{sweepWords.nothingYet}</p>;
  return (
    <div className={styles.root}>
      <div className={styles.tools}>
        <label className={styles.choice}>
          <span className="knob-label">{sweepWords.currency}</span>
          <select
            className="field-select"
            value={currency}
            onChange={(event) =>
              setCurrency(currencies.find((one) => one === event.currentTarget.value) ?? 'tokens')
            }
          >
            {currencies.map((one) => (
              <option key={one} value={one}>
                {sweepWords.currencies[one]}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="button"
          onClick={() =>
            saveFile('second-thought-accuracy.csv', new Blob([csvOf(series)], { type: 'text/csv' }))
          }
        >
          {sweepWords.saveCsv}
        </button>
      </div>
      <AccuracyPicture series={series} currency={sweepWords.currencies[currency]} />
      {series.some(({ drawn }) => drawn) && <p className="quiet">{sweepWords.drawnFrom}</p>}
      <details className={styles.more}>
        <summary>{sweepWords.table}</summary>
        <SeriesTable series={series} caption={sweepWords.accuracyOf(sweepWords.currencies[currency])} />
      </details>
    </div>
  );
}

function SeriesTable({
  series,
  caption,
}: {
  readonly series: readonly SweepSeries[];
  readonly caption: string;
}) {
  return (
    <section
      className={styles.scroller}
      aria-label={caption}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls where it is too wide, by arrow keys too
      tabIndex={0}
    >
      <table className={styles.table}>
        <caption className="hidden-visually">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{sweepWords.line}</th>
            <th scope="col">{sweepWords.amount}</th>
            <th scope="col">{sweepWords.compute}</th>
            <th scope="col">{sweepWords.solved}</th>
          </tr>
        </thead>
        <tbody>
          {series.flatMap(({ key, name, points }) =>
            points.map(({ amount, compute, solved }) => (
              <tr key={`${key} ${compute}`}>
                <th scope="row">{name}</th>
                <td>{amount === null || !Number.isFinite(amount) ? '' : sweepWords.number(amount)}</td>
                <td>{sweepWords.number(compute)}</td>
                <td>
                  {sweepWords.percent(solved.share)}{' '}
                  <span className="quiet">{sweepWords.interval(solved.low, solved.high)}</span>
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}

function csvOf(series: readonly SweepSeries[]): string {
  const cell = (value: string | number | null) => `"${String(value ?? '').replaceAll('"', '""')}"`;
  const { line, amount, compute, share, low, high, problems } = sweepWords.csv;
  return [
    [line, amount, compute, share, low, high, problems],
    ...series.flatMap(({ name, points }) =>
      points.map((one) => [
        name,
        one.amount,
        one.compute,
        one.solved.share,
        one.solved.low,
        one.solved.high,
        one.solved.of,
      ]),
    ),
  ]
    .map((row) => row.map(cell).join(','))
    .join('\n');
}
