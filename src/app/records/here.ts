import type { ReadRun } from '../store/files.ts';
import { createRecorder, type NotKept } from './recorder.ts';
import { readRun } from './run-records.ts';

/** Milliseconds in which what comes of a run is gathered. */
const gather = 500;

const listeners = new Set<(why: NotKept) => void>();

/** Calls back when a run is not kept. Returns what ends it. */
export function onNotKept(listener: (why: NotKept) => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** What writes down the runs of this page. */
export const recorder = createRecorder({
  now: () => Date.now(),
  // `randomUUID` is not there over plain http.
  newId: () => [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-'),
  later(callback) {
    const timer = setTimeout(callback, gather);
    return () => clearTimeout(timer);
  },
  onTrouble(why) {
    for (const listener of listeners) listener(why);
  },
});

addEventListener('pagehide', () => void recorder.flush(true));
// On phones a page that is out of sight may never come back; of one that is left, this comes first in some browsers.
document.addEventListener(
  'visibilitychange',
  () => document.visibilityState === 'hidden' && void recorder.flush(),
);

/** A kept run's log, known to the recorder: what goes on from it takes its place. Null where it is gone. */
export async function openRecord(id: string): Promise<ReadRun | null> {
  const result = await readRun(id);
  if (result?.ok) recorder.belongs(result.entries, id);
  return result;
}
