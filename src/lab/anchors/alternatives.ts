import type { Rollout } from '../rollouts/rollouts.ts';
import { sameStep } from './same-step.ts';

/** What was written in a step's place, and what came of it. */
export interface Alternative {
  /** As it was first written; empty where the thought ended instead. */
  readonly text: string;
  /** By which a thought goes on from it. */
  readonly thought: string;
  /** It says what the trace's own step says. */
  readonly same: boolean;
  readonly count: number;
  /** Of those, how many ended right; null where nobody knows. */
  readonly right: number | null;
  /** The commonest answer of these, and how many came to it; null where none gave one. */
  readonly answer: { readonly display: string; readonly count: number } | null;
}

/** The steps that were written in one step's place, most common first. @param step the trace's own, as a person reads it. */
export function alternativesTo(step: string, rollouts: readonly Rollout[]): readonly Alternative[] {
  const byMeaning = new Map<string, Rollout[]>();
  for (const rollout of rollouts) {
    const meaning = sameStep(rollout.next);
    const known = byMeaning.get(meaning);
    if (known) known.push(rollout);
    else byMeaning.set(meaning, [rollout]);
  }
  const own = sameStep(step);
  return [...byMeaning]
    .map(([meaning, alike]): Alternative => ({
      text: alike[0]?.next ?? '',
      thought: alike[0]?.thought ?? '',
      same: meaning === own,
      count: alike.length,
      right: alike.every(({ right }) => right !== null) ? alike.filter(({ right }) => right).length : null,
      answer: commonest(alike),
    }))
    .toSorted((a, b) => b.count - a.count);
}

function commonest(rollouts: readonly Rollout[]): Alternative['answer'] {
  const counts = new Map<string, { readonly display: string; readonly count: number }>();
  for (const { answer } of rollouts)
    if (answer)
      counts.set(answer.key, { display: answer.display, count: (counts.get(answer.key)?.count ?? 0) + 1 });
  return [...counts.values()].reduce<Alternative['answer']>(
    (best, one) => (best && best.count >= one.count ? best : one),
    null,
  );
}
