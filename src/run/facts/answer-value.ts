import * as v from 'valibot';
import { logLimits } from '../log-limits.ts';
import { fact, list, type ReadOnly, text } from '../schema-parts.ts';

/** What an answer is, for programs: no text that people read has to be read again. */
export const answerValueSchema = v.variant('kind', [
  /** Exact and in lowest terms: `7`, `-3`, `1/2`. */
  fact('number', { number: v.pipe(text(logLimits.text), v.regex(/^-?\d+(?:\/\d+)?$/)) }),
  /** In the signs + - * / and brackets. */
  fact('expression', { expression: text(logLimits.text) }),
  /** In alphabetical order; [] is nobody. */
  fact('names', { names: list(text(logLimits.label), logLimits.evidence) }),
  /** Words, or mathematics that is no number. */
  fact('text', { text: text(logLimits.text) }),
]);
export type AnswerValue = ReadOnly<v.InferOutput<typeof answerValueSchema>>;
