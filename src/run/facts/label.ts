import * as v from 'valibot';
import { logLimits } from '../log-limits.ts';
import { asSaved, count, fact, node, type ReadOnly, text } from '../schema-parts.ts';

/** The actions of rStar (Qi et al. 2024, arXiv 2408.06195), which label what they draw. */
export const rStarActions = ['step', 'rest', 'sub-question', 're-answer', 'rephrase'] as const;

/** What a sequence is for. Numbers count from 1; those of nodes are their own. */
export const labelSchema = v.variant('kind', [
  /** The run's only trace. */
  fact('only-trace'),
  fact('trace', { number: count }),
  /** Of a chain of attempts. */
  fact('attempt', { chain: count, attempt: count }),
  /** A step of a search; `draw` is null where one was drawn. */
  fact('step', { step: count, draw: v.nullable(count) }),
  fact('lookahead', { node }),
  fact('node-rollout', { node }),
  fact('step-rollout', { step: count, number: count }),
  /** The model is asked what it thinks of a step. */
  fact('evaluation', { step: count, number: count }),
  /** A second sampling; `by` names the model that does it where it is another. */
  fact('check', { node, number: count, by: v.nullable(text(logLimits.label)) }),
  fact('action', { action: v.picklist(rStarActions), draw: count }),
  fact('sub-answer', { question: count, draw: count }),
  asSaved,
]);

export type SequenceLabel = ReadOnly<v.InferOutput<typeof labelSchema>>;
