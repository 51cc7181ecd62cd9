/** A share with its 95% interval. All three in [0, 1]. */
export interface Proportion {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly of: number;
}

/** 97.5% point of the standard normal distribution. */
const z = 1.959964;

/**
 * Share of successes with the Wilson score interval (Wilson 1927; Brown, Cai and DasGupta 2001, section 3.1.1), which
 * stays inside [0, 1] and holds for few trials and shares near 0 or 1.
 *
 * @param successes may be fractional where a trial's outcome is itself a mean.
 */
export function share(successes: number, trials: number): Proportion {
  if (trials === 0) return { share: 0, low: 0, high: 1, of: 0 };
  const p = successes / trials;
  const centre = p + (z * z) / (2 * trials);
  const spread = z * Math.sqrt((p * (1 - p)) / trials + (z * z) / (4 * trials * trials));
  const scale = 1 + (z * z) / trials;
  return {
    share: p,
    low: Math.max(0, (centre - spread) / scale),
    high: Math.min(1, (centre + spread) / scale),
    of: trials,
  };
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** `63% (57–69)` */
export function shareText({ share: p, low, high }: Proportion): string {
  const percent = (value: number) => (value * 100).toFixed(0);
  return `${percent(p)}% (${percent(low)}–${percent(high)})`;
}
