import * as v from 'valibot';
import { itemAt } from '#experiment/surely.ts';

/** A curve of 200 points takes about 25 kB. */
export const curveBytes = 200_000;

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const amount = v.pipe(v.number(), v.minValue(0), v.maxValue(1e6));

const pointSchema = v.object({
  step: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9)),
  accuracy: share,
  thinking: share,
  tokens: amount,
  waits: amount,
  best: v.exactOptional(share),
  // Estimated, so a little below zero is possible.
  kl: v.exactOptional(v.pipe(v.number(), v.minValue(-1e6), v.maxValue(1e6))),
});

/** curve.json beside a model that learnt from its own traces: see public/models/README.md. */
const curveSchema = v.object({
  format: v.literal(1),
  /** What learnt from what, in one sentence. */
  what: v.pipe(v.string(), v.regex(/\S/), v.maxLength(400)),
  steps: v.pipe(
    v.array(pointSchema),
    v.minLength(2),
    v.maxLength(200),
    v.check(
      (points) => points.every(({ step }, place) => place === 0 || step > itemAt(points, place - 1).step),
      'order',
    ),
  ),
});
export type CurveFile = v.InferOutput<typeof curveSchema>;

/** Reads a curve from the text of its file; null where it is not one. */
export function parseCurve(text: string): CurveFile | null {
  try {
    const result = v.safeParse(curveSchema, JSON.parse(text));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}
