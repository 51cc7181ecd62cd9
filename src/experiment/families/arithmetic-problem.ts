import * as v from 'valibot';

/**
 * The most products of a sum and the largest left factor of one: a worked thought about them fits the context of the models
 * that ship, and no sum has more than the five digits that those can write. `trained`: the most that those were trained on.
 */
export const arithmeticLimits = { products: 5, left: 999, trained: { products: 3, left: 99 } } as const;

const arithmeticTerm = v.strictObject({
  sign: v.picklist(['+', '-']),
  left: v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(arithmeticLimits.left)),
  right: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(9)),
});
export type ArithmeticTerm = v.InferOutput<typeof arithmeticTerm>;

/** Multi-step arithmetic: products of a number of two or three digits by one of a single digit, added and subtracted. */
export const arithmeticProblem = v.strictObject({
  family: v.literal('arithmetic'),
  terms: v.pipe(v.array(arithmeticTerm), v.minLength(1), v.maxLength(arithmeticLimits.products)),
});
export type ArithmeticProblem = v.InferOutput<typeof arithmeticProblem>;
