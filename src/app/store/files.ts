import { familySheet } from '#experiment/families.ts';
import type { Failure, LogEntry } from '#run/events.ts';
import { saveRun } from '#run/export.ts';
import type { ImportedRun } from '#run/import.ts';
import { toFailure } from '#policy/policy-error.ts';
import { explainMissing } from '#worker/new-version.ts';
import { fetchPart } from '../fetch-part.ts';

/** A file to be saved. */
export interface RunFile {
  readonly name: string;
  readonly content: Blob;
}

export type WrittenRun =
  | {
      readonly ok: true;
      readonly file: RunFile;
      /** Without the tokens that were not taken. */
      readonly inPart: boolean;
    }
  | { readonly ok: false; readonly failure: Failure };

export type ReadRun = ImportedRun;

/** The run as a file, or null where there is none. Its name says what was asked. */
export async function writeRunFile(entries: readonly LogEntry[]): Promise<WrittenRun | null> {
  const start = entries[0]?.event;
  if (start?.type !== 'run-started') return null;
  const { problem, strategy, seed } = start.experiment;
  const saved = await saveRun(start.experiment, entries);
  if (!saved.ok) return saved;
  const name = `second-thought-${familySheet(problem).fileName(problem)}-${strategy.kind}-seed-${seed}.json${saved.compressed ? '.gz' : ''}`;
  return {
    ok: true,
    file: { name, content: saved.content },
    inPart: saved.leftOut !== null,
  };
}

/** Bytes of a file that is read at once; reading a larger one takes long enough to be felt. */
const small = 1_000_000;

/** A compressed file may hold far more than its size says. */
const isLarge = async (file: Blob): Promise<boolean> =>
  file.size > small || new Uint8Array(await file.slice(0, 1).arrayBuffer())[0] === gzipStart;
const gzipStart = 0x1f;

/** Reads a saved run, or a tree of another program's log: a large one in a worker, so that the page goes on meanwhile. What checks it is loaded when it is first needed. */
export async function readRunFile(file: Blob, tree?: number): Promise<ReadRun> {
  try {
    const read = (await isLarge(file))
      ? (await fetchPart(() => import('./large-file.ts'))).readLargeFile
      : (await fetchPart(() => import('#run/import.ts'))).openRun;
    return await read(file, tree);
  } catch (error) {
    const failure = toFailure(error);
    return {
      ok: false,
      failure: failure.code === 'part-missing' ? await explainMissing(failure) : { code: 'file-unreadable' },
    };
  }
}

/** Where the browser has no room for it. */
export function unwritable(): WrittenRun {
  return {
    ok: false,
    failure: { code: 'file-unwritable' },
  };
}
