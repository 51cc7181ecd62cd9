import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { ResultsError, resultsIn, type ResultsPart } from '#lab/sweeps/results-file.ts';
import type { Sweep } from '#lab/sweeps/spec.ts';
import { resultsFailureText } from './sweep-fault-text.ts';
import { UsageError } from './usage-error.ts';

/** Reads a file of results, a line at a time. Throws UsageError, which names the file. */
export async function* resultsOfFile(path: string): AsyncGenerator<ResultsPart, void> {
  await access(path, constants.R_OK);
  try {
    yield* resultsIn(Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>);
  } catch (error) {
    if (error instanceof ResultsError) throw new UsageError(`${path}: ${resultsFailureText(error.failure)}`);
    throw error;
  }
}

/** The sweep that a file of results is of; what came of it is not read. Throws UsageError. */
export async function sweepOfResults(path: string): Promise<Sweep | null> {
  for await (const part of resultsOfFile(path)) if (part.kind === 'sweep') return part.sweep;
  return null;
}
