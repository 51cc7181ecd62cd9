import type { FalseReason } from '#run/facts/false-step.ts';
import type { StepOutcome } from '#run/search-traces.ts';
import { room } from '../language.ts';
import { number, plural } from './format.ts';

/** Many thoughts at once: the traces of a search and its other steps, and how one of a thousand is found. */
export const thoughts = room('thoughts', {
  finished: (count: number) => plural(count, { one: '# finished trace', other: '# finished traces' }),
  /** Behind how many there are. */
  bestFirst: ', best first',
  noneYet: 'No trace has finished yet.',
  none: 'No trace of this search has finished at this step.',
  /** A finished trace, by its place in the list. */
  trace: (place: number) => `Trace ${number(place)}`,
  traceSpoken: ({ place, answer }: { readonly place: number; readonly answer: string | null }) =>
    answer === null ? `Trace ${number(place)}, no answer` : `Trace ${number(place)}: ${answer}`,
  chosen: 'chosen',
  worth: (value: string) => `worth ${value}`,
  notJudged: 'not judged',
  stepSpoken: ({
    step,
    text,
    value,
  }: {
    readonly step: number;
    readonly text: string;
    readonly value: string | null;
  }) => `Step ${number(step)}: ${text}${value === null ? '' : `, ${value}`}`,
  tokensOf: (step: number) => `Tokens of step ${number(step)}`,
  visits: (count: number) => `${number(count)}×`,
  visitsSpoken: (count: number) => plural(count, { one: 'visited once', other: 'visited # times' }),
  byHand: 'written by a person',
  /** Behind a false step; `truth` is what is wrong with it: `73 × 6 is 438, not 428`. */
  falseStep: ({ truth, reason }: { readonly truth: string; readonly reason: FalseReason }) =>
    `${reason === 'not-there' ? 'Not allowed' : 'False'}: ${truth}. Checked by rule, not by the model.`,
  /** Behind a step that is no slip, and yet none that the rules ask for. */
  needlessStep: (why: string) =>
    `Not false, but it counts for nothing: ${why}. Checked by rule, not by the model.`,
  /** Under the first thought of a model that spells numbers by digits. */
  unitsFirst: 'This model writes numbers units first, as one adds on paper.',
  others: (count: number) =>
    plural(count, {
      one: '# other step drawn, in no finished trace',
      other: '# other steps drawn, in no finished trace',
    }),
  /** While nothing has finished. */
  drawnSoFar: (count: number) => plural(count, { one: '# step drawn', other: '# steps drawn' }),
  atStart: 'At the start',
  after: 'After',
  outcomes: {
    open: 'open',
    pruned: 'pruned',
    unvisited: 'not visited',
    'cut-off': 'cut off',
    'drawn-again': 'drawn again',
    aside: 'to judge',
    writing: 'being written',
    unused: 'not used',
  } satisfies Record<StepOutcome, string>,
  /** How many had a outcome: `12 pruned`. */
  outcomeCount: ({ count, outcome }: { readonly count: number; readonly outcome: string }) =>
    `${number(count)} ${outcome}`,
  goTo: 'Go to trace',
  of: (count: number) => `of ${number(count)}`,
  go: 'Go',
});
