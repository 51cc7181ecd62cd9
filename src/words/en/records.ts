import { room } from '../language.ts';
import { bytes, number, plural } from './format.ts';

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** What is kept on this computer: the offer to go on with what broke off, and the list of runs. */
export const records = room('records', {
  brokenOff: {
    label: 'A run that broke off',
    is: (tokens: number) =>
      `Your run of <problem></problem> broke off at ${plural(tokens, { one: '# token', other: '# tokens' })}.`,
    goOn: 'Go on',
    look: 'Look at it',
    forget: 'Forget it',
  },
  how: (by: { strategy: string; model: string; seed: number }) =>
    `${by.strategy}, ${by.model}, seed ${by.seed}`,
  notKept: {
    refused: 'This browser keeps nothing for this page, so runs end with it. Export what you want to keep.',
    full: 'There is no room on this device to keep this run. Export it, or delete kept runs (More, History).',
    'too-long': 'This run is too long to be kept. It ends with the page.',
    cleared: 'What was kept on this device was removed meanwhile. The next run is kept again.',
  },
  gone: 'This run is no longer kept.',
  /** The list of kept runs. */
  history: {
    search: 'Find by problem, answer, model …',
    strategy: 'Strategy',
    anyStrategy: 'Any strategy',
    result: 'Result',
    anyResult: 'Any result',
    ends: {
      right: 'right',
      wrong: 'wrong',
      ungraded: 'not graded',
      'no-answer': 'no answer',
      stopped: 'stopped',
      failed: 'failed',
      'broke-off': 'broke off',
      live: 'running',
    },
    list: (runs: number) => plural(runs, { one: '# kept run', other: '# kept runs' }),
    /** A run in one line, as it is called in the names of what can be done with it. */
    named: (asked: string, how: string) => `${asked}, ${how}`,
    open: (run: string) => `Open ${run}`,
    choose: (run: string) => `Choose ${run}`,
    cost: (tokens: number, made: number) =>
      `${plural(tokens, { one: '# token', other: '# tokens' })} · ${moment.format(made)}`,
    pin: 'Pin',
    pinned: 'Pinned',
    pinOne: (run: string) => `Pin ${run}`,
    export: 'Export',
    exportOne: (run: string) => `Export ${run}`,
    remove: 'Delete',
    removeOne: (run: string) => `Delete ${run}`,
    chosen: (runs: number) => `${number(runs)} chosen`,
    compare: 'Compare',
    compareHowMany: (most: number) => `Two to ${number(most)} runs can stand side by side.`,
    compareSameProblem: 'Runs of one problem can stand side by side.',
    removed: (runs: number) => plural(runs, { one: '# run deleted.', other: '# runs deleted.' }),
    undo: 'Undo',
    removeAll: 'Delete all',
    sure: (runs: number) =>
      plural(runs, { one: 'Delete # run for good?', other: 'Delete # runs for good, pinned ones too?' }),
    keepThem: 'Keep them',
    keep: 'Keep runs on this device',
    keepsNone: 'New runs end with the page.',
    room: (by: { runs: number; bytes: number; limits: { bytes: number; count: number } }) =>
      `${plural(by.runs, { one: '# run', other: '# runs' })}, ${bytes(by.bytes)}. Beyond ${plural(by.limits.count, { one: '# run', other: '# runs' })} or ${bytes(by.limits.bytes)}, the oldest go, unless pinned.`,
    none: 'No runs yet',
    noneYet: 'Each run you start is kept here, on this device only: to be opened, compared and exported.',
    noneFound: 'No kept run is like that.',
  },
});
