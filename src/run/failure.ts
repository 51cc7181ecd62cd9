import type * as v from 'valibot';
import type { ReadOnly } from './schema-parts.ts';
import type {
  customFieldSchema,
  failureSchema,
  logFaultSchema,
  savedFailureSchema,
} from './failure-schema.ts';

/** A failure a person can cause or meet. */
export type Failure = ReadOnly<v.InferOutput<typeof failureSchema>>;
export type FailureCode = Failure['code'];
export type FailureOf<Code extends FailureCode> = Extract<Failure, { code: Code }>;
export type LogFault = ReadOnly<v.InferOutput<typeof logFaultSchema>>;
export type ModelDamage = FailureOf<'model-damaged'>['why'];
export type CustomFieldProblem = v.InferOutput<typeof customFieldSchema>;
export type Interruption = FailureOf<'download-failed'>['why'];

/** Others' words as a fact: cut, since they may hold a whole file. */
export function quoted(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 2000);
}

/** A failure of a run file of version 1. */
export function failureAsSaved({ code, message, advice }: v.InferOutput<typeof savedFailureSchema>): Failure {
  return { code: 'as-saved', was: code, message, advice };
}
