import { accuracyByArm, parametersOfArm, type Currency } from '#lab/analysis/accuracy.ts';
import type { MeasuredCell } from '#lab/analysis/measured-cell.ts';
import { drawsSamples, resampled, waysToResample } from '#lab/analysis/resample.ts';
import { type ComputeAmount, linesOf } from '#lab/sweeps/lines.ts';
import type { Sweep, SweepArm } from '#lab/sweeps/spec.ts';
import type { Proportion } from '#lab/statistics.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import { strategies } from '#words/en/strategies.ts';
import { sweepWords } from '#words/en/sweeps.ts';
import { armNames, settingName, verifierText } from './arm-names.ts';

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
  /** What its points have more and more of; null where it is one point. */
  readonly counts: string | null;
  readonly points: readonly SeriesPoint[];
}

/**
 * The lines of a sweep: arms that differ in one amount; and of arms that draw independent samples the vote, the best of N, the
 * weighted vote and the oracle for every N, all from the one draw. What two arms have in common, the same samples chosen among
 * in the same way, is there once.
 */
export function seriesOf(
  sweep: Sweep,
  measured: readonly MeasuredCell[],
  currency: Currency,
  parametersOf: (model: string) => number | null,
): readonly SweepSeries[] {
  const { arms } = sweep;
  const byArm = new Map(
    accuracyByArm(measured, (place) => parametersOfArm(arms[place], parametersOf)).map((one) => [
      one.arm,
      one,
    ]),
  );
  const names = armNames(sweep);
  const draws = new Set(arms.filter(({ strategy }) => drawsSamples(strategy)).map(drawText));
  const judges = new Set(arms.map(judgeText).filter((text) => text !== null));
  const seen = new Set<string>();

  function drawn(place: number, arm: SweepArm): readonly SweepSeries[] {
    const whole = byArm.get(place);
    const cost = whole?.compute[currency] ?? null;
    if (!whole || cost === null) return [];
    const points = resampled(
      measured.filter(({ cell }) => cell.arm === place),
      'expected',
    );
    // Samples of one run share forwards and seconds, so that a part of them costs no such part of these: only all of them were measured.
    const divisible = currency === 'tokens' || currency === 'token-parameters';
    const shown = divisible ? points : points.slice(-1);
    const unit = divisible ? cost / whole.compute.tokens : 1;
    return waysToResample.flatMap((way): readonly SweepSeries[] => {
      const judge = way === 'best' || way === 'weighted' ? judgeText(arm) : null;
      const text = [way, drawText(arm), judge ?? ''].join(' ');
      const own = shown.flatMap(({ k, tokens, solved }) => {
        const one = solved[way];
        return one ? [{ amount: k, compute: divisible ? tokens * unit : cost, solved: one }] : [];
      });
      if (own.length === 0 || seen.has(text)) return [];
      seen.add(text);
      const named = sweepWords.ways[way];
      const by =
        judge !== null && judges.size > 1 && 'verifier' in arm.strategy
          ? sweepWords.by(named, verifierText(arm.strategy.verifier))
          : named;
      const name = draws.size > 1 ? [by, names[place] ?? ''].join(sweepWords.comma) : by;
      return [
        {
          key: `${way} ${place}`,
          name,
          oracle: way === 'pass',
          drawn: true,
          counts: sweepWords.samples,
          points: own,
        },
      ];
    });
  }

  return linesOf(sweep).flatMap(({ amount: along, points }): readonly SweepSeries[] => {
    const last = points.at(-1);
    const arm = last && arms[last.arm];
    if (!last || !arm) return [];
    // A budget cuts traces off, so that fewer of them are no smaller draw.
    const budgeted = sweep.tokens > 0 || points.some((one) => (arms[one.arm]?.tokens ?? 0) > 0);
    if (drawsSamples(arm.strategy) && !budgeted) return drawn(last.arm, arm);
    const own = points.flatMap(({ arm: place, amount }) => {
      const one = byArm.get(place);
      const compute = one?.compute[currency] ?? null;
      return one && compute !== null ? [{ amount, compute, solved: one.solved }] : [];
    });
    const name =
      arm.name !== undefined || points.length === 1 ? (names[last.arm] ?? '') : lineName(arm, arms);
    return own.length === 0
      ? []
      : [
          {
            key: `arm ${last.arm}`,
            name,
            oracle: false,
            drawn: false,
            counts: countedName(along, arm),
            points: own,
          },
        ];
  });
}

/** What a line counts along its points. Tokens are compute already, which has an axis of its own. */
function countedName(along: ComputeAmount | null, arm: SweepArm): string | null {
  if (along === null || along === 'budget' || along === 'maxTokens') return null;
  return along === 'samples' ? sweepWords.samples : settingName(arm, along).toLowerCase();
}

/**
 * The lines over what they count, N, and what that is: null where some line counts nothing that can stand on a logarithmic
 * axis. `usual` where N is how the field draws them: samples, and the width of a search.
 */
export function overAmounts(
  series: readonly SweepSeries[],
): { readonly names: readonly string[]; readonly usual: boolean } | null {
  const counted = series.flatMap(({ counts }) => counts ?? []);
  const fit = series.every(({ points }) => points.every(({ amount }) => amount !== null && amount > 0));
  if (counted.length === 0 || counted.length < series.length || !fit) return null;
  const names = [...new Set(counted)];
  return { names, usual: names.length <= 2 && names[0] === sweepWords.samples };
}

/** Arms with the same text draw the same samples. */
function drawText({ model, sampling, strategy }: SweepArm): string {
  return JSON.stringify([
    model,
    sampling,
    'samples' in strategy && strategy.samples,
    'effort' in strategy && strategy.effort,
  ]);
}

/** Who judges samples, and how; null where nobody does. */
function judgeText({ strategy }: SweepArm): string | null {
  return strategy.kind === 'best-of-n' ? JSON.stringify([strategy.verifier, strategy.aggregation]) : null;
}

/** A line by its strategy, its model, or both: whatever tells it from the others. */
function lineName({ strategy, model }: SweepArm, arms: readonly SweepArm[]): string {
  const kinds = new Set(arms.map((arm) => arm.strategy.kind));
  const models = new Set(arms.map((arm) => arm.model));
  return [
    ...(kinds.size > 1 || models.size === 1 ? [strategies[strategy.kind].name] : []),
    ...(models.size > 1 ? [spokenName(model)] : []),
  ].join(sweepWords.comma);
}
