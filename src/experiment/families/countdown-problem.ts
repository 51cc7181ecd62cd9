import * as v from 'valibot';

/** Game of 24 / Countdown: reach `target` with each number used exactly once and + - * / ( ). */
export const countdownProblem = v.strictObject({
  family: v.literal('countdown'),
  numbers: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(13))), v.length(4)),
  target: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99)),
});
export type CountdownProblem = v.InferOutput<typeof countdownProblem>;
