import { room } from '../language.ts';

/** What stands beside the knobs of the setup: the problem, the model and where a run starts. */
export const setup = room('setup', {
  /** `text` is the end of the thought, as the model wrote it. */
  startsFrom: 'Starts from an edited thought: <text>…</text>',
  neverFollows: 'Never follows: <text>…</text>',
  startAgain: 'Start at the problem again',
  followAgain: 'Follow every step again',
  notTrained: (model: string) => `${model} was not trained on such problems.`,
});
