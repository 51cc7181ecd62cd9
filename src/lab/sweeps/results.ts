import { canonicalText } from '../same-computation.ts';
import { cellNumber, shapeOf } from './cells.ts';
import { ResultsError, type ResultsFailure, resultsIn, type SweepResult } from './results-file.ts';
import { problemsAskedFor, type Sweep } from './spec.ts';

/** A sweep and what is there of it. */
export interface SweepResults {
  readonly sweep: Sweep;
  /** In the order in which runs are done, each once. */
  readonly results: readonly SweepResult[];
}

export type ReadResults =
  | (SweepResults & {
      readonly ok: true;
      /** The last line was not written whole, and is left out. */
      readonly cut: boolean;
    })
  | { readonly ok: false; readonly failure: ResultsFailure };

/** Reads a whole file of results. Never rejects: whatever it is given, the outcome is a value. */
export async function readResults(bytes: ReadableStream<Uint8Array>): Promise<ReadResults> {
  let sweep: Sweep | null = null;
  let cut = false;
  const results: SweepResult[] = [];
  try {
    for await (const part of resultsIn(bytes)) {
      if (part.kind === 'sweep') ({ sweep } = part);
      else if (part.kind === 'cut') cut = true;
      else results.push(part.result);
    }
  } catch (error) {
    if (error instanceof ResultsError) return { ok: false, failure: error.failure };
    throw error;
  }
  return sweep
    ? { ok: true, sweep, results: eachOnce(sweep, results), cut }
    : { ok: false, failure: { code: 'no-results-file' } };
}

/**
 * What two sweeps measure, as text: sweeps with the same text have the same runs, one perhaps more of them. How many problems
 * of a held-out set, how many repeats, and what a person calls them makes no difference.
 */
export function measurementOf({ problems, arms, tokens }: Sweep): string {
  return canonicalText({
    problems:
      problems.kind === 'own' ? problems.problems : { family: problems.family, set: problems.set ?? 'usual' },
    arms: arms.map(({ model, strategy, sampling, tokens: own = tokens }) => ({
      model,
      strategy,
      sampling,
      tokens: own,
    })),
  });
}

/**
 * The results of two files together, as large as the larger of the two; null where they do not measure the same. Of a run that
 * both have the first's outcome stays, unless it failed.
 */
export function mergedResults(first: SweepResults, second: SweepResults): SweepResults | null {
  if (measurementOf(first.sweep) !== measurementOf(second.sweep)) return null;
  const sweep = larger(first.sweep, second.sweep);
  return { sweep, results: eachOnce(sweep, [...first.results, ...second.results]) };
}

/** The first sweep, with as many problems and repeats as the one that has more. */
export function larger(first: Sweep, second: Sweep): Sweep {
  const problems =
    first.problems.kind === 'held-out'
      ? {
          ...first.problems,
          count: Math.max(first.problems.count, problemsAskedFor(second.problems)),
        }
      : first.problems;
  return { ...first, problems, repeats: Math.max(first.repeats, second.repeats) };
}

/** Each run once: its first outcome, unless it failed and was done again. */
function eachOnce(sweep: Sweep, results: readonly SweepResult[]): readonly SweepResult[] {
  const shape = shapeOf(sweep, problemsAskedFor(sweep.problems));
  const once = new Map<number, SweepResult>();
  for (const result of results) {
    const number = cellNumber(shape, result.cell);
    if (number !== null && (!once.has(number) || once.get(number)?.outcome.failure)) once.set(number, result);
  }
  return [...once].toSorted(([a], [b]) => a - b).map(([, result]) => result);
}
