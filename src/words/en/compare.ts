import type { Aggregation } from '#experiment/verifier.ts';
import type { RunState } from '#run/state.ts';
import type { Pace } from '#run/together.ts';
import { room } from '../language.ts';
import { fixed, list, number, plural } from './format.ts';

/** Several runs side by side: strategies and models on one problem at one token budget, or a run and its branches. */
export const compare = room('compare', {
  heading: {
    title: 'Comparison',
    /** Read aloud after it. */
    of: (problem: string) => `: ${problem}`,
    /** What all sides have in common; null where they differ. */
    arms: ({
      ways,
      models,
      tokens,
      seed,
    }: {
      readonly ways: number;
      readonly models: readonly string[];
      readonly tokens: number | null;
      readonly seed: number | null;
    }) =>
      [
        plural(ways, { one: 'one way', other: '# ways' }),
        models.length === 1 ? models.join() : plural(models.length, { one: '# model', other: '# models' }),
        ...(tokens === null
          ? []
          : [tokens === 0 ? 'no limit on tokens' : `at most ${number(tokens)} tokens each`]),
        ...(seed === null ? [] : [`seed ${seed}`]),
      ].join(' · '),
    choices: (ways: number) =>
      `${plural(ways, { one: 'One way', other: '# ways' })} to choose among the same traces`,
    branches: (branches: number) =>
      `The original and ${plural(branches, { one: 'a branch of it', other: '# branches of it' })}`,
  },
  subject: {
    label: 'Side by side',
    arms: 'Strategies and models',
    branches: 'The original and its branches',
    choices: 'Other choices from the same traces',
  },
  choices: 'Choose',
  chosen: (ways: readonly string[], tokens: number) =>
    `${ways.join(' · ')}, at most ${number(tokens)} tokens each`,
  /** Beside what is shown, once something else is chosen. */
  before: 'the comparison before',
  /** Beside the button that starts: what it would run. */
  next: (problem: string) => `The stage still shows the comparison before. Next: ${problem}`,
  nextChoices: 'The stage still shows the comparison before. Next: what is chosen now.',
  /** In its place, where the runs were not made to be compared. */
  kept: 'kept runs, as each was run',
  ofChoices: (traces: number) =>
    `One draw of ${plural(traces, { one: '# trace', other: '# traces' })}; only the choice among them differs. Computed from the log, nothing runs again.`,
  noScores:
    'The log of this run holds no scores, so its traces can be chosen from by majority vote alone. Best of N scores its traces: run that, then compare ways to choose.',
  setUpBestOfN: 'Set up Best of N',
  ways: {
    label: 'Ways to choose, two to four',
    majority: 'Majority vote',
    weighted: (of: string | null) => (of === null ? 'Weighted vote' : `Weighted vote, ${of}`),
    best: (of: string | null) => (of === null ? 'Highest score' : `Highest score, ${of}`),
    /** Of a trace's step scores. */
    of: {
      last: 'last step',
      min: 'weakest step',
      prod: 'product of steps',
      mean: 'mean of steps',
    } satisfies Record<Aggregation, string>,
  },
  ofBranches: 'What was run already stands side by side; nothing is computed again.',
  stages: 'Runs side by side',
  arm: {
    strategy: (place: number) => `Strategy ${place}`,
    model: (place: number) => `Model ${place}`,
    asSetUp: 'Model as set up',
    notWithModel: (strategy: string) => `${strategy} (not with this model)`,
    unfit: (model: string) => `${model} (does not fit)`,
    remove: (place: number) => `Take out strategy ${place}`,
    add: 'Add a strategy',
    full: (most: number) => `${number(most)} at most: take one out first.`,
    noneLeft: 'All that fit this model are there.',
  },
  tokens: 'Tokens each, at most',
  tokensName: 'Tokens each',
  run: 'Compare',
  runKeys: 'Compare (Ctrl Enter)',
  stop: 'Stop',
  blocked: ({
    strategy,
    model,
    why,
  }: {
    readonly strategy: string;
    readonly model: string;
    readonly why: string;
  }) => `${strategy}, ${model}: ${why}`,
  note: 'Each runs with its own usual settings; the strategy of the setup runs with yours. A strategy may end before its budget is spent.',
  workNote:
    'A token of a larger model is more work: tokens × parameters compares how much work each of them did.',
  side: ({ strategy, model }: { readonly strategy: string; readonly model: string }) =>
    `${strategy}, ${model}`,
  /** A side's name where it is spoken: its letter first. */
  named: (letter: string, name: string) => `${letter}: ${name}`,
  /** What all sides have in common is null. */
  line: ({
    strategy,
    model,
    seed,
  }: {
    readonly strategy: string;
    readonly model: string | null;
    readonly seed: number | null;
  }) => [strategy, model, seed !== null && `seed ${seed}`].filter(Boolean).join(' · '),
  picture: (name: string) => `Picture of ${name}`,
  open: 'Open this run large',
  results: 'Results',
  /** Read aloud when the last side has ended. */
  finished: (
    sides: readonly { readonly name: string; readonly answer: string; readonly verdict: string }[],
  ) =>
    `The comparison is over. ${sides.map(({ name, answer, verdict }) => `${name}: ${answer}${verdict && `, ${verdict}`}.`).join(' ')}`,
  goTo: (name: string) => `Show ${name}`,
  columns: {
    side: 'Run',
    /** Where there is no room for the answer beside it. */
    sideAndAnswer: 'Run, answer',
    answer: 'Answer',
    verdict: 'Verdict',
    why: 'Why',
  },
  /** The timeline of all sides. */
  time: {
    title: 'Timeline of the comparison',
    pace: 'What keeps the runs level',
    paces: { tokens: 'at equal tokens', share: 'at equal shares', time: 'at equal times' } satisfies Record<
      Pace,
      string
    >,
    pacesHelp: {
      tokens: 'Each run stands where it had drawn the same number of tokens: fair at equal cost.',
      share: 'Each run stands at the same share of the tokens that it drew itself.',
      time: 'Each run stands at the same time after its own start.',
    } satisfies Record<Pace, string>,
    speed: 'Plays in',
    seconds: (seconds: number) => plural(seconds, { one: 'in # second', other: 'in # seconds' }),
    slider: 'Place on the timeline of all runs',
    at: {
      /** `some`: whether some have ended, perhaps at fewer. */
      tokens: (place: number, some: boolean) =>
        `${some ? 'Up to ' : ''}${plural(place, { one: '# token each', other: '# tokens each' })}`,
      share: (place: number) => `${number(place)}% of each run`,
      time: (place: number) => `${fixed(place / 1000, 2)} s after each start`,
    } satisfies Record<Pace, (place: number, some: boolean) => string>,
    ended: (sides: readonly string[]) =>
      sides.length === 1 ? `${list(sides)} has ended.` : `${list(sides)} have ended.`,
    allEnded: 'All have ended.',
    noneEnded: 'None has ended.',
    /** Where all of them stand, and which have ended. */
    sentence: (where: string, ended: string) => `${where}. ${ended}`,
    nothing: 'Nothing has been compared yet.',
  },
  ready: 'has not run yet',
  waiting: 'waits for its turn',
  opening: 'loads its model',
  notRun: 'did not run: the comparison was stopped before',
  thinking: 'thinks',
  notEnded: 'no answer at this step',
  budgetSpent: 'its budget is spent',
  failed: (why: string) => `failed: ${why}`,
  noAnswer: (why: string) => `no answer: ${why}`,
  ended: {
    idle: 'did not run',
    running: 'stopped',
    cancelled: 'stopped before it had an answer',
    finished: 'no answer',
    failed: 'failed',
  } satisfies Record<RunState['status'], string>,
  figures: {
    tokens: 'tokens',
    work: 'tokens × parameters',
    seconds: 'seconds',
    sizeUnknown: 'size unknown',
    elapsed: (seconds: number) => fixed(seconds, 2),
    count: (count: number) => number(count),
    ofBudget: (budget: number) => `of ${number(budget)}`,
  },
});
