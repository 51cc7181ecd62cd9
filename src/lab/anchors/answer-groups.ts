import type { Rollout } from '../rollouts/rollouts.ts';

/** Answers that count as one, so that distributions over few of them can be compared. */
export type AnswerGroup =
  /** One answer. */
  | {
      readonly kind: 'answer';
      readonly key: string;
      readonly display: string;
      readonly right: boolean | null;
    }
  /** All right ones, where answers that differ can all be right. */
  | { readonly kind: 'right'; readonly right: true }
  /** Those that few rollouts came to, taken together. */
  | { readonly kind: 'rare'; readonly answers: number; readonly right: null }
  | { readonly kind: 'none'; readonly right: false };

export interface AnswerGroups {
  readonly groups: readonly AnswerGroup[];
  /** The place of a rollout's group in the list. */
  readonly of: (rollout: Rollout) => number;
}

/** More answers than this cannot be told apart in a picture, nor their shares estimated from a few dozen rollouts. */
export const mostAnswers = 5;

/**
 * The answers of some rollouts: right ones first, then by how many came to them, rare ones together, no answer last.
 *
 * @param manyAnswers whether answers that differ can all be right.
 */
export function answerGroups(rollouts: readonly Rollout[], manyAnswers: boolean): AnswerGroups {
  const counts = new Map<string, { readonly rollout: Rollout; count: number }>();
  for (const rollout of rollouts) {
    if (!rollout.answer || (manyAnswers && rollout.right)) continue;
    const known = counts.get(rollout.answer.key);
    if (known) known.count += 1;
    else counts.set(rollout.answer.key, { rollout, count: 1 });
  }
  const ordered = [...counts.entries()].toSorted(
    ([, a], [, b]) =>
      Number(b.rollout.right ?? false) - Number(a.rollout.right ?? false) || b.count - a.count,
  );
  const rare = ordered.length - mostAnswers;
  const groups: AnswerGroup[] = [
    ...(manyAnswers && rollouts.some(({ right }) => right) ? [{ kind: 'right', right: true } as const] : []),
    ...ordered.slice(0, mostAnswers).map(([key, { rollout }]): AnswerGroup => ({
      kind: 'answer',
      key,
      display: rollout.answer?.display ?? key,
      right: rollout.right,
    })),
    ...(rare > 0 ? [{ kind: 'rare', answers: rare, right: null } as const] : []),
    ...(rollouts.some(({ answer }) => !answer) ? [{ kind: 'none', right: false } as const] : []),
  ];
  const placeOf = (kind: AnswerGroup['kind']) => groups.findIndex((group) => group.kind === kind);
  const byKey = new Map(
    groups.flatMap((group, place) => (group.kind === 'answer' ? [[group.key, place] as const] : [])),
  );
  const [right, rest, none] = [placeOf('right'), placeOf('rare'), placeOf('none')];
  return {
    groups,
    of: (rollout) =>
      !rollout.answer ? none : manyAnswers && rollout.right ? right : (byKey.get(rollout.answer.key) ?? rest),
  };
}

/** How many are in each group. */
export function countsOf(places: readonly number[], groups: number): readonly number[] {
  const counts = Array.from({ length: groups }, () => 0);
  for (const place of places) counts[place] = (counts[place] ?? 0) + 1;
  return counts;
}
