import type { Failure } from '#run/failure.ts';
import { room } from '../language.ts';
import { fixed, list, number, percent, plural } from './format.ts';

const time = (seconds: number): string => {
  if (seconds < 1.5) return 'a second';
  if (seconds < 90) return `${number(seconds)} seconds`;
  if (seconds < 5400) return `${number(seconds / 60)} minutes`;
  return seconds < 172_800 ? `${number(seconds / 3600)} hours` : `${number(seconds / 86_400)} days`;
};

/** Sweeps: many runs, and what they say together. */
export const sweepWords = room('sweepWords', {
  title: 'Sweeps',
  intro:
    'A sweep asks the same problems of several ways to answer, and counts. It runs on all cores of your machine, also while you do something else.',
  all: 'All sweeps',
  notKept:
    'This browser keeps nothing for this page, so sweeps last as long as it is open. Save those that you want to have.',
  questions: 'Questions to start with',
  presets: {
    'accuracy-against-n': {
      title: 'Accuracy against N for four strategies',
      does: 'Majority vote, best of N, weighted vote and beam search on the Game of 24: what more samples bring, beside the oracle that knows which of the samples is right. Beam search draws steps of its own, so it may lie above that.',
    },
    voting: {
      title: 'Does voting help?',
      does: 'Votes of up to 32 samples against one sampled chain of thought and one greedy chain, on arithmetic.',
    },
    'equal-tokens': {
      title: 'Vote, best of N or search at equal tokens?',
      does: 'Votes and choices among up to 64 samples, tree of thoughts and Monte-Carlo tree search, over one axis of tokens, on the Game of 24.',
    },
    verifiers: {
      title: 'Which verifier?',
      does: 'The same samples, chosen among by a process reward model, an outcome reward model, the model’s own value head, and rules.',
    },
    waits: {
      title: 'How long to wait?',
      does: '“Wait” forced up to four times, on a model that learnt from detours and on one that learnt from shortcuts.',
    },
  },
  /** What the ways of a question are called, where their settings alone would not say it. */
  presetArms: { sampledChain: 'One sampled chain', greedyChain: 'One greedy chain', vote: 'Vote of 32' },
  run: 'Run',
  runOne: (title: string) => `Run: ${title}`,
  change: 'Change it first',
  changeOne: (title: string) => `Change it first: ${title}`,
  byHand: 'Set one up by hand',
  size: ({
    arms,
    problems,
    runs,
  }: {
    readonly arms: number;
    readonly problems: number;
    readonly runs: number;
  }) =>
    `${plural(arms, { one: '# way', other: '# ways' })} × ${plural(problems, { one: '# problem', other: '# problems' })}: ${plural(runs, { one: '# run', other: '# runs' })}`,
  roughly: (seconds: number, cores: number) =>
    `roughly ${time(seconds)} on ${plural(cores, { one: '# core', other: '# cores' })}`,

  openFile: 'Open a file',
  dropHere: 'Drop a file of results here',
  files:
    'A sweep that was saved here or by the command line; one that measures the same is added to what is there.',
  cut: 'The last line of the file was not written whole and is left out.',
  fileFailure: {
    'no-results-file': 'This is no file of a sweep: it should begin with a line that holds one.',
    'results-too-big': 'This file is too large to be read here.',
    'results-unreadable': 'This file cannot be read as text, or its compression is damaged.',
    'results-newer': 'This file was written by a newer version of the page. Reload it, and try again.',
  },
  fileLine: (line: number, why: 'no-json' | 'not-as-written' | 'no-such-run') =>
    ({
      'no-json': `Line ${number(line)} of the file is no JSON.`,
      'not-as-written': `Line ${number(line)} of the file does not hold what such a line holds.`,
      'no-such-run': `Line ${number(line)} of the file is of a run that its sweep does not have.`,
    })[why],
  linkFailed:
    'This link to a sweep cannot be read: it was cut short, damaged, or made by a newer version of the page.',

  kept: 'Your sweeps',
  noneKept: 'None yet. Run one of the questions above; it stays here until you delete it.',
  columns: { sweep: 'Sweep', runs: 'Runs', when: 'Last changed', actions: 'Actions' },
  progress: (done: number, of: number) => `${number(done)} of ${number(of)}`,
  untitled: ({ arms, problems }: { readonly arms: number; readonly problems: string }) =>
    `${plural(arms, { one: '# way', other: '# ways' })} on ${problems}`,
  fleeting: 'not kept',
  when: (at: number) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(at),
  open: 'Open',
  rename: 'Rename',
  name: 'Name',
  keep: 'Keep',
  duplicate: 'Duplicate',
  delete: 'Delete',
  actionOn: (action: string, title: string) => `${action}: ${title}`,
  deleted: (title: string) => `“${title}” is deleted.`,
  undo: 'Undo',
  dismiss: 'Dismiss',

  setUp: 'Set up a sweep',
  opened: 'This sweep came by a link. Nothing runs until you say so.',
  problems: 'Problems',
  arms: 'Ways to answer',
  armsAre: 'Each of them answers each problem, with the same seed.',
  remove: 'Remove',
  addFromPlay: 'Add what is set up in Play',
  addFromPlayIs: (what: string) => `${what}: any setting can be changed there.`,
  onlyJudges: 'What is set up in Play is there already.',
  axes: 'Make them of axes',
  axesAre:
    'Every combination of what you choose, over the first way for all other settings. What comes to the same is left out.',
  models: 'Models',
  strategiesAxis: 'Strategies',
  vary: 'Vary a setting',
  noSetting: 'nothing',
  values: 'Values, with commas between them',
  makes: (count: number) => plural(count, { one: 'This makes # way.', other: 'This makes # ways.' }),
  leftOut: (count: number) =>
    plural(count, { one: '# combination is left out', other: '# combinations are left out' }),
  leftOutWhy: {
    same: 'comes to the same as another',
    unfit: 'does not fit model or problems',
    invalid: 'is out of the setting’s bounds',
    'no-setting': 'no strategy here has this setting',
    'too-many': 'more than a sweep may have',
  },
  takeThese: 'Use these',
  repeats: 'Repeats',
  repeatsAre: 'How often each problem is answered, each time with another seed.',
  budget: 'Tokens a run',
  budgetIs: '0 is no limit.',
  model: 'Model',
  strategy: 'Strategy',
  value: (value: number) => number(value, 3),
  comma: ', ',
  settingIs: (name: string, value: string) => `${name} ${value}`,
  budgetOf: (tokens: number) => (tokens === 0 ? 'no limit' : `${number(tokens)} tokens`),
  ownHead: (kind: string) => `own value head (${kind})`,
  by: (way: string, judge: string) => `${way} by ${judge}`,
  cannot: {
    'no-problems': 'There are no problems to answer.',
    'too-many-runs': 'These are more runs than a sweep may have.',
    arm: (name: string, why: string) => `“${name}” cannot answer them: ${why}`,
    'same-arms': (name: string, other: string) =>
      `“${name}” comes to the same computation as “${other}”: comparing them compares nothing.`,
  },
  instead: (model: string) => `Use ${model} instead`,
  armCannot: {
    'unknown-model': 'there is no such model.',
    'only-judges': 'its model was trained to judge and writes nothing.',
    'other-family': 'its model was not trained on such problems.',
  },

  phases: {
    starting: 'Fetching the models.',
    running: 'Running',
    yielding: 'Waiting for the run in Play, which has the cores',
    pausing: 'Pausing: what is under way ends',
  },
  rate: (runs: number) => `${runs < 10 ? fixed(runs, 1) : number(runs)} runs a second`,
  left: (seconds: number) => `about ${time(seconds)} left`,
  done: (runs: number) => plural(runs, { one: 'Done: # run', other: 'Done: # runs' }),
  brokeOff: 'It is not finished.',
  cancelled: 'Cancelled. What came before stays.',
  pause: 'Pause',
  goOn: 'Go on',
  cancel: 'Cancel',
  elsewhere:
    'Another tab of this browser runs it. Once that one is closed or has paused it, it can go on here.',
  gone: 'There is no such sweep in this browser: it was deleted, or kept by another one.',
  copyLink: 'Copy link',
  copied: 'The link is copied. It holds the sweep, not its outcomes.',
  notCopied: 'The browser did not let the page copy. The link is the address of this page now.',
  linkTooBig: 'It is too large for a link: save it as a file.',
  save: 'Save',
  saveIs: 'All outcomes as JSON lines',
  moreProblems: (count: number) => `Up to ${plural(count, { one: '# problem', other: '# problems' })}`,
  moreRepeats: (count: number) => `Repeat up to ${plural(count, { one: '# time', other: '# times' })}`,
  duplicated: 'Change a copy',
  failedRuns: (count: number) =>
    plural(count, {
      one: '# run failed. It counts neither as right nor as wrong.',
      other: '# runs failed. They count neither as right nor as wrong.',
    }),
  again: (problems: number) => `Run ${plural(problems, { one: '# problem', other: '# problems' })} here`,
  againIs: 'The same problems, seeds and settings as in the published table, on this machine.',
  published: 'published',
  here: 'here',
  ofProblems: (count: number) => plural(count, { one: '# problem', other: '# problems' }),
  sameAsPublished: (same: number, of: number) =>
    same === of
      ? `All ${plural(of, { one: '# run', other: '# runs' })} came out as published.`
      : `${number(same)} of ${plural(of, { one: '# run', other: '# runs' })} came out as published.`,
  openSweep: 'All of this sweep',
  luck: 'How often is this right?',
  luckIs: (how: string) => `${how}, on 50 held-out problems, each with a seed of its own.`,
  luckOnOne: (how: string) => `${how}, 50 times on this problem, each time with another seed.`,
  luckTitle: (how: string) => `How often is this right? ${how}`,
  lookCloser: 'Look closer at this run',
  ways: {
    pass: 'Oracle of the samples (pass@N)',
    majority: 'Majority vote',
    best: 'Best of N',
    weighted: 'Weighted vote',
  },
  currencies: {
    tokens: 'generated tokens a problem',
    'token-parameters': 'tokens × parameters a problem',
    forwards: 'forwards a problem',
    seconds: 'seconds a problem on one core',
  },
  currency: 'Compute',
  tabs: 'Pictures',
  tabNames: { accuracy: 'Accuracy', matrix: 'Problems', paired: 'Comparisons' },
  accuracyTitle: 'Problems solved, by compute spent on each',
  amountTitle: (amounts: readonly string[]) => `Problems solved, by ${list(amounts)}`,
  amountAxis: (amounts: readonly string[]) => `${list(amounts)} (N)`,
  samples: 'samples',
  finding: ({
    first,
    best,
    others,
    problems,
    better,
    worse,
    repeated,
    p,
  }: {
    readonly first: { readonly name: string; readonly solved: number };
    readonly best: { readonly name: string; readonly solved: number };
    readonly others: readonly { readonly name: string; readonly solved: number }[];
    readonly problems: number;
    readonly better: number;
    readonly worse: number;
    readonly repeated: boolean;
    readonly p: string;
  }) =>
    `${[best, ...others, first].map(({ name, solved }) => `${name}: ${percent(solved)}`).join('; ')}. Of ${plural(problems, { one: '# problem', other: '# problems' })}, “${best.name}” solves ${number(better)} ${repeated ? `more often than “${first.name}”` : `that “${first.name}” does not`} and ${number(worse)} ${repeated ? 'less often' : 'the other way round'} (${p}, by Holm’s correction for all ways).`,
  /** A way to answer with how many samples it draws. */
  withSamples: (name: string, samples: number) => `${name}, N = ${number(samples)}`,
  barsAre: 'Bars are 95% intervals over problems.',
  pointNote: (amount: number | null, problems: number) =>
    `${amount === null || !Number.isFinite(amount) ? '' : `N = ${number(amount)}, `}${plural(problems, { one: '# problem', other: '# problems' })}`,
  drawnFrom:
    'Votes, best of N, weighted votes and the oracle are worked out from one draw of samples, for every N; nothing is run again for them. Bars are 95% intervals over problems.',
  solved: 'Solved',
  number: (value: number) => (value < 10 ? number(value, 2) : number(value)),
  onlyDiffering: 'Only where they differ',
  matrixIs:
    'A cell opens that very run in Play. Where another way is chosen above, it stops at the first token that the other does not have.',
  matrixCaption: 'Which problems each way solved',
  part: 'Stop where it parts from',
  partNone: 'nothing: show the whole run',
  /** Why a run stands where it does; `instead` is what the other has there, null where it has nothing. */
  partsHere: ({ against, wrote, instead }: { against: string; wrote: string; instead: string | null }) =>
    `It stops here because “${against}” parts from it: this run wrote “${wrote}”, ${instead === null ? 'where the other has nothing.' : `the other “${instead}”.`}`,
  opening: 'Looking for where they part.',
  against: 'Against',
  comparedIs:
    'Problem by problem, by the exact paired test; p is corrected by Holm’s method for all ways that are compared.',
  betterColumn: 'only this is right',
  worseColumn: 'only the other is right',
  difference: 'Difference',
  points: (share: number) =>
    `${share > 0 ? '+' : share < 0 ? '−' : ''}${number(Math.abs(share * 100), 1)} points`,
  oneWay: 'A comparison takes two ways to answer. Change a copy of this sweep and add one.',
  needs:
    'Pictures stand here where a sweep has what they show. Best way by difficulty: two ways and ten problems. Attempts side by side against one after another: ways with several of each, such as beam searches of several widths and revisions. Waits: budget forcing. How good a verifier is: samples that one judges.',
  nothingYet: 'Nothing has come yet.',
  unexplained: ({ code }: Failure) => `It stopped: ${code}.`,
  percent: (share: number) => percent(share),
  names: (names: readonly string[]) => list(names),
});
