import { room } from '../language.ts';
import { fixed, number, percent, plural } from './format.ts';

const traces = (count: number) => plural(count, { one: '# trace', other: '# traces' });
const sign = (value: number, digits: number) =>
  Number.isNaN(value) ? 'NaN' : `${value > 0 ? '+' : ''}${minus(fixed(value, digits))}`;
const minus = (text: string) => text.replace('-', '−').replace(/^−(0(?:\.0*)?)$/, '$1');
const plain = (value: number, digits: number) => (Number.isNaN(value) ? 'NaN' : minus(fixed(value, digits)));

/** The GRPO lens: a group of traces, what it rewards, and how it would push each token. */
export const grpo = room('grpo', {
  /** Numbers in formulas and tables. */
  plain,
  signed: sign,
  sources: 'Formulas: <grpo>GRPO</grpo>, <r1>DeepSeek-R1</r1>, <dapo>DAPO</dapo>, <dr>Dr. GRPO</dr>.',
  train: 'Train a model with this objective yourself',
  setup: {
    title: 'The group',
    family: 'Kind of problem',
    heldOut: (place: number, of: number) => `Held-out problem ${number(place)} of ${number(of)}`,
    fromPlay: 'The problem of the run in Play',
    fromLesson: 'The problem of the lesson',
    previous: 'Another problem, back',
    next: 'Another problem',
    fetching: 'Fetching the problems.',
    effort: 'Effort',
    efforts: { low: 'Low', high: 'High' },
    size: 'Traces in the group',
    sample: 'Sample the group',
    again: 'Sample another group',
    stop: 'Stop',
    stale: 'The traces are still those drawn before this was changed.',
    takeVote: (count: number) => `Take the ${traces(count)} of the run in Play`,
    takeRun: 'Take problem and model of the run in Play',
  },
  policies: {
    title: 'Three policies',
    roles: {
      old: 'Old: it writes the traces',
      now: 'New: it is trained',
      reference: 'Reference: it is kept close to',
    },
    short: { old: 'old', now: 'new', reference: 'reference' },
    model: 'Model',
    temperature: 'Temperature',
    note: 'Of a training, the page has what it began and ended with, not each update between. The same model at a lower temperature stands in for one that an update has made surer.',
  },
  rule: {
    title: 'The objective',
    variant: 'As in',
    variants: {
      here: 'The training here',
      grpo: 'GRPO (DeepSeekMath)',
      dapo: 'DAPO',
      'dr-grpo': 'Dr. GRPO',
    },
    ownVariant: 'Settings of your own',
    clipLow: 'ε, below 1',
    clipHigh: 'ε, above 1',
    beta: 'β, weight of the KL term',
    floor: 'Floor of the deviation',
    noFloor: 'none',
    length: 'L, the constant length, is that of the longest trace here.',
    byDeviation: 'Divide by the deviation',
    averaging: 'Averaged over',
    averagings: {
      trace: 'tokens of a trace, then traces',
      token: 'all tokens alike',
      constant: 'a constant length',
    },
  },
  busy: {
    sampling: (done: number, of: number) => `${number(done)} of ${traces(of)} written.`,
    opening: 'Opening the model.',
    scoring: 'The policies read the traces.',
    seeking: (tried: number, of: number) =>
      `${number(tried)} of at most ${plural(of, { one: '# problem', other: '# problems' })} tried.`,
    surveying: (done: number, of: number) =>
      `${number(done)} of ${plural(of, { one: '# group', other: '# groups' })} drawn.`,
  },
  empty:
    'Choose a problem and press “Sample the group”: the traces come live, a rule rewards them, and each is worth what it is better than the others.',
  group: {
    title: 'Rewards and advantages',
    rewards: ({
      right,
      formed,
      of,
    }: {
      readonly right: number;
      readonly formed: number;
      readonly of: number;
    }) => `${number(right)} of ${traces(of)} right, ${number(formed)} well formed.`,
    rewardRule: (format: number) =>
      `A well-formed trace gets ${fixed(format, 1)} for its form, and 1 more where its answer is right, so ${fixed(1 + format, 1)} in all: no model judges, so none can be fooled.`,
    mean: 'Mean',
    deviation: 'Deviation',
    sum: 'Sum of advantages',
    clipped: 'Tokens clipped',
    clippedOf: (count: number, of: number) => `${number(count)} of ${number(of)}`,
    objective: 'Objective',
    kl: 'KL, nats a token',
    floored: (floor: number) => `floored at ${fixed(floor, 2)}`,
  },
  left: {
    mixed: ({ right, of }: { readonly right: number; readonly of: number }) =>
      `A signal: the ${number(right)} right ones are made likelier, the other ${number(of - right)} less likely.`,
    form: 'All are wrong, and only their form tells them apart: form is all that this group teaches.',
    formFloor:
      'All are wrong, and only their form tells them apart. The floor keeps that small difference small.',
    kl: (of: number) =>
      `All ${number(of)} got the same reward, so every advantage is exactly 0. What is left is the KL term alone: it pulls the new policy back to the reference.`,
    nothing: (of: number) =>
      `All ${number(of)} got the same reward, so every advantage is exactly 0, and without a KL term nothing is left: the group was drawn for nothing. The training here leaves such groups out.`,
    nan: (of: number) =>
      `All ${number(of)} got the same reward: 0 is divided by 0. Without a floor the advantages are not numbers (NaN), and one such group would turn every weight of the model into NaN.`,
    same: 'The new policy is the old one: every ratio is 1 and the objective says nothing yet, but its gradient does: colour by push.',
  },
  picture: {
    title: 'The traces, token by token',
    label: (count: number) =>
      `${traces(count)}, a row each, a cell a token. Arrow keys move from token to token.`,
    colour: 'Bars show',
    shows: {
      advantage: 'advantage',
      push: 'push (gradient)',
      ratio: 'ratio, new to old',
      kl: 'KL estimate',
    },
    keys: {
      push: { up: 'up: to be likelier', down: 'down: to be less likely' },
      ratio: { up: 'up: likelier under the new policy', down: 'down: less likely' },
    },
    clipped: 'mark at the foot: clipped',
    times: (ratio: number) => `× ${fixed(ratio, 2)}`,
    scale: (most: string) => `Full height: ${most}`,
    columns: { trace: 'Trace', reward: 'Reward', advantage: 'Advantage', tokens: 'Tokens' },
    verdicts: { right: 'right', wrong: 'wrong', unformed: 'form not kept', open: 'being written' },
    row: (place: number) => `Trace ${number(place)}`,
  },
  token: {
    title: (token: number, of: number, trace: number) =>
      `Token ${number(token)} of ${number(of)}, trace ${number(trace)}`,
    previous: 'Previous token',
    next: 'Next token',
    traceUp: 'Previous trace',
    traceDown: 'Next trace',
    policy: 'Policy',
    log: 'log π',
    chance: 'π',
    ratio: 'Ratio',
    isClipped: 'clipped: its gain gives no gradient',
    klPushes: 'the KL term alone',
    notClipped: 'not clipped',
    gain: 'Gain',
    kl: 'KL (k3)',
    term: 'Its term',
    push: 'Push on log π',
    chanceOf: (logarithm: number) => percent(Math.exp(logarithm), 1),
  },
  formula: {
    objective: 'The objective, and its value for this group',
    advantage: 'The advantage of this trace',
    token: 'This token: ratio, gain and KL estimate',
  },
  even: {
    title: 'When all come out the same',
    about:
      'A group teaches by differences. Look among held-out problems for one that this policy always solves, or never.',
    seek: { 'all-right': 'A group that is all right', 'all-wrong': 'A group that is all wrong' },
    none: {
      'all-right': (tried: number) =>
        `None of ${number(tried)} problems came out all right. A lower temperature of the old policy, another model or another kind of problem may find one.`,
      'all-wrong': (tried: number) =>
        `None of ${number(tried)} problems came out all wrong. A higher temperature of the old policy, another model or another kind of problem may find one.`,
    },
  },
  survey: {
    title: 'Over many problems',
    about: (count: number, size: number) =>
      `${number(count)} held-out problems, ${traces(size)} each: which share of the groups holds both right and wrong, and so gives a signal? DAPO samples on until all do.`,
    start: 'Draw the groups',
    measured: ({ mixed, of }: { readonly mixed: number; readonly of: number }) =>
      `${percent(mixed / of)} of ${plural(of, { one: '# group', other: '# groups' })} give a signal.`,
    ends: ({ right, wrong }: { readonly right: number; readonly wrong: number }) =>
      `${number(right)} are all right, ${number(wrong)} all wrong.`,
    expected: ({ share, expected }: { readonly share: number; readonly expected: number }) =>
      `${percent(share)} of all traces are right; were all problems equally hard, 1 − p^G − (1 − p)^G = ${percent(expected)} of groups would be mixed.`,
    unequal: 'Problems differ in difficulty, so more groups stand at the ends than the curve says.',
    form: (count: number) =>
      plural(count, {
        one: '# of the groups that are all wrong differs in form.',
        other: '# of the groups that are all wrong differ in form.',
      }),
    picture: 'Groups by how many of their traces are right',
    axis: 'right traces in the group',
    curve: 'line: all problems equally hard',
    rights: 'Right',
    groups: 'Groups',
    equallyHard: 'If equally hard',
    table: 'As a table',
    some: (groups: number) => fixed(groups, 1),
  },
});
