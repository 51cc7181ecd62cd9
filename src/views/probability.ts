/** From a natural log-probability to a probability in [0, 1]. */
export function probability(logprob: number): number {
  return Math.exp(Math.min(0, logprob));
}

/** Surprisal in bits: 1 bit is a fair coin's worth of surprise. */
export function surprisalBits(logprob: number): number {
  return Math.max(0, -logprob / Math.LN2);
}

/** Class of doubt, 0 (least likely) to 3; null where the model was sure enough that nothing needs saying. */
export function doubtClass(logprob: number | null): 0 | 1 | 2 | 3 | null {
  if (logprob === null) return null;
  const p = probability(logprob);
  if (p >= 0.9) return null;
  if (p >= 0.7) return 3;
  if (p >= 0.5) return 2;
  return p >= 0.25 ? 1 : 0;
}
