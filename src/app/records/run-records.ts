import type { LogEntry } from '#run/events.ts';
import { runFileFormat } from '#run/run-file.ts';
import { readRunFile, type ReadRun } from '../store/files.ts';
import { recordsChanged } from './changes.ts';
import { keysUnder, openRecords, type Records } from './database.ts';
import { liveRecords } from './live.ts';
import { limitsWithin, type RecordLimits, recordLimits, toLetGo } from './room.ts';
import { readRunRecord, type RunRecord } from './summary.ts';
import { listSweeps, removeSweep } from './sweep-records.ts';

/** The record that a further piece belongs to is no longer there. */
export class RecordGone extends Error {}

/** Entries of a run as text, and which piece of its log they are. */
export interface Piece {
  readonly place: number;
  readonly text: string;
}

/**
 * Writes further pieces of a run's log, and what is now known of the run. All is asked of the browser at once and committed,
 * before anything is waited for: of what is not committed when the page is gone nothing is kept. Only while it stays is there time
 * to look whether the run was pinned meanwhile.
 *
 * @returns whether it is pinned.
 */
export async function writePieces(
  database: Records,
  record: RunRecord,
  pieces: readonly Piece[],
  closing: boolean,
): Promise<boolean> {
  const write = database.transaction(['runs', 'entries'], 'readwrite', { durability: 'relaxed' });
  const [runs, entries] = [write.objectStore('runs'), write.objectStore('entries')];
  const asked: Promise<unknown>[] = pieces.map(({ place, text }) => entries.put(text, [record.id, place]));
  const stored = closing ? null : readRunRecord(await runs.get(record.id));
  const pinned = stored?.pinned ?? record.pinned;
  asked.push(runs.put({ ...record, pinned } satisfies RunRecord, record.id), write.done);
  write.commit();
  await Promise.all(asked);
  // Removed while the run went on: what has come since is no run.
  if ((await database.getKey('entries', [record.id, 0])) === undefined) {
    await removeRuns([record.id]);
    throw new RecordGone();
  }
  recordsChanged('runs');
  return pinned;
}

/** All kept runs, the latest first. What cannot be read is left out. */
export async function listRuns(): Promise<readonly RunRecord[]> {
  const all = await (await openRecords()).getAll('runs');
  return all.flatMap((value) => readRunRecord(value) ?? []).sort((a, b) => b.changed - a.changed);
}

/** A run's log, read as carefully as one from a file; null where it is gone. */
export async function readRun(id: string): Promise<ReadRun | null> {
  const read = (await openRecords()).transaction(['runs', 'entries']);
  const [value, pieces] = await Promise.all([
    read.objectStore('runs').get(id),
    read.objectStore('entries').getAll(keysUnder(id)),
  ]);
  const record = readRunRecord(value);
  return record && readRunFile(fileOf(record, pieces));
}

/** The run file that a record and its pieces make. */
function fileOf({ version, experiment }: RunRecord, pieces: readonly unknown[]): Blob {
  const head = JSON.stringify({ format: runFileFormat, version, experiment });
  const texts = pieces.filter((piece) => typeof piece === 'string');
  const between = texts.flatMap((text, place) => (place === 0 ? [text] : [',', text]));
  return new Blob([head.slice(0, -1), ',"entries":[', ...between, ']}']);
}

/** Entries as the text of a piece. */
export const pieceOf = (entries: readonly LogEntry[]): string =>
  entries.map((entry) => JSON.stringify(entry)).join(',');

/** Runs and their logs, as they are stored, so that a removal can be taken back. */
export interface RemovedRuns {
  readonly runs: readonly { readonly record: RunRecord; readonly pieces: readonly unknown[] }[];
}

/** Removes runs. What it returns brings them back. */
export async function removeRuns(ids: readonly string[]): Promise<RemovedRuns> {
  const write = (await openRecords()).transaction(['runs', 'entries'], 'readwrite');
  const [runs, entries] = [write.objectStore('runs'), write.objectStore('entries')];
  const removed = await Promise.all(
    ids.map(async (id) => {
      const [value, pieces] = await Promise.all([runs.get(id), entries.getAll(keysUnder(id))]);
      await Promise.all([runs.delete(id), entries.delete(keysUnder(id))]);
      const record = readRunRecord(value);
      return record ? [{ record, pieces }] : [];
    }),
  );
  await write.done;
  recordsChanged('runs');
  return { runs: removed.flat() };
}

export async function bringBack({ runs: removed }: RemovedRuns): Promise<void> {
  const write = (await openRecords()).transaction(['runs', 'entries'], 'readwrite');
  const [runs, entries] = [write.objectStore('runs'), write.objectStore('entries')];
  await Promise.all([
    ...removed.flatMap(({ record, pieces }) => [
      runs.put(record, record.id),
      ...pieces.map((piece, place) => entries.put(piece, [record.id, place])),
    ]),
    write.done,
  ]);
  recordsChanged('runs');
}

/** Pins a run, or lets it go like the others. */
export async function pinRun(id: string, pinned: boolean): Promise<void> {
  const write = (await openRecords()).transaction('runs', 'readwrite');
  const record = readRunRecord(await write.store.get(id));
  if (record) await write.store.put({ ...record, pinned } satisfies RunRecord, id);
  await write.done;
  recordsChanged('runs');
}

/** Lets go what is oldest and not pinned until what is kept is within the limits, and so many bytes more. */
export async function makeRoom(more = 0, limits: RecordLimits = recordLimits): Promise<void> {
  const [runs, sweeps, live] = await Promise.all([listRuns(), listSweeps(), liveRecords()]);
  const ours = [...runs, ...sweeps].reduce((sum, { bytes }) => sum + bytes, 0);
  const estimate = await estimated();
  const within = limitsWithin(estimate, ours, limits);
  const gone = new Set(
    toLetGo(
      [...runs, ...sweeps.map((sweep) => ({ ...sweep, late: true }))],
      { ...within, bytes: Math.max(0, within.bytes - more) },
      live ?? undefined,
    ),
  );
  const goneRuns = runs.flatMap(({ id }) => (gone.has(id) ? [id] : []));
  if (goneRuns.length > 0) await removeRuns(goneRuns);
  for (const { id } of sweeps) if (gone.has(id)) await removeSweep(id);
}

/** What the browser says of this site's room; nothing where it does not say. */
export async function estimated(): Promise<StorageEstimate> {
  try {
    return await navigator.storage.estimate();
  } catch {
    return {};
  }
}
