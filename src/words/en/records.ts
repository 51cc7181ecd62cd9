import { room } from '../language.ts';
import { plural } from './format.ts';

/** What is kept on this computer: the offer to go on with what broke off, and the list of runs. */
export const records = room('records', {
  brokenOff: {
    label: 'A run that broke off',
    is: (tokens: number) =>
      `Your run of <problem></problem> <how></how> broke off at ${plural(tokens, { one: '# token', other: '# tokens' })}.`,
    goOn: 'Go on',
    look: 'Look at it',
    forget: 'Forget it',
  },
  how: (by: { strategy: string; model: string; seed: number }) =>
    `${by.strategy}, ${by.model}, seed ${by.seed}`,
  notKept: {
    refused: 'This browser keeps nothing for this page, so runs end with it. Export what you want to keep.',
    full: 'There is no room on this computer to keep this run. Export it, or delete kept runs (More, History).',
    'too-long': 'This run is too long to be kept. It ends with the page.',
    cleared: 'What was kept on this computer was removed meanwhile. The next run is kept again.',
  },
  gone: 'This run is no longer kept.',
});
