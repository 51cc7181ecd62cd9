import type { Drawn } from '../../policy/session/draw.ts';

export interface MostLikely {
  readonly drawn: Drawn;
  /** The share of all draws whose answer is the same. */
  readonly likelihood: number;
}

/**
 * The most frequent answer among draws, by its first draw, and how frequent it is: rStar's reward, "the likelihood of
 * self-consistency majority voting" (arXiv 2408.06195, section 3.2). Draws without an answer count as draws only. Of
 * equally frequent answers the one drawn first wins. Null where no draw has an answer.
 */
export function mostLikely(draws: readonly Drawn[], keyOf: (drawn: Drawn) => string | null): MostLikely | null {
  const groups = new Map<string, Drawn[]>();
  for (const drawn of draws) {
    const key = keyOf(drawn);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(drawn);
    else groups.set(key, [drawn]);
  }
  let best: readonly Drawn[] = [];
  for (const group of groups.values()) if (group.length > best.length) best = group;
  const [first] = best;
  return first ? { drawn: first, likelihood: best.length / draws.length } : null;
}
