import { access, open, rename, rm } from 'node:fs/promises';
import { shapeOf } from '#lab/sweeps/cells.ts';
import { problemsOf } from '#lab/sweeps/problems.ts';
import { headerLine, resultLine, type SweepResult } from '#lab/sweeps/results-file.ts';
import { larger, measurementOf } from '#lab/sweeps/results.ts';
import { RunsThere } from '#lab/sweeps/runs-there.ts';
import type { Cell, Sweep } from '#lab/sweeps/spec.ts';
import { mergeCommandWords, sweepCommandWords } from '#words/en/sweep-commands.ts';
import { resultsOfFile, sweepOfResults } from './results-of-file.ts';
import { summaryTable } from './sweep-summary.ts';
import { SweepTally } from './sweep-tally.ts';
import { UsageError } from './usage-error.ts';

/**
 * Joins files of one sweep, as shards leave them, into a new one with each run once, and prints the table of the whole. Says what
 * is missing. Files are gone through line by line, twice: nothing is written before all of them are known to be good. Returns
 * the exit code: 0 when all runs are there and ended, else 1. Throws UsageError.
 */
export async function mergeCommand([out, ...files]: readonly string[]): Promise<number> {
  if (out === undefined || files.length === 0) throw new UsageError(mergeCommandWords.name);
  if (await isThere(out)) throw new UsageError(mergeCommandWords.fileThere(out));
  const sweep = await sweepOfAll(files);
  const { problems } = await problemsOf(sweep.problems);
  const shape = shapeOf(sweep, problems.length);
  const there = new RunsThere(shape);
  for await (const result of resultsOfAll(files)) there.see(result);
  const tally = new SweepTally(shape);
  await write(out, sweep, files, (result) => {
    const kept = there.take(result);
    if (kept) tally.add(result);
    return kept;
  });
  console.log(summaryTable(sweep, tally.cells));
  const missing = [...there.missing()];
  if (missing.length > 0) console.error(mergeCommandWords.missing({ ...inShort(missing), file: out }));
  const failed = tally.cells.filter(({ outcome }) => outcome.failure).length;
  if (failed > 0) console.error(sweepCommandWords.failed(failed));
  return missing.length > 0 || failed > 0 ? 1 : 0;
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** The sweep that files are of, as large as the largest says. Throws UsageError, which names those of another. */
async function sweepOfAll(files: readonly string[]): Promise<Sweep> {
  let all: Sweep | null = null;
  const others: string[] = [];
  for (const file of files) {
    const sweep = await sweepOfResults(file);
    if (!sweep) continue;
    if (!all) all = sweep;
    else if (measurementOf(sweep) === measurementOf(all)) all = larger(all, sweep);
    else others.push(file);
  }
  if (others.length > 0)
    throw new UsageError(mergeCommandWords.otherSweep({ files: others, first: files[0] ?? '' }));
  if (!all) throw new UsageError(mergeCommandWords.name);
  return all;
}

async function* resultsOfAll(files: readonly string[]): AsyncGenerator<SweepResult, void> {
  for (const file of files)
    for await (const part of resultsOfFile(file)) if (part.kind === 'result') yield part.result;
}

/** Writes a new file, which has its name once it is whole. */
async function write(
  out: string,
  sweep: Sweep,
  files: readonly string[],
  isKept: (result: SweepResult) => boolean,
): Promise<void> {
  const fresh = `${out}.new`;
  const file = await open(fresh, 'w');
  try {
    await file.write(headerLine(sweep));
    for await (const result of resultsOfAll(files)) if (isKept(result)) await file.write(resultLine(result));
    await file.close();
    await rename(fresh, out);
  } catch (error) {
    await file.close();
    await rm(fresh, { force: true });
    throw error;
  }
}

/** How many runs are missing, and of which problems, counted from 1. */
function inShort(missing: readonly Cell[]) {
  const problems = new Set(missing.map(({ problem }) => problem + 1));
  return { runs: missing.length, problems: [...problems].toSorted((a, b) => a - b) };
}
