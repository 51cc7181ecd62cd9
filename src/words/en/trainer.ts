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
const tokens = (count: number) => plural(Math.round(count), { one: '# token', other: '# tokens' });

/** Reinforcement learning in the page: set up, watched, and what was made of it. */
export const trainerWords = room('trainerWords', {
  title: 'Train it yourself',
  intro:
    'Reinforcement learning on a real model, in this tab. The model writes traces, a rule rewards some of them, and what was rewarded becomes likelier. Nobody shows it how to think: watch the thought appear.',
  all: 'All trainings',
  trainIt: 'Train it yourself',
  trainItIs: (count: number) =>
    `On ${cores(count)} of this machine, also while this tab is hidden. Nothing leaves it, and it ends by itself.`,
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
    accuracy: (share: number) => `${percent(share)} of held-out problems right`,
    sampled: (share: number) => `${percent(share)} of sampled traces right`,
    reward: (value: number) => `reward ${minus(fixed(value, 2))}`,
    length: (count: number) => `${tokens(count)} a trace`,
    thinking: (share: number) => `${percent(share)} of traces think`,
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
    stopping: 'Pausing',
  },
  progress: (done: number, of: number) => `${number(done)} of ${steps(of)}`,
  left: (seconds: number) => `about ${time(seconds)} left`,
  took: (seconds: number, count: number | null) =>
    count === null ? `${time(seconds)} of work` : `${time(seconds)} of work on ${cores(count)}`,
  hiddenTitle: (step: number, of: number, page: string) => `${number(step)}/${number(of)} · ${page}`,
  pause: 'Pause',
  /** While it waits for the end of a step. */
  pauseNow: 'Pause now',
  goOn: 'Go on',
  goOnMore: (count: number) => `Go on: ${steps(count)} more`,
  paused: 'Paused. It goes on from here.',
  brokeOff: (step: number) =>
    step === 0
      ? 'It broke off before a state of it was kept: it begins anew.'
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
      `After step ${number(step)}, ${percent(share)} of held-out problems are right.`,
    thinking: (step: number) => `Since step ${number(step)}, most traces think before they answer.`,
    finished: (count: number) => `The training is done: ${steps(count)}.`,
    paused: (step: number) => `The training is paused after step ${number(step)}.`,
  },
  fromTo: (from: number, to: number) => `${percent(from)} → ${percent(to)} of held-out problems right`,

  modelOf: (step: number) => (step === 0 ? 'The model at the start' : `The model after step ${number(step)}`),
  modelNearest: (step: number) =>
    step === 0
      ? 'Of this step no model is at hand any more: this is the one that it began from.'
      : `Of this step no model was kept: this is the one after step ${number(step)}.`,
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
