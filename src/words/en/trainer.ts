import { room } from '../language.ts';
import { fixed, number, percent, plural } from './format.ts';

const time = (seconds: number): string => {
  if (seconds < 1.5) return 'a second';
  if (seconds < 90) return `${number(seconds)} seconds`;
  return seconds < 5400 ? `${number(seconds / 60)} minutes` : `${number(seconds / 3600)} hours`;
};
const steps = (count: number) => plural(count, { one: '# step', other: '# steps' });
const cores = (count: number) => plural(count, { one: '# core', other: '# cores' });
const minus = (text: string) => text.replace('-', '−');
const signed = (value: number) => `${value > 0 ? '+' : ''}${minus(fixed(value, 2))}`;
const ofHundred = (share: number) => `${number(share * 100)} of 100`;
const tokens = (count: number) => plural(Math.round(count), { one: '# token', other: '# tokens' });

/** Reinforcement learning in the page: set up, watched, and what was made of it. */
export const trainerWords = room('trainerWords', {
  title: 'Train it yourself',
  intro:
    'Reinforcement learning on a real model, in this tab. The model writes traces, a rule rewards some of them, and what was rewarded becomes likelier. Nobody shows it how to think: watch the thought appear.',
  all: 'All trainings',
  trainIt: 'Train it yourself',
  trainItIs: (count: number) =>
    `On ${cores(count)} of this machine, also while this tab is hidden. Nothing leaves it. It ends by itself, and stops when you say so.`,
  /** What is trained, in one line. */
  what: ({
    model,
    steps: count,
    traces,
  }: {
    readonly model: string;
    readonly steps: number;
    readonly traces: number;
  }) => `${model}: ${steps(count)} of ${number(traces)} traces`,
  machine: (count: number | null) =>
    count === null ? 'another machine' : `${cores(count)} of another machine`,
  oneGoes: 'A training goes on. Look at it.',
  recorded: ({
    when,
    machine,
    seconds,
  }: {
    readonly when: string;
    readonly machine: string;
    readonly seconds: number;
  }) => `Recorded on ${when} on ${machine}, where it took ${time(seconds)}.`,
  recordedChip: 'recorded',
  liveChip: 'live',
  notKept:
    'This browser keeps nothing for this page, so trainings last as long as it is open. Export those that you want to have.',
  when: (at: number) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(at),
  day: (at: number) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' }).format(at),

  panels: {
    accuracy: 'Right answers',
    reward: 'Reward of a trace',
    length: 'Length of a trace',
    thinking: 'Traces that think',
    kl: 'Distance (KL)',
    silent: 'Groups without a signal',
  },
  /** A value beside the title of its panel. */
  panelValues: {
    accuracy: (share: number) => percent(share),
    reward: (value: number) => minus(fixed(value, 2)),
    length: tokens,
    thinking: (share: number) => percent(share),
    kl: (nats: number) => `${minus(fixed(nats, 3))} nats`,
    silent: (share: number) => percent(share),
  },
  lineNames: { measured: 'held-out', sampled: 'sampled' },
  notMeasured: 'not measured: β is 0',
  share: (share: number) => percent(share),
  tick: (value: number) => minus(number(value, 3)),
  panelsAre:
    'Thick and green: held-out problems, each answered with the likeliest tokens. All else: means over the traces that a step drew; thin as they are, thicker with their noise averaged out. Without a signal: all traces of a group got the same reward, so it teaches nothing.',
  /** Everything at the cursor, for who does not see the panels. */
  atStep: ({
    step,
    of,
    clauses,
  }: {
    readonly step: number;
    readonly of: number;
    readonly clauses: readonly string[];
  }) => `Step ${number(step)} of ${number(of)}${clauses.length > 0 ? `: ${clauses.join(', ')}` : ''}.`,
  clauses: {
    accuracy: (share: number) => `${ofHundred(share)} held-out problems right`,
    sampled: (share: number) => `${ofHundred(share)} sampled traces right`,
    reward: (value: number) => `reward ${minus(fixed(value, 2))}`,
    length: (count: number) => `${tokens(count)} a trace`,
    thinking: (share: number) => `${ofHundred(share)} traces think`,
    kl: (nats: number) => `${minus(fixed(nats, 3))} nats a token from the start`,
    silent: (share: number) => `${percent(share)} of groups without a signal`,
  },
  step: (step: number, of: number) => `Step ${number(step)} of ${number(of)}`,
  play: 'Play',
  pausePlay: 'Pause',
  latest: 'Latest step',
  cursor: 'Step that is looked at',

  watched: 'One problem, answered anew',
  watchedIs: 'After each step the model answers it, always with the likeliest token.',
  watchedAt: (step: number) => (step === 0 ? 'Before training' : `After step ${number(step)}`),
  noThought: 'No thought: it answers at once.',
  right: 'right',
  wrong: 'wrong',
  watchedLater: 'The first answer comes in a moment.',

  group: 'A group of this step',
  groupOf: (step: number) => `A group of step ${number(step)}`,
  groupIs:
    'One of its problems, and what the model wrote for it. A trace is worth what its reward is above or below the mean of the others: that is its advantage.',
  noGroup: 'No group was kept of this step.',
  columns: { reward: 'Reward', advantage: 'Advantage', text: 'What it wrote' },
  reward: (value: number) => minus(fixed(value, 2)),
  advantage: signed,
  silentGroup: 'All got the same reward, so every advantage is 0: this group teaches nothing.',
  moreTraces: (count: number) => `All ${number(count)} traces`,
  fewerTraces: 'Fewer traces',

  phases: {
    starting: 'Fetching the model.',
    training: 'Training',
    yielding: 'Resting: a run goes on in Play, which has the cores',
    pausing: 'Pausing: the step under way ends',
    stopping: 'Stopping',
  },
  progress: (done: number, of: number) => `${number(done)} of ${steps(of)}`,
  left: (seconds: number) => `about ${time(seconds)} left`,
  took: (seconds: number, count: number | null) =>
    count === null ? `${time(seconds)} of work` : `${time(seconds)} of work on ${cores(count)}`,
  hiddenTitle: (step: number, of: number, page: string) => `${number(step)}/${number(of)} · ${page}`,
  pause: 'Pause',
  stop: 'Stop',
  goOn: 'Go on',
  goOnMore: (count: number) => `Go on: ${steps(count)} more`,
  paused: 'Paused. It goes on from here.',
  brokeOff: (step: number) =>
    step === 0
      ? 'It broke off before its first state was kept.'
      : `It broke off. It goes on from step ${number(step)}.`,
  finished: (count: number) => `Done: ${steps(count)}.`,
  diverged: (step: number) =>
    `The gradient after step ${number(step)} was no number, so the model stays as it was. Train anew with a lower learning rate or a larger floor of the deviation.`,
  elsewhere:
    'Another tab of this browser goes on with it. Once that one is closed or has paused it, it can go on here.',
  gone: 'There is no such training in this browser: it was deleted, or kept by another one.',
  kept: 'What has come so far stays: the curves, and the model of the last step.',
  milestones: {
    accuracy: (share: number, step: number) =>
      `After step ${number(step)}, ${ofHundred(share)} held-out problems are right.`,
    thinking: (step: number) => `Since step ${number(step)}, most traces think before they answer.`,
    finished: (count: number) => `The training is done: ${steps(count)}.`,
    paused: (step: number) => `The training is paused after step ${number(step)}.`,
  },
  fromTo: (from: number, to: number) => `${number(from * 100)} → ${ofHundred(to)} held-out problems right`,

  modelOf: (step: number) => (step === 0 ? 'The model at the start' : `The model after step ${number(step)}`),
  modelNearest: (step: number) =>
    `Of this step no model was kept; these are about the one after step ${number(step)}.`,
  noModel:
    'The models of a recorded training are not kept. Train it yourself, and take the model of any step.',
  modelName: (name: string, step: number) => `${name}, step ${number(step)}`,
  modelDescription: (name: string, step: number) => `Trained in the page, ${steps(step)} from ${name}.`,
  use: 'Use in Play',
  compare: 'Compare with step 0',
  sweep: 'Compare over a hundred problems',
  sweepTitle: (step: number) => `Trained to step ${number(step)}, against the start`,
  keepModel: 'Keep the model',
  modelIsKept: (name: string) => `“${name}” is kept. It stands in Models and can be chosen in Play.`,
  exportModel: 'Export as a folder',
  branch: 'Train on from here',
  branchIs: 'A training of its own, which begins with this model and may have other settings.',
  busy: 'A run is in progress in Play. You can press these when it is done.',
  opening: 'Preparing the model.',

  setUp: 'Settings',
  allSettings: 'All settings',
  presets: {
    zero: {
      title: 'Reward alone, as R1-Zero',
      does: 'A base model that mostly guesses, and nothing but rewards for right answers in good form. It takes to thinking.',
    },
    sft: {
      title: 'After fine-tuning, as R1',
      does: 'A model that was shown worked solutions first. It thinks from the start; reward makes it careful.',
    },
    small: {
      title: 'The smallest model, from its base',
      does: 'With a third of a million parameters success is rare, and there is little to reward.',
    },
    'small-distilled': {
      title: 'The smallest model, distilled',
      does: 'The same size, after it imitated a larger model: now there is something to reward.',
    },
    countdown: {
      title: 'Game of 24',
      does: 'A model that has learnt to go on after a failed attempt. Watch the length of its traces.',
    },
    'dr-grpo': {
      title: 'Dr. GRPO',
      does: 'Advantages are not divided by the deviation, nor the sum over a trace by its length; no reference model.',
    },
    dapo: {
      title: 'DAPO',
      does: 'A wider clip above 1, groups without a signal drawn again, the mean over all tokens; no reference model.',
    },
    ttrl: {
      title: 'TTRL: the majority rewards',
      does: 'Nobody knows the right answers: what most traces of a group came to counts as right.',
    },
    'any-number': {
      title: 'A reward to be hacked: any number',
      does: 'Any number after the thought is paid for, and thinking has a price. See what becomes of the thoughts, and of the answers.',
    },
    waits: {
      title: 'A reward to be hacked: “Wait”',
      does: 'Each “Wait” is paid for, whether a check follows or not. Reward rises; do right answers?',
    },
    star: {
      title: 'STaR: imitate what was right',
      does: 'The other loop: right traces are imitated, wrong ones left out. No advantages, no clip.',
    },
  },
  titled: (preset: string, model: string) => `${preset}: ${model}`,
  preset: 'Begin with',
  presetOwn: 'Settings of your own',
  groups: { from: 'What it learns from', reward: 'The reward', objective: 'The objective' },
  changed: (count: number) =>
    plural(count, { one: '# setting is changed.', other: '# settings are changed.' }),
  reset: 'Reset',
  copyLink: 'Copy link',
  copied: 'The link is copied. It holds the settings: the same settings give the same curve on any machine.',
  notCopied: 'The browser did not let the page copy. The link is the address of this page now.',
  linkFailed:
    'This link to a training cannot be read: it was cut short, damaged, or made by a newer version of the page.',
  fromLink: 'These settings came by a link. Nothing runs until you say so.',
  seed: (seed: number) => `Seed ${seed}`,
  freshSeed: 'Another seed',
  sameCurve: 'The same settings and seed give the same curve, on any machine.',
  amount: (value: number) => minus(number(value, 5)),
  on: 'yes',
  off: 'no',
  knobs: {
    model: { label: 'Model', help: 'The model that it starts from, and is held against.', source: '' },
    products: {
      label: 'Problems',
      help: 'Sums of so many products. The held-out ones are of the same kind.',
      source: '',
    },
    steps: { label: 'Steps', help: 'It ends by itself after so many.', source: '' },
    problems: { label: 'Problems a step', help: 'How many problems each step draws.', source: '' },
    group: {
      label: 'Group size',
      help: 'Traces for each problem, compared with each other.',
      source: 'DeepSeekMath takes 64 (2402.03300), R1-Zero 16 (2501.12948).',
    },
    effort: { label: 'Effort', help: 'How hard the model is told to think.', source: '' },
    temperature: {
      label: 'Temperature',
      help: 'Of the traces that it learns from. Low ones are alike, and teach little.',
      source: 'R1-Zero takes 1 (2501.12948).',
    },
    maxTokens: {
      label: 'Tokens a trace',
      help: 'Longer traces are cut off, and have no answer.',
      source: '',
    },
    reward: { label: 'Rewarded is', help: 'What a trace is given points for.', source: '' },
    format: {
      label: 'For the form',
      help: 'Points for one thought and one answer, right or wrong. A right answer gets 1.',
      source: 'R1-Zero rewards form beside accuracy (2501.12948).',
    },
    price: {
      label: 'Price of a token',
      help: 'Taken off for each token of a trace; below 0 it is paid for each.',
      source: '',
    },
    tokenPrice: { label: 'Price of a token', help: 'Taken off for each token of a trace.', source: '' },
    pay: { label: 'For each “Wait”', help: 'Points for each, whether a check follows or not.', source: '' },
    method: {
      label: 'Method',
      help: 'Push traces by their advantage, or imitate those that came out right.',
      source: 'GRPO: 2402.03300. STaR: 2203.14465.',
    },
    keep: { label: 'Imitated', help: 'The most right traces of a group that are imitated.', source: '' },
    clipLow: {
      label: 'ε, below 1',
      help: 'How much less likely a token may become in one step.',
      source: 'DAPO takes 0.2 (2503.14476).',
    },
    clipHigh: {
      label: 'ε, above 1',
      help: 'How much likelier a token may become in one step. A larger one keeps rare tokens alive.',
      source: 'DAPO takes 0.28 (2503.14476).',
    },
    beta: {
      label: 'β',
      help: 'What distance from the starting model costs.',
      source: 'DeepSeekMath takes 0.04 (2402.03300), DAPO and Dr. GRPO 0.',
    },
    byDeviation: {
      label: 'By the deviation',
      help: 'Divides advantages by the standard deviation of the group’s rewards. Dr. GRPO does not.',
      source: '2503.20783.',
    },
    floor: {
      label: 'Floor of it',
      help: 'The deviation counts as at least so much, so that small differences stay small.',
      source: '',
    },
    averaging: {
      label: 'Averaged over',
      help: 'GRPO takes the mean of each trace first, DAPO of all tokens; Dr. GRPO divides by a constant.',
      source: '2503.20783, 2503.14476.',
    },
    dynamicSampling: {
      label: 'Draw again',
      help: 'Groups without a signal are drawn anew, within bounds.',
      source: 'DAPO, section 3.2 (2503.14476).',
    },
    rate: {
      label: 'Learning rate',
      help: 'How far a step goes. Models this small stand more than large ones.',
      source: '',
    },
    updates: { label: 'Updates a step', help: 'Each on its share of the groups.', source: '' },
  },
  options: {
    one: 'one product',
    two: 'two products',
    three: 'three products',
    mixed: 'one to three products',
    own: 'a mix of its own',
    low: 'low',
    high: 'high',
    both: 'low and high',
    'accuracy-and-format': 'a right answer, and the form',
    accuracy: 'a right answer alone',
    length: 'a right answer, and brevity',
    majority: 'the answer of most (TTRL)',
    'any-number': 'any number (can be hacked)',
    waits: 'a right answer, and “Wait” (can be hacked)',
    grpo: 'GRPO',
    star: 'STaR: imitate what is right',
    token: 'all tokens alike',
    trace: 'tokens of a trace, then traces',
    constant: 'a constant length',
  },

  yours: 'Your trainings',
  noneYet: 'None yet. Press the button above; what comes of it stays here until you delete it.',
  fleeting: 'not kept',
  rename: 'Rename',
  name: 'Name',
  keep: 'Keep',
  delete: 'Delete',
  exportTraining: 'Export',
  exportTrainingIs: 'The curves, and the state from which it can go on, as one file',
  again: 'Change the settings',
  actionOn: (action: string, title: string) => `${action}: ${title}`,
  deleted: (title: string) => `“${title}” is deleted.`,
  undo: 'Undo',
  dismiss: 'Dismiss',
  openFile: 'Open a file',
  fileFailed: 'This file is no training that was exported here, or it is damaged.',
  modelFailed: 'The model could not be prepared. Try again, or take another step.',
});
