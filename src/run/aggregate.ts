import { lastItem } from '#experiment/surely.ts';
import type { Aggregation } from '#experiment/verifier.ts';
import { exp, log } from './portable-math.ts';
import type { VerifierReason } from './facts/score-reason.ts';
import type { Score } from './score.ts';
import type { Scored } from './scored.ts';

/** Numbers below it lose their digits one by one, and end at 0. */
const smallestNormal = 2 ** -1022;

/**
 * One number from step scores in [0, 1] (Lightman et al. 2023, arXiv 2305.20050, appendix F, for min and prod). The
 * product is summed as logarithms, and compared by them where it underflows: forty steps of 1e-10 are not worth the same
 * as forty of 1e-9. Null without steps, and where a step that counts was not measured: of min, prod and mean all count,
 * since the missing one might be anything; of last the last.
 */
export function aggregate(all: readonly Score[], aggregation: Aggregation): Scored {
  const counting = aggregation === 'last' ? all.slice(-1) : all;
  const steps = counting.filter((score) => score !== null);
  if (steps.length === 0 || steps.length < counting.length) return { score: null };
  switch (aggregation) {
    case 'min':
      return { score: Math.min(...steps) };
    case 'prod':
      return steps.some((score) => score <= 0)
        ? { score: 0 }
        : fromLog(steps.reduce((sum, score) => sum + log(score), 0));
    case 'mean':
      return { score: steps.reduce((sum, score) => sum + score, 0) / steps.length };
    case 'last':
      return { score: lastItem(steps) };
  }
}

/** A trace's scores as one, and where it comes from. */
export function judge(
  { steps, why }: { readonly steps: readonly Score[]; readonly why: VerifierReason },
  aggregation: Aggregation,
): Scored & { readonly why: VerifierReason } {
  return { ...aggregate(steps, aggregation), why: steps.length === 0 ? { kind: 'nothing-written' } : why };
}

/** What scores add up to in a vote; those that were not measured add nothing. */
export function sumOf(scored: readonly Scored[]): { readonly score: number; readonly log?: number } {
  const score = scored.reduce((sum, one) => sum + (one.score ?? 0), 0);
  const logs = scored.flatMap((one) => one.log ?? []);
  if (score >= smallestNormal || logs.length === 0) return { score };
  const most = Math.max(...logs);
  return { score, log: most + log(logs.reduce((sum, one) => sum + exp(one - most), 0)) };
}

/** A score that counts several times. */
export function times({ score, log: own }: Scored, count: number): Scored {
  if (score === null) return { score };
  return own === undefined ? { score: score * count } : { score: score * count, log: own + log(count) };
}

function fromLog(value: number): Scored {
  const score = exp(value);
  return score >= smallestNormal ? { score } : { score, log: value };
}
