import type { FailureWords } from '../failure-words.ts';
import { room } from '../language.ts';
import { fieldRules, fileFailures } from './failures-of-files.ts';
import { modelFailures } from './failures-of-models.ts';
import { serverFailures } from './failures-of-servers.ts';
import { useFailures } from './failures-of-use.ts';
import type { firstFailures } from './first-failures.ts';

const codes = {
  ...modelFailures,
  ...useFailures,
  ...fileFailures,
  ...serverFailures,
  'other-weights': {
    message: ({ model }) =>
      `This run was written by another version of ${model} than the one that is here, so it cannot go on as the same run.`,
    advice: 'Run it anew, or let this one go on from a thought of it as a branch.',
  },
} satisfies Omit<FailureWords, keyof (typeof firstFailures)['codes']>;

/** What goes wrong, in words. `explain` of `words/explain.ts` finds them once they have come. */
export const failures = room('failures', { codes, fieldRules });
