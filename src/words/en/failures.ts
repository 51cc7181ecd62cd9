import type { FailureOf } from '#run/failure.ts';
import type { FailureWords } from '../failure-words.ts';
import { room } from '../language.ts';
import { fieldRules, fileFailures } from './failures-of-files.ts';
import { modelFailures } from './failures-of-models.ts';
import { useFailures } from './failures-of-use.ts';

const runAgain = 'What happened until then is kept. Run again: the page starts it anew.';
const connection = 'Check the connection, then try again.';
const missingParts: Readonly<Record<NonNullable<FailureOf<'part-missing'>['part']> | 'unknown', string>> = {
  kernel: 'The part of this page that runs the model could not be fetched.',
  'model-list': 'The part of this page that lists the models could not be fetched.',
  'gpu-drivers': 'The part of this page that drives such models could not be fetched.',
  'gpu-models': 'The part of this page that runs such models could not be fetched.',
  'answer-reader': 'The part of this page that reads answers could not be fetched.',
  searches: 'The part of this page that runs this strategy could not be fetched.',
  unknown: 'A part of this page could not be fetched.',
};

const codes = {
  ...modelFailures,
  ...useFailures,
  ...fileFailures,
  'part-missing': {
    message: ({ part }) => missingParts[part ?? 'unknown'],
    advice: connection,
  },
  'other-weights': {
    message: ({ model }) =>
      `This run was written by another version of ${model} than the one that is here, so it cannot go on as the same run.`,
    advice: 'Run it anew, or let this one go on from a thought of it as a branch.',
  },
  'worker-crashed': {
    message: ({ silent }) =>
      silent
        ? 'The part of the page that runs the model does not answer any more.'
        : 'The part of the page that runs the model stopped unexpectedly.',
    advice: runAgain,
  },
  'new-version': {
    message: 'A new version of this page is out, and the server no longer has the parts of this one.',
    advice: 'Reload the page: the run that is shown is kept.',
  },
  bug: {
    message: ({ detail }) => `Something in this page is broken: ${detail}`,
    advice: 'Export the run and report it with the file. Reloading the page may help.',
  },
  unexpected: {
    message: ({ detail }) => detail ?? 'The run could not be started.',
    advice: 'Run again. If it comes back, reload the page: the address keeps the experiment.',
  },
  'as-saved': { message: ({ message }) => message, advice: ({ advice }) => advice },
} satisfies FailureWords;

/** What goes wrong, in words. `explain` of `words/explain.ts` finds them. */
export const failures = room('failures', { codes, fieldRules });
