import { room } from '../language.ts';
import { fixed, number, plural, roughPercent } from './format.ts';

const nats = (value: number) => fixed(value, 2);

/** The lens that asks which step decided the answer. */
export const anchorWords = room('anchorWords', {
  how: 'Each step is thrown away and written again many times, and the trace goes on to an answer each time. A step matters as far as the answers differ from those with the step kept.',
  formula: 'D<sub>KL</sub>( answers with another step ‖ answers with this step ), in nats',
  smoothing:
    'Half a rollout is added to each answer’s count, so that an answer not seen is rare and not impossible. Dots are the value, lines its 95% interval (bootstrap); the tick is what chance alone stays under in 95 of 100 cases. Values below it are drawn hollow.',
  sameMeans:
    'The paper tells steps of other meaning by embeddings of sentences. Steps of these models are exact: another text is another step, but 4 + 9 is 9 + 4.',
  measure: 'Importance',
  measures: {
    counterfactual: 'Counterfactual',
    resampling: 'Resampling',
  },
  measuresAre: {
    counterfactual: 'Only where another step was written in its place.',
    resampling: 'Whatever was written in its place, the same step too.',
  },
  steps: 'Steps of the trace and how much each decided',
  heads: { step: 'Step', interval: '95% interval', rollouts: 'In the rollouts' },
  interval: ({ low, high }: { readonly low: number; readonly high: number }) =>
    `from ${nats(low)} to ${nats(high)}`,
  stepSpoken: ({
    place,
    text,
    said,
  }: {
    readonly place: number;
    readonly text: string;
    readonly said: string;
  }) => `Step ${number(place)}: ${text}. ${said}`,
  importance: (value: number) => nats(value),
  spoken: {
    clear: (value: number) => `Importance ${nats(value)}`,
    chance: (value: number) => `Importance ${nats(value)}, no more than chance`,
    none: 'No importance known',
  },
  anchor: 'decided most',
  byChance: 'within chance',
  hardlyAny: ({ different, of }: { readonly different: number; readonly of: number }) =>
    different === 0
      ? `always written so (${number(of)} of ${number(of)})`
      : `written otherwise only ${plural(different, { one: 'once', other: '# times' })} of ${number(of)}`,
  otherwise: ({ different, of }: { readonly different: number; readonly of: number }) =>
    `${number(different)} of ${number(of)} otherwise`,
  waiting: '…',
  differ: ({ different, of }: { readonly different: number; readonly of: number }) =>
    `${number(different)} of ${number(of)} wrote another step`,
  rightBy: (change: number) =>
    `${change > 0 ? '+' : change < 0 ? '−' : '±'}${number(Math.abs(change) * 100)} points right`,
  summary: ({
    step,
    text,
    from,
    to,
  }: {
    readonly step: number;
    readonly text: string;
    readonly from: number;
    readonly to: number;
  }) =>
    `Step ${number(step)}, <data>${text}</data>, decided most: before it ${roughPercent(from)} of rollouts end right, after it ${roughPercent(to)}.`,
  noAnchor:
    'No step stands out from chance: wherever the trace is taken up again, its answers are much the same.',

  answers: 'Answers from each place',
  answersAre:
    'Each column: how the trace goes on when it is taken up there. The line is the share that ends right, with Wilson’s interval.',
  groups: {
    right: 'any right answer',
    rare: (answers: number) => plural(answers, { one: '# other answer', other: '# other answers' }),
    none: 'no answer',
  },
  column: { begin: 'start', after: (step: number) => number(step) },
  numbers: 'The numbers',
  place: 'Place',
  right: 'Right',
  share: ({ share, low, high }: { readonly share: number; readonly low: number; readonly high: number }) =>
    `${roughPercent(share)} (${number(low * 100)}–${number(high * 100)})`,
  count: (count: number) => number(count),

  instead: (step: number) => `What was written as step ${number(step)}`,
  insteadCaption: 'Steps by how often they were written, and what came of them',
  columns: { written: 'Written', times: 'Times', right: 'Right', answer: 'Mostly answered', open: 'In Play' },
  ended: 'ended its thought',
  ownStep: 'this trace',
  outOf: (count: number, of: number) => `${number(count)} of ${number(of)}`,
  mostly: ({ answer, count }: { readonly answer: string; readonly count: number }) =>
    `${answer} (${number(count)})`,
  open: 'Go on from it',
  openOne: (text: string) => `Go on from “${text}” in Play`,
  more: (count: number) =>
    plural(count, { one: '# other step, written once each', other: '# other steps, more rarely written' }),
});
