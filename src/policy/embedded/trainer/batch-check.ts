import { PolicyError } from '../../policy-error.ts';
import type { SequencePushes, TrainSequence } from '../../runtime/train-engine.ts';

/**
 * Throws before anything is computed: PolicyError `prompt-too-long` or `unknown-token`, as a step engine does; RangeError for a
 * batch that breaks the rules of `TrainEngine`.
 */
export function checkSequences(
  batch: readonly TrainSequence[],
  { vocabulary, context, rows }: { vocabulary: number; context: number; rows: number },
): void {
  let total = 0;
  for (const { tokens, start } of batch) {
    if (tokens.length > context) {
      throw new PolicyError({ code: 'prompt-too-long', model: null, tokens: tokens.length, context });
    }
    if (!Number.isInteger(start) || start < 1 || start > tokens.length)
      throw new RangeError(`nothing can be written at ${start} of ${tokens.length} tokens`);
    for (const token of tokens) {
      if (!(token >= 0 && token < vocabulary) || !Number.isInteger(token))
        throw new PolicyError({ code: 'unknown-token', why: { kind: 'id', token, model: null } });
    }
    total += tokens.length;
  }
  if (total > rows) throw new RangeError(`a forward takes ${rows} tokens at most, not ${total}`);
}

/** Throws RangeError unless there is one lesson for each sequence, that fits it. */
export function checkLessons(
  batch: readonly TrainSequence[],
  lessons: readonly SequencePushes[],
  mostLabels: number,
): void {
  if (lessons.length !== batch.length)
    throw new RangeError(`${lessons.length} lessons for ${batch.length} sequences`);
  let labels = 0;
  batch.forEach(({ tokens, start }, index) => {
    const { pushes = [], values = [] } = lessons[index] ?? {};
    if (pushes.length !== tokens.length - start)
      throw new RangeError(`${pushes.length} pushes for ${tokens.length - start} written tokens`);
    for (const { at, label } of values) {
      if (!Number.isInteger(at) || at < start - 1 || at >= tokens.length)
        throw new RangeError(`no value is read at ${at}, but from ${start - 1} to ${tokens.length - 1}`);
      if (!(label >= 0 && label <= 1)) throw new RangeError(`${label} is no probability`);
    }
    labels += values.length;
  });
  if (labels > mostLabels) throw new RangeError(`${labels} values are more than ${mostLabels}`);
}
