import { closeSync, createReadStream, createWriteStream, openSync, writeSync } from 'node:fs';
import { appendFile, open, rename, stat, truncate, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { larger, measurementOf } from '#lab/sweeps/results.ts';
import { headerLine, resultLine, type SweepResult } from '#lab/sweeps/results-file.ts';
import type { Sweep } from '#lab/sweeps/spec.ts';
import { sweepCommandWords } from '#words/en/sweep-commands.ts';
import { resultsOfFile } from './results-of-file.ts';
import { UsageError } from './usage-error.ts';

/** A file of results that grows, line by line, while a sweep runs. */
export interface SweepOutput {
  /** What is run: what was asked for, or what the file holds where that is more. */
  readonly sweep: Sweep;
  /** Handed to the file system before it returns, so that a process that ends loses nothing. */
  readonly append: (result: SweepResult) => void;
  readonly close: () => void;
}

/**
 * Opens the file of a sweep. Rejects with UsageError where it is there already and may not be gone on with.
 *
 * @param asked null where the file itself is to say which sweep it is of.
 * @param resume goes on with a file that is there.
 * @param onResult is told what the file holds already, one after the other.
 */
export async function openOutput(
  path: string,
  asked: Sweep | null,
  resume: boolean,
  onResult: (result: SweepResult) => void,
): Promise<SweepOutput> {
  const there = await stat(path).catch(() => null);
  if (there && !resume) throw new UsageError(sweepCommandWords.fileThere(path));
  if (!there && !asked) throw new UsageError(sweepCommandWords.nothingAsked);
  const sweep = there ? await goOn(path, asked, onResult) : asked;
  if (!sweep) throw new UsageError(sweepCommandWords.nothingAsked);
  // Of two commands that start with one file at once, one has it.
  if (!there) await writeFile(path, headerLine(sweep), { flag: 'wx' });
  const file = openSync(path, 'a');
  return {
    sweep,
    append: (result) => void writeSync(file, resultLine(result)),
    close: () => closeSync(file),
  };
}

/** Reads what is there, and leaves the file so that lines can be added: whole, and with a header of as much as is asked for. */
async function goOn(
  path: string,
  asked: Sweep | null,
  onResult: (result: SweepResult) => void,
): Promise<Sweep> {
  let [kept, headerEnd, end] = [asked, 0, 0];
  for await (const part of resultsOfFile(path)) {
    if (part.kind === 'cut') continue;
    ({ end } = part);
    if (part.kind === 'result') onResult(part.result);
    else {
      if (asked && measurementOf(asked) !== measurementOf(part.sweep))
        throw new UsageError(sweepCommandWords.otherSweep(path));
      kept = asked ? larger(asked, part.sweep) : part.sweep;
      headerEnd = end;
    }
  }
  if (!kept) throw new UsageError(sweepCommandWords.nothingAsked);
  await truncate(path, end);
  await endLine(path, end);
  await writeHeader(path, headerLine(kept), headerEnd);
  return kept;
}

/** A last line that is whole but for its end gets it. */
async function endLine(path: string, end: number): Promise<void> {
  if ((await bytesAt(path, end - 1, 1)) !== '\n') await appendFile(path, '\n');
}

async function bytesAt(path: string, from: number, count: number): Promise<string> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(count), 0, count, from);
    return buffer.toString();
  } finally {
    await file.close();
  }
}

/** Puts a header in the place of the old one: into a new file, which takes the old one's place once it is whole. */
async function writeHeader(path: string, header: string, from: number): Promise<void> {
  if ((await bytesAt(path, 0, from)) === header) return;
  const fresh = `${path}.new`;
  await writeFile(fresh, header);
  await pipeline(createReadStream(path, { start: from }), createWriteStream(fresh, { flags: 'a' }));
  await rename(fresh, path);
}
