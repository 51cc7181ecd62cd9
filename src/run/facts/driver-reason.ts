import * as v from 'valibot';
import { logLimits } from '../log-limits.ts';
import { asSaved, fact, list, type ReadOnly, scoreSchema, text } from '../schema-parts.ts';

/** Why a model of WebLLM runs many texts at once, or one after another. */
export const driverReasonSchema = v.variant('kind', [
  /**
   * What the check at load found: the largest difference between the logits of batched and of single steps, as a share of their
   * spread. Null where it is no number.
   */
  fact('checked', { difference: scoreSchema }),
  fact('wrong-logits', { difference: scoreSchema }),
  /** Sequences can be forked at their end only. */
  fact('running-state'),
  /** The beginning of a long text is forgotten, so that it cannot be shared. */
  fact('sliding-window'),
  /** Functions that the model's library lacks. */
  fact('missing-functions', { functions: list(text(logLimits.label), logLimits.evidence) }),
  /** WebLLM is not built as expected. */
  fact('unknown-build'),
  /** The graphics processor refused a step over several sequences. */
  fact('step-refused'),
  /** The model's library ended in such a step. */
  fact('library-ended'),
  /** Batching was left alone on purpose. */
  fact('by-choice'),
  asSaved,
]);
export type DriverReason = ReadOnly<v.InferOutput<typeof driverReasonSchema>>;
