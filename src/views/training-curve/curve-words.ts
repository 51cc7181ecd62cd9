import {
  curveEnds,
  type CurvePoint,
  type CurveUnit,
  type Measure,
  measuresOf,
  valueAt,
} from './curve-points.ts';

interface MeasureWords {
  readonly title: string;
  /** A value with its unit, as it stands beside the title. */
  readonly value: (value: number) => string;
  /** The same within a sentence. */
  readonly clause: (value: number) => string;
}

/** A share as a count that a person can picture. */
export const ofHundred = (share: number): string => `${Math.round(share * 100)} of 100`;

export const measureWords: Readonly<Record<Measure, MeasureWords>> = {
  accuracy: {
    title: 'Right answers',
    value: ofHundred,
    clause: (value) => `${ofHundred(value)} answers right`,
  },
  best: {
    title: 'Best by its own value',
    value: ofHundred,
    clause: (value) => `${ofHundred(value)} right where its own value picks`,
  },
  thinking: {
    title: 'Traces that think',
    value: ofHundred,
    clause: (value) => `${ofHundred(value)} traces think`,
  },
  tokens: {
    title: 'Length of a trace',
    value: (value) => `${Math.round(value)} tokens`,
    clause: (value) => `${Math.round(value)} tokens a trace`,
  },
  waits: {
    title: '“Wait” in a trace',
    value: (value) => value.toFixed(2),
    clause: (value) => `${value.toFixed(2)} “Wait” a trace`,
  },
  kl: {
    title: 'Distance from the start',
    value: (value) => `${value.toFixed(3)} nats`,
    clause: (value) => `${value.toFixed(3)} nats a token away from the start`,
  },
};

interface UnitWords {
  readonly name: string;
  readonly axis: string;
}

export const unitWords: Readonly<Record<CurveUnit, UnitWords>> = {
  step: { name: 'Step', axis: 'Step of the training' },
  round: { name: 'Round', axis: 'Round of the training' },
};

/** The steps that a point is the mean of, or its round. */
export function stepsText(points: readonly CurvePoint[], at: number, unit: CurveUnit = 'step'): string {
  if (unit === 'round') return `Round ${points[at]!.step}`;
  const from = (points[at - 1]?.step ?? 0) + 1;
  const to = points[at]!.step;
  return from === to ? `Step ${to}` : `Steps ${from} to ${to}`;
}

/** Everything at one point, in a sentence. */
export function pointSentence(points: readonly CurvePoint[], at: number, unit: CurveUnit = 'step'): string {
  const point = points[at]!;
  return `${stepsText(points, at, unit)} of ${points.at(-1)!.step}: ${measuresOf(points)
    .map((measure) => measureWords[measure].clause(valueAt(point, measure)))
    .join(', ')}.`;
}

/** The whole curve for who does not see it: where each measure starts and ends. */
export function curveSummary(points: readonly CurvePoint[], unit: CurveUnit = 'step'): string {
  const { first, last } = curveEnds(points, unit);
  const lines = measuresOf(points).map((measure) => {
    const { title, value } = measureWords[measure];
    return `${title}: ${value(valueAt(first.values, measure))} at first, ${value(valueAt(last.values, measure))} at last.`;
  });
  const count = points.at(-1)!.step;
  const what =
    unit === 'round'
      ? `${count} rounds of self-evolution.`
      : `${count} steps of reinforcement learning; means of the first ${first.steps} and the last ${last.steps} steps.`;
  return `${what} ${lines.join(' ')}`;
}
