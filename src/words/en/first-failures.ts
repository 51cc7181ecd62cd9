import type { FailureOf } from '#run/failure.ts';
import type { FailureWords } from '../failure-words.ts';
import { room } from '../language.ts';

const runAgain = 'What happened until then is kept. Run again: the page starts it anew.';
const connection = 'Check the connection, then try again.';
const missingParts: Readonly<Record<NonNullable<FailureOf<'part-missing'>['part']> | 'unknown', string>> = {
  kernel: 'The part of this page that runs the model could not be fetched.',
  'model-list': 'The part of this page that lists the models could not be fetched.',
  'gpu-drivers': 'The part of this page that drives such models could not be fetched.',
  'gpu-models': 'The part of this page that runs such models could not be fetched.',
  servers: 'The part of this page that asks servers could not be fetched.',
  'answer-reader': 'The part of this page that reads answers could not be fetched.',
  searches: 'The part of this page that runs this strategy could not be fetched.',
  unknown: 'A part of this page could not be fetched.',
};

const codes = {
  'part-missing': {
    message: ({ part }) => missingParts[part ?? 'unknown'],
    advice: connection,
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
} satisfies Partial<FailureWords>;

/** What may go wrong when parts of the page do not come, at hand from the start; all else is said by `failures`. */
export const firstFailures = room('firstFailures', {
  codes,
  unexplained: {
    message: (code: string) => `Something went wrong (${code}).`,
    advice:
      'The part of this page that says more could not be fetched. Check the connection, then try again.',
  },
});
