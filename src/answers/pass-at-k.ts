/**
 * Unbiased estimate of pass@k, the chance that k of n samples, drawn without putting back, hold at least one of the `right`
 * ones: 1 − C(n − right, k) / C(n, k) (Chen et al. 2021, arXiv 2107.03374, equation 1), as a product so that no factorial
 * overflows. Throws RangeError for more than were sampled.
 */
export function passAtK(n: number, right: number, k: number): number {
  if (k > n) throw new RangeError(`pass@${k} cannot be estimated from ${n} samples`);
  if (n - right < k) return 1;
  let allWrong = 1;
  for (let i = n - right + 1; i <= n; i++) allWrong *= 1 - k / i;
  return 1 - allWrong;
}
