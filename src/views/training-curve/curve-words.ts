import { itemAt, lastItem } from '#experiment/surely.ts';
import { amounts } from '#words/en/amounts.ts';
import { curve } from '#words/en/curve.ts';
import { curveEnds, type CurvePoint, type CurveUnit, measuresOf, valueAt } from './curve-points.ts';

/** A share as a count that a person can picture. */
export const ofHundred = (share: number): string => curve.ofHundred(share);

/** The steps that a point is the mean of, or its round. */
export function stepsText(points: readonly CurvePoint[], at: number, unit: CurveUnit = 'step'): string {
  const to = itemAt(points, at).step;
  return unit === 'round' ? curve.round(to) : curve.steps((points[at - 1]?.step ?? 0) + 1, to);
}

/** Everything at one point, in a sentence. */
export function pointSentence(points: readonly CurvePoint[], at: number, unit: CurveUnit = 'step'): string {
  const point = itemAt(points, at);
  return curve.point({
    steps: stepsText(points, at, unit),
    of: lastItem(points).step,
    clauses: measuresOf(points).map((measure) => curve.measures[measure].clause(valueAt(point, measure))),
  });
}

/** The whole curve for who does not see it: where each measure starts and ends. */
export function curveSummary(points: readonly CurvePoint[], unit: CurveUnit = 'step'): string {
  const { first, last } = curveEnds(points, unit);
  const lines = measuresOf(points).map((measure) => {
    const { title, value } = curve.measures[measure];
    return curve.ends({
      title,
      first: value(valueAt(first.values, measure)),
      last: value(valueAt(last.values, measure)),
    });
  });
  const count = lastItem(points).step;
  const what =
    unit === 'round'
      ? curve.selfEvolution(count)
      : curve.reinforcement({ steps: count, first: first.steps, last: last.steps });
  return [what, ...lines].join(amounts.between);
}
