import type { LogEntry } from '#run/events.ts';
import type { ImportedRun } from '#run/import.ts';
import { stateAt } from '#run/timeline.ts';
import { breathe } from '#worker/breathe.ts';
import { readLargeRun } from '#worker/read-large-run.ts';

/** Entries that are folded in one go, some 10 ms. */
const slice = 4096;

/** Reads a large saved run in a worker and goes once along it, so that the page can show any place of it at once. */
export async function readLargeFile(file: Blob, tree?: number): Promise<ImportedRun> {
  const read = await readLargeRun(file, tree);
  if (read.ok) await walk(read.entries);
  return read;
}

/** The states on the way are kept: see `stateAt`. */
async function walk(entries: readonly LogEntry[]): Promise<void> {
  for (let cursor = slice; cursor < entries.length; cursor += slice) {
    stateAt(entries, cursor);
    await breathe();
  }
}
