/**
 * The regularised incomplete beta function I_x(a, b) for whole a and b of at least 1, which posteriors of counts have: the
 * chance that a Beta(a, b) variable is below x. As the binomial sum (Abramowitz and Stegun, 26.5.6)
 *
 *     I_x(a, b) = sum over j from a to n of C(n, j) x^j (1 - x)^(n - j),   n = a + b - 1,
 *
 * in + - * / alone, so that it has the same bits everywhere.
 */
export function regularisedBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const n = a + b - 1;
  let sum = 0;
  for (let j = a; j <= n; j++) sum += binomialTerm(n, j, x);
  return Math.min(1, sum);
}

/** C(n, j) x^j (1 - x)^(n - j), multiplied up so that no factor grows out of range: rising and falling ones in turn. */
function binomialTerm(n: number, j: number, x: number): number {
  let term = 1;
  let falling = n - j;
  for (let k = 1; k <= j; k++) {
    term *= (x * (n - j + k)) / k;
    while (term > 1 && falling > 0) {
      term *= 1 - x;
      falling -= 1;
    }
  }
  for (; falling > 0; falling--) term *= 1 - x;
  return term;
}
