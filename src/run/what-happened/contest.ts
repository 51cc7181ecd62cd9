import { higherFirst } from '../scored.ts';
import { type RunState, sequenceOf } from '../state.ts';

/** How close a choice by the highest score was, among the traces that could win it. */
export interface Contest {
  /** Others with the very same score: of these the first was taken. */
  readonly tied: number;
  /** The highest score below it; null where there is none. */
  readonly next: number | null;
}

/** Of a run whose answer was chosen by the highest score of a trace; null of any other. */
export function contestOf(state: RunState): Contest | null {
  const { chosen, sequences } = state;
  if (chosen?.by.rule !== 'best-score') return null;
  const winner = sequenceOf(state, chosen.by.sequence);
  if (!winner?.score) return null;
  const own = winner.score;
  const others = sequences.flatMap(({ answer, score }) =>
    answer && score && score.score !== null && score !== own ? [score] : [],
  );
  const below = others.filter((other) => higherFirst(own, other) < 0).flatMap(({ score }) => score ?? []);
  return {
    tied: others.filter((other) => higherFirst(own, other) === 0).length,
    next: below.length > 0 ? Math.max(...below) : null,
  };
}
