import { room } from '../language.ts';
import { plural } from './format.ts';

/** What stands beside the knobs of the setup: the problem, the model and where a run starts. */
export const setup = room('setup', {
  /** Behind a verifier: whose it is. */
  by: (authors: string) => `(${authors})`,
  strategy: 'Strategy',
  verifier: 'Verifier',
  doesNotFit: (verifier: string) => `${verifier} (does not fit)`,
  misfits: (count: number) =>
    plural(count, { one: 'Why # verifier doesn’t fit', other: 'Why # verifiers don’t fit' }),
  model: 'Model',
  sampling: 'Sampling',
  moreSampling: 'Top-k, top-p, min-p, token limit',
  greedy: 'At temperature 0 the likeliest token is always taken, so this changes nothing.',
  anotherSeed: 'Another seed',
  /** `text` is the end of the thought, as the model wrote it. */
  startsFrom: 'Starts from an edited thought: <text>…</text>',
  neverFollows: 'Never follows: <text>…</text>',
  startAgain: 'Start at the problem again',
  followAgain: 'Follow every step again',
  notTrained: (model: string) => `${model} was not trained on such problems.`,
});
