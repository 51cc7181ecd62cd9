import type { Aggregation } from '../experiment/verifier.ts';
import { exp, log } from '../policy/runtime/portable-math.ts';

/**
 * One number from step scores in [0, 1] (Lightman et al. 2023, arXiv 2305.20050, appendix F, for min and prod). The
 * product is summed as logarithms, so that long traces do not underflow. Without steps: 0.
 */
export function aggregate(steps: readonly number[], aggregation: Aggregation): number {
  if (steps.length === 0) return 0;
  switch (aggregation) {
    case 'min':
      return Math.min(...steps);
    case 'prod':
      return steps.some((score) => score <= 0) ? 0 : exp(steps.reduce((sum, score) => sum + log(score), 0));
    case 'mean':
      return steps.reduce((sum, score) => sum + score, 0) / steps.length;
    case 'last':
      return steps.at(-1)!;
  }
}
