/** What a curve is counted in: steps of reinforcement learning, or rounds of self-evolution. */
export type CurveUnit = 'step' | 'round';

/** One point of a learning curve. */
export interface CurvePoint {
  /** The last step that the point stands for, whose traces since the point before it is the mean of; or the round, 0 before the first. */
  readonly step: number;
  /** Share of right answers. */
  readonly accuracy: number;
  /** Share of problems where the best of several traces, by the model's own value head, is right. */
  readonly best?: number | undefined;
  /** Share of traces that think before they answer. */
  readonly thinking: number;
  /** Tokens of a trace. */
  readonly tokens: number;
  /** "Wait" in a trace. */
  readonly waits: number;
  /** Divergence from the model that it started from, in nats a token. */
  readonly kl?: number | undefined;
}

export type Measure = Exclude<keyof CurvePoint, 'step'>;

/** From top to bottom. */
export const measures: readonly Measure[] = ['accuracy', 'best', 'thinking', 'tokens', 'waits', 'kl'];

/** The measures that a curve has, at every point. */
export function measuresOf(points: readonly CurvePoint[]): readonly Measure[] {
  return measures.filter((measure) => points.every((point) => point[measure] !== undefined));
}

/** A measure that the curve has. */
export function valueAt(values: CurveValues, measure: Measure): number {
  return values[measure] ?? 0;
}

/** The measures at one place, or over a stretch. */
export type CurveValues = Omit<CurvePoint, 'step'>;

export interface CurveEnd {
  readonly values: CurveValues;
  /** Steps it is the mean of. */
  readonly steps: number;
}

/**
 * Where a curve starts and ends: the means of its first and last twentieth, at least three points, because one step alone is
 * noise. A round is measured on hundreds of problems: of rounds, the first and the last.
 */
export function curveEnds(
  points: readonly CurvePoint[],
  unit: CurveUnit = 'step',
): { readonly first: CurveEnd; readonly last: CurveEnd } {
  const count = unit === 'round' ? 1 : Math.min(points.length, Math.max(3, Math.round(points.length / 20)));
  const first = points.slice(0, count);
  const last = points.slice(-count);
  const before = points.at(-count - 1)?.step ?? 0;
  return {
    first: { values: means(first), steps: first.at(-1)?.step ?? 0 },
    last: { values: means(last), steps: (last.at(-1)?.step ?? 0) - before },
  };
}

function means(points: readonly CurvePoint[]): CurveValues {
  const mean = (measure: Measure) =>
    points.reduce((sum, point) => sum + valueAt(point, measure), 0) / Math.max(1, points.length);
  const has = new Set(measuresOf(points));
  return {
    accuracy: mean('accuracy'),
    thinking: mean('thinking'),
    tokens: mean('tokens'),
    waits: mean('waits'),
    ...(has.has('best') ? { best: mean('best') } : {}),
    ...(has.has('kl') ? { kl: mean('kl') } : {}),
  };
}
