import * as v from 'valibot';
import type { ArmResult } from './effect.ts';

/** A claim's outcomes, and when they were measured. */
export interface MeasuredEffect {
  readonly claim: string;
  /** A day, and the commit that was measured. */
  readonly date: string;
  readonly commit: string;
  readonly arms: readonly ArmResult[];
}

const right = v.pipe(
  v.string(),
  v.regex(/^[01]+$/),
  v.transform((text) => [...text].map((digit) => digit === '1')),
);
const schema = v.array(
  v.strictObject({
    claim: v.string(),
    date: v.string(),
    commit: v.string(),
    arms: v.array(v.strictObject({ name: v.string(), right, tokens: v.number(), parameters: v.number() })),
  }),
);

/** What `docs/effects.json` holds. Throws ValiError where it is not one of ours. */
export function parseMeasured(file: unknown): readonly MeasuredEffect[] {
  return v.parse(schema, file);
}
