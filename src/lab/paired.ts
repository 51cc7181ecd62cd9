/** Two ways to answer the same problems: on how many only the one, or only the other, is right. */
export interface Pair {
  readonly onlyFirst: number;
  readonly onlySecond: number;
  /** How likely a split at least as uneven is where neither is better: McNemar's exact test, two-sided. In [0, 1]. */
  readonly p: number;
}

/**
 * Compares outcomes problem by problem. Throws RangeError where they are not of the same problems.
 *
 * @param first whether each problem was answered rightly.
 * @param second the same problems, in the same order.
 */
export function pair(first: readonly boolean[], second: readonly boolean[]): Pair {
  if (first.length !== second.length)
    throw new RangeError(`Outcomes of ${first.length} and of ${second.length} problems cannot be paired.`);
  const onlyFirst = first.filter((right, problem) => right && !second[problem]).length;
  const onlySecond = second.filter((right, problem) => right && !first[problem]).length;
  return { onlyFirst, onlySecond, p: mcNemar(onlyFirst, onlySecond) };
}

/**
 * McNemar's test in its exact form (McNemar 1947; Fagerland, Lydersen and Laake 2013, doi 10.1186/1471-2288-13-91): problems
 * that both or neither solve say nothing, each of the others falls to either side with an even chance. Twice the smaller
 * tail of the binomial distribution, at most 1. Its largest term is made of logarithms, so that thousands do not overflow.
 */
export function mcNemar(onlyFirst: number, onlySecond: number): number {
  const n = onlyFirst + onlySecond;
  const k = Math.min(onlyFirst, onlySecond);
  let logarithm = -n * Math.LN2;
  for (let i = 1; i <= k; i++) logarithm += Math.log((n - k + i) / i);
  let term = 1;
  let sum = 1;
  for (let i = k; i > 0; i--) {
    term *= i / (n - i + 1);
    sum += term;
  }
  return Math.min(1, 2 * Math.exp(logarithm) * sum);
}

/**
 * p-values of several tests, each made so large that a wrong "clear" anywhere among them is as rare as a single test promises
 * (Holm 1979, "A simple sequentially rejective multiple test procedure"). In the order given.
 *
 * @param tests how many there are in all: those that are not made yet count as unclear.
 */
export function holm(ps: readonly number[], tests = ps.length): readonly number[] {
  const corrected = ps.map(() => 0);
  let largest = 0;
  const ranked = ps.map((p, index) => ({ p, index })).toSorted((a, b) => a.p - b.p);
  for (const [rank, { p, index }] of ranked.entries()) {
    largest = Math.max(largest, Math.min(1, (tests - rank) * p));
    corrected[index] = largest;
  }
  return corrected;
}

/** `p = 0.0075`, with two digits that count. */
export function pText(p: number, name = 'p'): string {
  if (p < 0.0001) return `${name} < 0.0001`;
  return `${name} = ${p < 0.1 ? Number(p.toPrecision(2)) : p.toFixed(2)}`;
}
