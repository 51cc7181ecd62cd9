/** One point of a learning curve: means over the traces drawn since the point before. */
export interface CurvePoint {
  /** The last step of reinforcement learning that the point stands for. */
  readonly step: number;
  /** Share of right answers. */
  readonly accuracy: number;
  /** Share of traces that think before they answer. */
  readonly thinking: number;
  /** Tokens of a trace. */
  readonly tokens: number;
  /** "Wait" in a trace. */
  readonly waits: number;
  /** Divergence from the model that it started from, in nats a token. */
  readonly kl: number;
}

export type Measure = Exclude<keyof CurvePoint, 'step'>;

export const measures: readonly Measure[] = ['accuracy', 'thinking', 'tokens', 'waits', 'kl'];

/** The measures at one place, or over a stretch. */
export type CurveValues = Readonly<Record<Measure, number>>;

export interface CurveEnd {
  readonly values: CurveValues;
  /** Steps it is the mean of. */
  readonly steps: number;
}

/** Where a curve starts and ends: the means of its first and last twentieth, at least three points. One step alone is noise. */
export function curveEnds(points: readonly CurvePoint[]): { readonly first: CurveEnd; readonly last: CurveEnd } {
  const count = Math.min(points.length, Math.max(3, Math.round(points.length / 20)));
  const first = points.slice(0, count);
  const last = points.slice(-count);
  const before = points.at(-count - 1)?.step ?? 0;
  return {
    first: { values: means(first), steps: first.at(-1)?.step ?? 0 },
    last: { values: means(last), steps: (last.at(-1)?.step ?? 0) - before },
  };
}

function means(points: readonly CurvePoint[]): CurveValues {
  const mean = (measure: Measure) => points.reduce((sum, point) => sum + point[measure], 0) / Math.max(1, points.length);
  return { accuracy: mean('accuracy'), thinking: mean('thinking'), tokens: mean('tokens'), waits: mean('waits'), kl: mean('kl') };
}
