import type { RunState } from '#run/state.ts';
import { chosenEnd, type End, endsOf } from '#run/what-happened/ends.ts';
import { traceText } from '#run/trace-text.ts';

/* What can be said of a run by name, each computed from its state. Null where the run has no such thing. */

const graded = (state: RunState, outcome: 'right' | 'wrong'): readonly End[] =>
  endsOf(state).filter(({ grade }) => grade?.outcome === outcome);

/** The highest score among some finished traces. */
const highest = (ends: readonly End[]): number | null =>
  ends.reduce<number | null>(
    (best, { score }) => (score === null ? best : Math.max(best ?? score, score)),
    null,
  );

const shareRight = (state: RunState): number | null => {
  const { length } = endsOf(state);
  return length === 0 ? null : graded(state, 'right').length / length;
};

/** Of a group that is all right or all wrong nothing can be said: it has no deviation to divide by. */
const ofShare = (state: RunState, read: (share: number) => number): number | null => {
  const share = shareRight(state);
  return share === null || share === 0 || share === 1 ? null : read(share);
};

const difficultyOf = ({ decisions }: RunState) =>
  decisions.map(({ decision }) => decision).find((one) => one.kind === 'difficulty');

type Fact<Value> = (state: RunState) => Value | null;
const text = (read: Fact<string>): Fact<string> => read;
const amount = (read: Fact<number>): Fact<number> => read;

export const facts = {
  /** The answer that was chosen, as it is shown. */
  answer: text(({ chosen }) => chosen?.answer?.display ?? null),
  /** `right`, `wrong` or `ungraded`, of the run. */
  outcome: text(({ grade }) => grade?.outcome ?? null),
  /** Finished traces, or finished paths of a search. */
  traces: amount((state) => endsOf(state).length),
  right: amount((state) => graded(state, 'right').length),
  wrong: amount((state) => graded(state, 'wrong').length),
  /** The first trace alone: what there would be without all others. */
  first: text((state) => endsOf(state)[0]?.answer?.display ?? null),
  firstOutcome: text((state) => endsOf(state)[0]?.grade?.outcome ?? null),
  /** Votes for the answer that won, and for the one after it; all votes. */
  votes: amount(({ votes }) => votes[0]?.votes ?? null),
  second: text(({ votes }) => votes[1]?.display ?? null),
  secondVotes: amount(({ votes }) => votes[1]?.votes ?? null),
  voters: amount(({ ballots }) => (ballots.length === 0 ? null : ballots.length)),
  answers: amount(({ votes }) => (votes.length === 0 ? null : votes.length)),
  /** The verifier's score of what was chosen, and the best it gave to a right and to a wrong one. */
  score: amount((state) => chosenEnd(state, endsOf(state))?.score ?? null),
  bestRight: amount((state) => highest(graded(state, 'right'))),
  bestWrong: amount((state) => highest(graded(state, 'wrong'))),
  /** Of a search. */
  nodes: amount(({ tree }) => (tree.length === 0 ? null : tree.length)),
  simulations: amount(({ simulations }) => (simulations.run === 0 ? null : simulations.run)),
  /** Of one trace: forced "Wait"s, and its answer before the first and after the last. */
  waits: amount(({ sequences }) => sequences[0]?.forcedWaits ?? null),
  before: text(({ sequences }) => sequences[0]?.rounds[0]?.answer?.display ?? null),
  after: text(({ sequences }) => sequences[0]?.rounds.at(-1)?.answer?.display ?? null),
  /** "Wait"s in the first trace, its own and forced ones, and whether a check in it says "fix". */
  said: amount(({ sequences }) => sequences[0]?.waits ?? null),
  saidFix: amount(({ sequences }) =>
    sequences[0] ? traceText(sequences[0].tokens).split(' fix').length - 1 : null,
  ),
  /** Of a group of whole traces, with a reward of 1 for a right answer and 0 for any other: GRPO's numbers. */
  meanReward: amount((state) => shareRight(state)),
  deviation: amount((state) => ofShare(state, (share) => Math.sqrt(share * (1 - share)))),
  worthRight: amount((state) => ofShare(state, (share) => Math.sqrt((1 - share) / share))),
  worthWrong: amount((state) => ofShare(state, (share) => -Math.sqrt(share / (1 - share)))),
  /** Right traces that thought before they answered. */
  rightThinkers: amount(
    ({ sequences }) =>
      sequences.filter(({ grade, thoughtTokens }) => grade?.outcome === 'right' && thoughtTokens > 0).length,
  ),
  /** Traces whose first step got a score above 0, and a later one none. */
  slipsSeen: amount(
    ({ sequences }) =>
      sequences.filter(({ score }) => (score?.steps[0] ?? 0) > 0 && score?.steps.some((one) => one === 0))
        .length,
  ),
  /** Of compute-optimal: what the problem looks like, and the numbers that said so. */
  difficulty: text((state) => difficultyOf(state)?.looks ?? null),
  agreement: amount((state) => difficultyOf(state)?.agreement ?? null),
  meanScore: amount((state) => difficultyOf(state)?.mean ?? null),
  ease: amount((state) => difficultyOf(state)?.ease ?? null),
  /** Tokens drawn in all, those that are in no trace too, such as answers asked for on the way. */
  spent: amount(({ usage, tokens }) => Math.max(usage.decodedTokens, tokens)),
  /** Tokens drawn in all, and tokens of thought of the first trace. */
  tokens: amount(({ tokens }) => tokens),
  thought: amount(({ sequences }) => sequences[0]?.thoughtTokens ?? null),
} as const;

export type FactName = keyof typeof facts;

/** What a page's sentences are given: the facts that it declares, all of them there. */
export type RunFacts = { readonly [Name in FactName]: NonNullable<ReturnType<(typeof facts)[Name]>> };

/** The facts of a run by name; null where one of them is missing. */
export function readFacts<Name extends FactName>(
  names: readonly Name[],
  state: RunState,
): Pick<RunFacts, Name> | null {
  const read = names.map((name) => [name, facts[name](state)] as const);
  if (read.some(([, value]) => value === null)) return null;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every name has its value, none of them null
  return Object.fromEntries(read) as Pick<RunFacts, Name>;
}
