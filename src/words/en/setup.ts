import { room } from '../language.ts';
import { plural } from './format.ts';

/** What stands beside the knobs of the setup: the problem, the model and where a run starts. */
export const setup = room('setup', {
  /** Behind a verifier: whose it is. */
  by: (authors: string) => `(${authors})`,
  verifier: 'Verifier',
  doesNotFit: (verifier: string) => `${verifier} (does not fit)`,
  misfits: (count: number) =>
    plural(count, { one: 'Why # verifier doesn’t fit', other: 'Why # verifiers don’t fit' }),
  main: 'Main settings',
  /** Everything a usual run can do without. */
  more: 'More settings',
  sampling: 'Sampling',
  run: 'Run',
  greedy: 'At temperature 0 the likeliest token is always taken, so this changes nothing.',
  anotherSeed: 'Another seed',
  /** `text` is the end of the thought, as the model wrote it. */
  /** Beside Run: how what is set up differs from the run that is shown. */
  changed: (changes: readonly string[], more: number) =>
    `Changed: ${changes.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  change: {
    value: ({ name, from, to }: { readonly name: string; readonly from: string; readonly to: string }) =>
      `${name} ${from} → ${to}`,
    /** Another strategy or model. */
    now: (name: string) => `now ${name}`,
    problem: 'another problem',
    start: 'where it starts',
    pruned: 'what is pruned',
  },
  takeBack: 'Take back',
  takeBackHelp: 'Set up what this run ran with',
  startsFrom: 'Starts from an edited thought: <text>…</text>',
  neverFollows: 'Never follows: <text>…</text>',
  startAgain: 'Start at the problem again',
  followAgain: 'Follow every step again',
});
