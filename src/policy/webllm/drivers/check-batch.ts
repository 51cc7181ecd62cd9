import { PolicyError } from '#policy/policy-error.ts';
import type { Extension, Slot, StepEngine } from '#policy/runtime/step-engine.ts';

/**
 * Holds a forward to the contract of StepEngine before anything reaches WebLLM, whose runtime ends without a word over
 * what it cannot do. Returns how many outputs are wanted.
 *
 * Throws PolicyError `prompt-too-long` or `unknown-token`; RangeError where the caller is wrong.
 */
export function checkBatch(
  engine: StepEngine,
  batch: readonly Extension[],
  lengthOf: (slot: Slot) => number,
): number {
  let rows = 0;
  let outputs = 0;
  for (const { slot, tokens, outputs: wanted, ahead = [] } of batch) {
    if (!(Number.isInteger(wanted) && wanted >= 1 && wanted <= tokens.length))
      throw new RangeError(`${wanted} outputs of ${tokens.length} tokens were asked for`);
    if (ahead.length > 0 && wanted !== 1) throw new RangeError(`steps ahead after ${wanted} outputs`);
    const length = lengthOf(slot) + tokens.length + ahead.length;
    if (length > engine.context) {
      throw new PolicyError({
        code: 'prompt-too-long',
        model: null,
        tokens: length,
        context: engine.context,
      });
    }
    const strange = tokens.find(
      (token) => !(Number.isInteger(token) && token >= 0 && token < engine.vocabulary),
    );
    if (strange !== undefined)
      throw new PolicyError({ code: 'unknown-token', why: { kind: 'id', token: strange, model: null } });
    rows += tokens.length;
    outputs += wanted;
  }
  if (new Set(batch.map(({ slot }) => slot)).size < batch.length)
    throw new RangeError('a slot stands in the batch twice');
  if (rows === 0 || rows > engine.rows)
    throw new RangeError(`a forward takes 1 to ${engine.rows} tokens, not ${rows}`);
  return outputs;
}
