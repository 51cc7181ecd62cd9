import { PolicyError } from '#policy/policy-error.ts';

/*
 * What a model says in numbers, looked at where it comes in, so that nothing behind it has to. A number that is none
 * would win or lose every comparison unseen, and one that is no probability would outweigh all others in a vote.
 */

/** Values of a value head as they are. Throws PolicyError `kernel-failed` where one is no probability. */
export function checkedValues(values: readonly number[], head: string): readonly number[] {
  const bad = values.find((value) => !(value >= 0 && value <= 1));
  if (bad === undefined) return values;
  throw broken(`${head} gave ${bad} as a value, where only numbers from 0 to 1 make sense.`);
}

/** Log-probabilities as they are. Throws PolicyError `kernel-failed` where one is no finite number. */
export function checkedLogprobs(logprobs: readonly number[], model: string): readonly number[] {
  const bad = logprobs.find((logprob) => !Number.isFinite(logprob));
  if (bad === undefined) return logprobs;
  throw broken(`${model} gave ${bad} as the logarithm of a probability.`);
}

function broken(message: string): PolicyError {
  return new PolicyError(
    'kernel-failed',
    `${message.charAt(0).toUpperCase()}${message.slice(1)}`,
    'The model that judges does not work as it should. Run again, or pick another verifier or another model.',
  );
}
