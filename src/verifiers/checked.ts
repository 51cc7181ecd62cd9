import { PolicyError } from '#policy/policy-error.ts';

/*
 * What a model says in numbers, looked at where it comes in, so that nothing behind it has to. A number that is none
 * would win or lose every comparison unseen, and one that is no probability would outweigh all others in a vote.
 */

/** Values of a value head as they are. Throws PolicyError `kernel-failed` where one is no probability. */
export function checkedValues(values: readonly number[], model: string): readonly number[] {
  const bad = values.find((value) => !(value >= 0 && value <= 1));
  if (bad === undefined) return values;
  throw new PolicyError({ code: 'kernel-failed', why: { kind: 'bad-value', model, value: String(bad) } });
}

/** Log-probabilities as they are. Throws PolicyError `kernel-failed` where one is no finite number. */
export function checkedLogprobs(logprobs: readonly number[], model: string): readonly number[] {
  const bad = logprobs.find((logprob) => !Number.isFinite(logprob));
  if (bad === undefined) return logprobs;
  throw new PolicyError({ code: 'kernel-failed', why: { kind: 'bad-logprob', model, value: String(bad) } });
}
