import type { Aggregation } from '../experiment/verifier.ts';
import { exp, log } from '../policy/runtime/portable-math.ts';
import type { Scored } from '../run/scored.ts';

/** Numbers below it lose their digits one by one, and end at 0. */
const smallestNormal = 2 ** -1022;

/**
 * One number from step scores in [0, 1] (Lightman et al. 2023, arXiv 2305.20050, appendix F, for min and prod). The
 * product is summed as logarithms, and compared by them where it underflows: forty steps of 1e-10 are not worth the same
 * as forty of 1e-9. Without steps: 0.
 */
export function aggregate(steps: readonly number[], aggregation: Aggregation): Scored {
  if (steps.length === 0) return { score: 0 };
  switch (aggregation) {
    case 'min':
      return { score: Math.min(...steps) };
    case 'prod':
      return steps.some((score) => score <= 0) ? { score: 0 } : fromLog(steps.reduce((sum, score) => sum + log(score), 0));
    case 'mean':
      return { score: steps.reduce((sum, score) => sum + score, 0) / steps.length };
    case 'last':
      return { score: steps.at(-1)! };
  }
}

/** What scores add up to in a vote. */
export function sumOf(scored: readonly Scored[]): Scored {
  const score = scored.reduce((sum, one) => sum + one.score, 0);
  const logs = scored.flatMap((one) => one.log ?? []);
  if (score >= smallestNormal || logs.length === 0) return { score };
  const most = Math.max(...logs);
  return { score, log: most + log(logs.reduce((sum, one) => sum + exp(one - most), 0)) };
}

/** A score that counts several times. */
export function times({ score, log: own }: Scored, count: number): Scored {
  return own === undefined ? { score: score * count } : { score: score * count, log: own + log(count) };
}

function fromLog(value: number): Scored {
  const score = exp(value);
  return score >= smallestNormal ? { score } : { score, log: value };
}
