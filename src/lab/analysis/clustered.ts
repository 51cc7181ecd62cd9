import { mean, type Proportion, share } from '../statistics.ts';

/**
 * Mean over problems of a share that each problem has, such as that of its repeats that are right, with a 95% interval in
 * which problems are the clusters: repeats of one problem are no new evidence about other problems (Miller 2024, "Adding
 * error bars to evals", arXiv 2411.00640).
 *
 * The interval is Wilson's at the effective number of trials, p (1 − p) / variance of the mean, which keeps it inside
 * [0, 1] (Korn and Graubard 1998; Franco, Little, Louis and Slud 2019, doi 10.1093/jssam/smy019). That number is as many as
 * there are problems where each has one run, and where all or none is right, since repeats that agree tell nothing of problems
 * that were not asked; otherwise no more than there are observations. It is made smaller by (z / t)², as Korn and Graubard
 * do: of few problems the variance is itself uncertain. `of` counts problems.
 *
 * @param perProblem in [0, 1].
 * @param observations independent ones behind all of them.
 */
export function clusteredShare(
  perProblem: readonly number[],
  observations: number = perProblem.length,
): Proportion {
  const count = perProblem.length;
  if (count === 0) return share(0, 0);
  const centre = Math.min(1, mean(perProblem));
  const squares = perProblem.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  const spread = centre * (1 - centre);
  const trials =
    spread === 0 || count === 1
      ? count
      : Math.max(
          count,
          Math.min(observations, ((spread * count * (count - 1)) / squares) * fewClusters(count - 1)),
        );
  return { ...share(centre * trials, trials), share: centre, of: count };
}

/** (z / t)² of the 97.5% points, t by Abramowitz and Stegun (1964, 26.7.5): 4% off at 2 degrees of freedom, less from there. */
function fewClusters(freedom: number): number {
  const z = 1.959964;
  const t =
    z +
    (z ** 3 + z) / (4 * freedom) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * freedom ** 3);
  return (z / t) ** 2;
}
