import * as v from 'valibot';
import { logLimits } from './log-limits.ts';

export const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
export const list = <const Item extends v.GenericSchema>(item: Item, max: number) =>
  v.pipe(v.array(item), v.maxLength(max));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
export const real = v.pipe(v.number(), v.finite());
/** Null where nothing was measured. */
export const scoreSchema = v.nullable(real);
/** From 0 up: seconds, summed scores. */
export const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
/** Rounding may leave the logarithm of a certain token a little above 0. */
const logprob = v.pipe(v.number(), v.finite(), v.maxValue(0.001));
export const sequence = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(logLimits.sequences));
/** Of budget forcing: 0 is before the first word. */
export const round = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(logLimits.rounds));
export const node = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(logLimits.nodes - 1));

export const token = v.strictObject({
  id: count,
  text: text(logLimits.tokenText),
  placement: v.picklist(['word', 'joined', 'digit']),
  role: v.picklist(['prompt', 'thought', 'answer', 'control', 'wait']),
  logprob: v.nullable(logprob),
  forced: v.boolean(),
  alternatives: list(
    v.strictObject({ id: count, text: text(logLimits.tokenText), logprob }),
    logLimits.alternatives,
  ),
});

type Kind<Name extends string> = { readonly kind: v.LiteralSchema<Name, undefined> };

/** A fact of some kind, with what belongs to it. */
export function fact<const Name extends string>(kind: Name): v.StrictObjectSchema<Kind<Name>, undefined>;
export function fact<const Name extends string, const Entries extends v.ObjectEntries>(
  kind: Name,
  entries: Entries,
): v.StrictObjectSchema<Kind<Name> & Entries, undefined>;
export function fact(kind: string, entries: v.ObjectEntries = {}): v.GenericSchema {
  return v.strictObject({ kind: v.literal(kind), ...entries });
}

/** A sentence of a file of version 1 that says no more than it says: kept, so that nothing is lost. */
export const asSaved = fact('as-saved', { text: text(logLimits.text) });

/** What a schema lets through, to be read only. */
export type ReadOnly<T> = T extends readonly (infer Item)[]
  ? readonly ReadOnly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: ReadOnly<T[Key]> }
    : T;
