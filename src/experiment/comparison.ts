import * as v from 'valibot';
import { type StrategyKind, strategySchema } from './experiment.ts';
import { modelIdSchema } from './model-id.ts';
import { integerIn } from './ranges.ts';

const armSchema = v.strictObject({
  kind: v.picklist(strategySchema.options.map((option) => option.entries.kind.literal)),
  /** Who thinks; absent, the experiment's own model. */
  model: v.exactOptional(modelIdSchema),
});
/** One side of a comparison. */
export interface ComparedArm {
  readonly kind: StrategyKind;
  readonly model?: string;
}

/** Strategies, and models where a person names some, that are to be compared on one experiment's problem and seed. */
export const comparisonSchema = v.strictObject({
  arms: v.pipe(v.array(armSchema), v.minLength(2), v.maxLength(4)),
  /** Tokens that each may draw. */
  tokens: integerIn(50, 100_000),
});
export interface Comparison {
  readonly arms: readonly ComparedArm[];
  readonly tokens: number;
}
