import { fromFailure, partMissing, PolicyError } from '#policy/policy-error.ts';
import type { LogEntry } from '#run/events.ts';
import type { ImportedRun } from '#run/import.ts';
import { Connection, type Port } from './calls/client.ts';
import type { FileCalls } from './file-calls.ts';
// oxlint-disable-next-line import/default -- the address that the bundler gives it
import workerUrl from './file.worker.ts?worker&url';
import { explainMissing } from './new-version.ts';
import { later, serverPatience } from './watch.ts';

/** Looks without a word: the largest file is parsed and checked in one piece, on a slow machine for half a minute. */
const readingPatience = 120;

/** How many workers did not say a word: their script did not come, and is asked for under another address. */
let notCome = 0;

const startWorker = (): Port =>
  new Worker(notCome === 0 ? workerUrl : `${workerUrl}?again=${notCome}`, { type: 'module', name: 'file' });

/**
 * Reads a saved run in a worker of its own, so that the page goes on meanwhile; see `openRun`. The worker ends with it.
 *
 * Rejects with PolicyError where the worker did not come (`part-missing`), or died as one does that has no memory left
 * (`file-unreadable`).
 */
export async function readLargeRun(file: Blob, tree = 1): Promise<ImportedRun> {
  const worker: Connection<FileCalls> = new Connection<FileCalls>({
    port: startWorker(),
    patience: readingPatience,
    patienceAtFirst: serverPatience,
    later,
    async onDeath() {
      if (worker.heard) return new PolicyError({ code: 'file-unreadable' });
      notCome += 1;
      return fromFailure(await explainMissing(partMissing(null).failure));
    },
  });
  const slices: (readonly LogEntry[])[] = [];
  try {
    const end = await worker.call('run', { file, tree }, { onItems: (more) => slices.push(...more) });
    return end.ok ? { ...end, entries: slices.flat() } : end;
  } finally {
    worker.close(new DOMException('The file has been read.', 'AbortError'));
  }
}
