import type { Strategy } from '#experiment/experiment.ts';
import type { RunEvent } from '../events.ts';
import type { SequenceLabel } from '../facts/label.ts';
import type { Score } from '../score.ts';
import { type RunState, type Sequence, sequenceOf } from '../state.ts';

/** What a run is doing at a cursor. */
export type Doing =
  | { readonly kind: 'asking' }
  | { readonly kind: 'thinking' }
  | { readonly kind: 'answering'; readonly thought: boolean }
  /** Several traces: how many have ended, of how many there will be where that is known, and who leads the vote. */
  | {
      readonly kind: 'drawing';
      readonly ended: number;
      readonly of: number | null;
      readonly leader: Leader;
    }
  | { readonly kind: 'voting'; readonly cast: number; readonly of: number; readonly leader: Leader }
  | { readonly kind: 'scoring'; readonly scored: number; readonly of: number; readonly best: Score }
  /** Thinking that goes on after forced words. */
  | { readonly kind: 'waiting'; readonly forced: number; readonly of: number; readonly tokens: number }
  | {
      readonly kind: 'attempting';
      readonly attempt: number;
      readonly of: number;
      readonly answer: string | null;
    }
  | {
      readonly kind: 'searching';
      readonly nodes: number;
      readonly ends: number;
      readonly simulations: { readonly run: number; readonly of: number } | null;
    }
  | { readonly kind: 'chosen'; readonly answer: string | null };

type Leader = { readonly answer: string; readonly votes: number } | null;

export interface WhatNow {
  readonly doing: Doing;
  /** The trace that wrote last, of several: how far it has come. */
  readonly current: {
    readonly label: SequenceLabel;
    readonly tokens: number;
    readonly part: 'thought' | 'answer' | 'ended';
  } | null;
}

/** What a run that goes on is doing; `last` is the event at the cursor. Null before the run began and after its end. */
export function whatNow(state: RunState, last: RunEvent | null): WhatNow | null {
  if (state.status !== 'running' || !state.experiment) return null;
  return { doing: doingOf(state, state.experiment.strategy), current: currentOf(state, last) };
}

function doingOf(state: RunState, strategy: Strategy): Doing {
  const { chosen, sequences, votes, ballots } = state;
  if (chosen) return { kind: 'chosen', answer: chosen.answer?.display ?? null };
  if (sequences.every(({ tokens }) => tokens.length === 0)) return { kind: 'asking' };
  if (state.tree.length > 0) return searching(state, strategy);
  if (strategy.kind === 'revision') return attempting(sequences, strategy);
  const whole = sequences.filter(
    ({ from, label }) => from === null && (label.kind === 'trace' || label.kind === 'only-trace'),
  );
  const [only] = whole;
  if (only && whole.length === 1 && expected(strategy) === null) return ofOnly(only, strategy);
  const traces = whole.filter(({ extracted, end }) => extracted || end === null);
  const ended = traces.filter(({ end }) => end !== null).length;
  const scored = traces.filter(({ score }) => score !== null);
  const [first] = votes;
  const leader = first ? { answer: first.display, votes: first.votes } : null;
  if (scored.length > 0) {
    const scores = scored.flatMap(({ score }) => score?.score ?? []);
    return {
      kind: 'scoring',
      scored: scored.length,
      of: traces.length,
      best: scores.length === 0 ? null : Math.max(...scores),
    };
  }
  if (ended === traces.length && ballots.length > 0)
    return { kind: 'voting', cast: ballots.length, of: traces.length, leader };
  return { kind: 'drawing', ended, of: expected(strategy), leader };
}

/** Traces that there will be; null where there is one, or that is decided on the way. */
function expected(strategy: Strategy): number | null {
  switch (strategy.kind) {
    case 'self-consistency':
    case 'best-of-n':
    case 'adaptive-consistency':
      return strategy.samples;
    case 'compute-optimal':
      return strategy.probe;
    default:
      return null;
  }
}

function ofOnly({ answerTokens, forcedWaits, thoughtTokens }: Sequence, strategy: Strategy): Doing {
  if (answerTokens > 0) return { kind: 'answering', thought: thoughtTokens > 0 };
  return strategy.kind === 'budget-forcing' && forcedWaits > 0
    ? { kind: 'waiting', forced: forcedWaits, of: strategy.waits, tokens: thoughtTokens }
    : { kind: 'thinking' };
}

function attempting(
  sequences: readonly Sequence[],
  { rounds }: Extract<Strategy, { readonly kind: 'revision' }>,
): Doing {
  const attempts = sequences.flatMap(({ label }) => (label.kind === 'attempt' ? [label.attempt] : []));
  const answer = sequences.findLast((one) => one.answer)?.answer?.display ?? null;
  return { kind: 'attempting', attempt: Math.max(1, ...attempts), of: rounds, answer };
}

function searching(state: RunState, strategy: Strategy): Doing {
  const of =
    strategy.kind === 'mcts' ? strategy.simulations : strategy.kind === 'rstar' ? strategy.rollouts : null;
  return {
    kind: 'searching',
    nodes: state.tree.length - 1,
    ends: state.tree.filter(({ end }) => end === 'terminal').length,
    simulations: of === null ? null : { run: state.simulations.run, of },
  };
}

function currentOf(state: RunState, last: RunEvent | null): WhatNow['current'] {
  const one =
    last && 'sequence' in last && last.sequence !== null ? sequenceOf(state, last.sequence) : undefined;
  if (!one || one.tokens.length === 0 || one.label.kind === 'only-trace') return null;
  const part = one.end !== null ? 'ended' : one.answerTokens > 0 ? 'answer' : 'thought';
  return { label: one.label, tokens: one.tokens.length, part };
}
