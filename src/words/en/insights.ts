import { room } from '../language.ts';
import { number, percent, plural } from './format.ts';

interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const interval = ({ share, low, high }: Share) =>
  `${percent(share)} (${number(low * 100)} to ${number(high * 100)})`;
const tokens = (count: number) => plural(Math.round(count), { one: '# token', other: '# tokens' });

/** What the outcomes of a sweep say beside accuracy: draws, difficulty, verifiers, waits, prices. */
export const insights = room('insights', {
  tab: 'More charts',
  way: 'Way to answer',
  solved: 'Problems solved',
  tokens,
  count: (value: number) => number(value),

  draws: 'Fewer samples, from the same draw',
  samples: 'Samples',
  mode: 'Samples are',
  modes: { expected: 'any k of them', first: 'the first k' },
  ways: {
    pass: 'Any of them right (oracle)',
    majority: 'Majority vote',
    best: 'Best score',
    weighted: 'Vote weighted by score',
  },
  drawsNote: {
    expected: (subsets: number) =>
      `Nothing was run again: each point is the mean over ways to take k of the samples. Exact for the oracle and the best score; votes take at most ${number(subsets)} ways, always the same ones.`,
    first: () =>
      'Nothing was run again: each point is what a run with k samples and the same seed gives, ties included.',
  },
  pointNote: (problems: number, cost: number) =>
    `${plural(problems, { one: '# problem', other: '# problems' })}, about ${tokens(cost)} each.`,
  fooled: ({
    peak,
    atPeak,
    atMost,
  }: {
    readonly peak: number;
    readonly atPeak: number;
    readonly atMost: number;
  }) =>
    `The best score solves most with ${plural(peak, { one: '# sample', other: '# samples' })}, ${percent(atPeak)}; with all of them ${percent(atMost)}: with more candidates, a wrong one that the verifier likes is among them more often.`,
  oracleGap: ({ atMost, oracle }: { readonly atMost: number; readonly oracle: number }) =>
    `Among all samples a right one is there for ${percent(oracle)} of problems; the best score finds it for ${percent(atMost)}.`,

  difficulty: 'Easy problems and hard ones',
  difficultyNote:
    'Problems in five bins of about the same size, by how often single samples of the reference are right (Snell et al. 2024). The reference is left out: it made the bins.',
  bins: 'Bin',
  bin: ({ place, from, to }: { readonly place: number; readonly from: number; readonly to: number }) =>
    `${number(place)}: pass@1 ${number(from * 100)} to ${percent(to)}`,
  armAt: (name: string, cost: number) => `${name}, ${tokens(cost)}`,
  reference: 'Reference',
  budget: 'Budget for each',
  bestOfBin: 'solves most of its bin',
  computeOptimal: (share: Share) =>
    `The best way for each bin, chosen on one half of the problems and judged on the other: ${interval(share)} solved.`,

  grid: 'Side by side or one after another',
  gridNote:
    'A star marks the best split of as many attempts in all. Below each share stand its 95% interval and what a run cost.',
  parallel: 'Attempts side by side',
  sequential: 'One after another',
  bestOfBudget: 'best of as many attempts',

  byWaits: 'Answers by number of waits',
  waits: 'Waits',
  waitsNote:
    'Read from the answers that each run would have given on its way. A run that ended with fewer waits keeps its answer.',
  waitNote: ({
    mended,
    broken,
    ended,
    runs,
  }: {
    readonly mended: number;
    readonly broken: number;
    readonly ended: number;
    readonly runs: number;
  }) =>
    `Of ${plural(runs, { one: '# run', other: '# runs' })} this wait made ${number(mended)} right and ${number(broken)} wrong; ${number(ended)} had ended before.`,

  roc: 'Right traces and wrong ones, by score',
  rocNote: 'At each threshold, the traces that pass. A verifier that knows nothing lies on the diagonal.',
  auc: ({ auc, within }: { readonly auc: Share; readonly within: Share | null }) =>
    `A right trace scores higher than a wrong one in ${interval(auc)} of pairs (AUC)${within ? `, of the same problem in ${interval(within)}` : ''}.`,
  calibration: 'Scores as chances',
  calibrationNote:
    'Traces in tenths of the score: on the diagonal, as many are right as the score says. Bars are 95% intervals.',
  ece: (error: number) => `Scores are off by ${number(error * 100, 1)} points, on average (ECE).`,

  price: 'What a right answer costs',
  priceNote: 'All tokens of the runs that came to an end, for each of them that was right.',
  tokensPerRight: 'Tokens',
  noneRight: (runs: number) =>
    plural(runs, { one: 'not right in its # run', other: 'not right in any of # runs' }),
});
