import type { ResampledPoint } from './resample.ts';

/** Where more candidates stop helping a choice by scores. */
export interface OverOptimisation {
  /** The number of samples with which most is solved. */
  readonly peak: number;
  /** What is solved there, and with the most samples. */
  readonly atPeak: number;
  readonly atMost: number;
  /** Fewer are solved with the most samples than chance explains: the intervals do not touch. */
  readonly clear: boolean;
  /** What an oracle finds among the most samples, which the verifier had before it. */
  readonly oracle: number;
}

/**
 * The more candidates, the more often a wrong one that a verifier likes is among them (Cobbe et al. 2021, arXiv 2110.14168; Gao,
 * Schulman and Hilton 2022, arXiv 2210.10760). Null where nothing was scored.
 */
export function overOptimisation(points: readonly ResampledPoint[]): OverOptimisation | null {
  const last = points.at(-1);
  if (!last?.solved.best || !last.solved.pass) return null;
  const best = points
    .flatMap(({ k, solved }) => (solved.best ? [{ k, ...solved.best }] : []))
    .reduce((most, point) => (point.share > most.share ? point : most));
  return {
    peak: best.k,
    atPeak: best.share,
    atMost: last.solved.best.share,
    clear: last.solved.best.high < best.low,
    oracle: last.solved.pass.share,
  };
}
