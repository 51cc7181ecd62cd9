export interface MostFrequent<One> {
  readonly one: One;
  /** The share of all whose answer is the same. */
  readonly likelihood: number;
}

/**
 * The most frequent answer among draws, by its first draw, and how frequent it is: rStar's reward, "the likelihood of
 * self-consistency majority voting" (arXiv 2408.06195, section 3.2). Draws without an answer count as draws only. Of
 * equally frequent answers the one drawn first wins. Null where no draw has an answer.
 */
export function mostFrequent<One>(
  draws: readonly One[],
  keyOf: (one: One) => string | null,
): MostFrequent<One> | null {
  const groups = new Map<string, One[]>();
  for (const one of draws) {
    const key = keyOf(one);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  let best: readonly One[] = [];
  for (const group of groups.values()) if (group.length > best.length) best = group;
  const [first] = best;
  return first === undefined ? null : { one: first, likelihood: best.length / draws.length };
}
