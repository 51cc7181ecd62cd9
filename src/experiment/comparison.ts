import * as v from 'valibot';
import { strategySchema } from './experiment.ts';
import { integer } from './ranges.ts';

const kind = v.picklist(strategySchema.options.map((option) => option.entries.kind.literal));

/** Strategies that are to be compared on one experiment's problem, model and seed. */
export const comparisonSchema = v.strictObject({
  kinds: v.pipe(v.array(kind), v.minLength(2), v.maxLength(4)),
  /** Tokens that each may draw. */
  tokens: integer(50, 100_000),
});
type Parsed = v.InferOutput<typeof comparisonSchema>;
export interface Comparison {
  readonly kinds: readonly Parsed['kinds'][number][];
  readonly tokens: number;
}
