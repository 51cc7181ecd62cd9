import type { Aggregation } from '#experiment/verifier.ts';
import { aggregate } from '#run/aggregate.ts';
import type { RunState, Sequence, TraceScore } from '#run/state.ts';
import { groupVotes } from '#run/votes.ts';
import { chooseBest, chooseByWeight, type Choice, type Voter, voteUnjudged } from './choose.ts';

/**
 * A way to choose among traces that have been drawn: each has one vote, or a vote that weighs as much as its score, or the
 * best-scored one wins. Scores of steps are made into one in four ways.
 */
export type WayToChoose = 'majority' | `${'weighted' | 'best'}-${Aggregation}`;

/** By a trace's last score, its lowest, the product of all or their mean. */
const aggregations: readonly Aggregation[] = ['last', 'min', 'prod', 'mean'];

/** Whole traces, drawn independently of each other, in which an answer was looked for. */
export const choosableTraces = ({ sequences }: RunState): readonly Sequence[] =>
  sequences.filter(({ label, from, extracted }) => label.kind === 'trace' && from === null && extracted);

/** How many step scores the most-scored trace of a run has; 0 where the log holds no scores. */
const mostSteps = (traces: readonly Sequence[]): number =>
  Math.max(0, ...traces.map(({ score }) => score?.steps.filter((step) => step !== null).length ?? 0));

/**
 * The ways to choose among a run's traces that its log has all numbers for. Without scores that is the vote alone; where a
 * trace has one score, however it is made of steps comes to the same.
 */
export function waysToChoose(state: RunState): readonly WayToChoose[] {
  const traces = choosableTraces(state);
  if (traces.length < 2) return [];
  const steps = mostSteps(traces);
  if (steps === 0) return ['majority'];
  return [
    'majority',
    ...(steps === 1 ? aggregations.slice(0, 1) : aggregations).flatMap((aggregation) => [
      `weighted-${aggregation}` as const,
      `best-${aggregation}` as const,
    ]),
  ];
}

/** How a way to choose makes one score of a trace's steps; null where it reads none. */
export const aggregationOf = (way: WayToChoose): Aggregation | null =>
  aggregations.find((one) => way.endsWith(`-${one}`)) ?? null;

/**
 * The run as it would stand had its traces been chosen from in another way: computed from the answers and scores that the
 * log holds, with no model asked again. Until the run itself has chosen there is no choice.
 */
export function chosenAgain(state: RunState, way: WayToChoose): RunState {
  const aggregation = aggregationOf(way);
  const sequences = aggregation
    ? state.sequences.map(({ score, ...rest }) => ({ ...rest, score: score && scoredBy(score, aggregation) }))
    : state.sequences;
  const seen: RunState = { ...state, sequences };
  const traces = choosableTraces(seen);
  const ballots = traces.flatMap(({ sequence, answer }) => (answer ? [{ sequence, answer }] : []));
  const chosen = state.chosen && choose(way, traces);
  const key = chosen?.answer?.key;
  return {
    ...seen,
    ballots,
    votes: groupVotes(ballots),
    chosen,
    // The runner graded every trace; equal answers have one grade.
    grade: (key !== undefined && traces.find(({ answer }) => answer?.key === key)?.grade) || null,
  };
}

/** The score anew, without what a product left of the one before. */
function scoredBy({ steps, verifier, why }: TraceScore, aggregation: Aggregation): TraceScore {
  return { steps, verifier, why, aggregation, ...aggregate(steps, aggregation) };
}

/** Traces with their answers and last scores, as choices are made by them. */
export const votersOf = (traces: readonly Sequence[]): readonly Voter[] =>
  traces.map(({ sequence, answer, score }) => ({
    sequence,
    answer,
    score: score?.score ?? null,
    ...(score?.log === undefined ? {} : { log: score.log }),
  }));

function choose(way: WayToChoose, traces: readonly Sequence[]): Choice {
  const voters = votersOf(traces);
  if (way === 'majority') return voteUnjudged(voters);
  return way.startsWith('weighted') ? chooseByWeight(voters) : chooseBest(voters);
}
