import { accuracyByArm, type Currency } from '#lab/analysis/accuracy.ts';
import type { MeasuredCell } from '#lab/analysis/measured-cell.ts';
import { drawsSamples, resampled, type WayToResample, waysToResample } from '#lab/analysis/resample.ts';
import { linesOf } from '#lab/sweeps/lines.ts';
import type { Sweep, SweepArm } from '#lab/sweeps/spec.ts';
import type { Proportion } from '#lab/statistics.ts';
import { modelName } from '#policy/models.ts';
import { strategies } from '#words/en/strategies.ts';
import { sweepWords } from '#words/en/sweeps.ts';
import { armNames, verifierText } from './arm-names.ts';

/** One amount of compute and what it solves. */
export interface SeriesPoint {
  /** N, or the amount in which arms differ; null where there is one point. */
  readonly amount: number | null;
  readonly compute: number;
  readonly solved: Proportion;
}

export interface SweepSeries {
  readonly key: string;
  readonly name: string;
  /** Chosen by one who knows the right answer: a ceiling, no strategy. */
  readonly oracle: boolean;
  /** Worked out from the samples of an arm, not run again. */
  readonly drawn: boolean;
  readonly points: readonly SeriesPoint[];
}

/**
 * The lines of a sweep: arms that differ in one amount; and of arms that draw independent samples the vote, the best of N, the
 * weighted vote and the oracle for every N, all from the one draw. Lines of arms that draw the same samples are there once.
 *
 * @param currency `tokens`, or another in which derived lines are the same part of the whole as of tokens.
 */
export function seriesOf(
  sweep: Sweep,
  measured: readonly MeasuredCell[],
  currency: Currency,
  parametersOf: (model: string) => number | null,
): readonly SweepSeries[] {
  const { arms } = sweep;
  const byArm = new Map(
    accuracyByArm(measured, (place) => parametersOf(arms[place]?.model ?? '')).map((one) => [one.arm, one]),
  );
  const names = armNames(sweep);
  const drawing = arms.filter(({ strategy }) => drawsSamples(strategy));
  const seen = new Set<string>();
  return linesOf(sweep).flatMap(({ points }): readonly SweepSeries[] => {
    const last = points.at(-1);
    const arm = last && arms[last.arm];
    if (!last || !arm) return [];
    const budgeted = sweep.tokens > 0 || points.some((one) => (arms[one.arm]?.tokens ?? 0) > 0);
    if (drawsSamples(arm.strategy) && !budgeted) {
      const cells = measured.filter(({ cell }) => cell.arm === last.arm);
      const whole = byArm.get(last.arm);
      const scale =
        whole && whole.compute.tokens > 0 ? (whole.compute[currency] ?? 0) / whole.compute.tokens : 1;
      return drawnSeries(arm, cells, drawing.length > 1).flatMap(({ way, series }) => {
        const key = JSON.stringify([
          arm.model,
          arm.sampling,
          samplesOf(arm),
          way === 'pass' || way === 'majority',
        ]);
        const shared = way === 'pass' || way === 'majority';
        if (shared && seen.has(`${way} ${key}`)) return [];
        seen.add(`${way} ${key}`);
        const scaled = series.points.map((one) => ({ ...one, compute: one.compute * scale }));
        return [{ ...series, key: `${way} ${last.arm}`, points: scaled }];
      });
    }
    const own = points.flatMap(({ arm: place, amount }) => {
      const one = byArm.get(place);
      const compute = one?.compute[currency] ?? null;
      return one && compute !== null ? [{ amount, compute, solved: one.solved }] : [];
    });
    const several = new Set(arms.map(({ model }) => model)).size > 1;
    const name =
      points.length === 1
        ? (names[last.arm] ?? '')
        : (arm.name ??
          [strategies[arm.strategy.kind].name, ...(several ? [modelName(arm.model)] : [])].join(
            sweepWords.comma,
          ));
    return own.length === 0
      ? []
      : [{ key: `arm ${last.arm}`, name, oracle: false, drawn: false, points: own }];
  });
}

const samplesOf = ({ strategy }: SweepArm): unknown =>
  'samples' in strategy ? [strategy.samples, strategy.effort] : null;

function drawnSeries(
  arm: SweepArm,
  cells: readonly MeasuredCell[],
  several: boolean,
): readonly { readonly way: WayToResample; readonly series: Omit<SweepSeries, 'key'> }[] {
  const points = resampled(cells, 'expected');
  return waysToResample.flatMap((way) => {
    const own = points.flatMap(({ k, tokens, solved }) => {
      const one = solved[way];
      return one ? [{ amount: k, compute: tokens, solved: one }] : [];
    });
    if (own.length === 0) return [];
    const judged = several && (way === 'best' || way === 'weighted') && 'verifier' in arm.strategy;
    const name = judged
      ? [sweepWords.ways[way], 'verifier' in arm.strategy ? verifierText(arm.strategy.verifier) : ''].join(
          sweepWords.comma,
        )
      : sweepWords.ways[way];
    return [{ way, series: { name, oracle: way === 'pass', drawn: true, points: own } }];
  });
}
