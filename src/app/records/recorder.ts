import type { LogEntry } from '#run/events.ts';
import { runFileLimits, runFileVersion } from '#run/run-file.ts';
import { closeRecords, openRecords, type Records, recordsAtHand } from './database.ts';
import { holdRun } from './live.ts';
import { makeRoom, type Piece, pieceOf, pinRun, RecordGone, removeRuns, writePieces } from './run-records.ts';
import { nothingYet, type RunRecord, summed } from './summary.ts';

/** Why a run is not kept. `refused`: the browser keeps nothing. `cleared`: what was kept was removed meanwhile. */
export type NotKept = 'refused' | 'full' | 'too-long' | 'cleared';

export interface RecorderNeeds {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Calls back after a while; returns what ends the wait. */
  readonly later: (callback: () => void) => () => void;
  readonly onTrouble: (why: NotKept) => void;
}

/** How many closed connections are put up with: while a browser removes what the site has stored it closes those that are new as well. */
const connections = 5;

/** A run that is being written. */
interface Writing {
  record: RunRecord;
  entries: readonly LogEntry[];
  /** What of the entries has been handed to the browser. */
  written: number;
  /** Entries that are text already, and the text of those not yet handed over: made as they come, so that no frame waits for much of it. */
  read: number;
  texts: string[];
  /** The record has something to be written besides entries. */
  touched: boolean;
  /** Pieces that the browser has not yet said it has kept. */
  unsure: readonly Piece[];
  /** Counts failures from 0; room is made once, and all is written anew. */
  attempt: number;
  release: () => void;
}

export interface Recorder {
  readonly grew: (entries: readonly LogEntry[], from?: readonly LogEntry[]) => void;
  readonly left: (entries: readonly LogEntry[]) => void;
  /** Hands all that has come so far to the browser, at once where it has been written to before. `closing`: the page goes. Resolves when it is kept. */
  readonly flush: (closing?: boolean) => Promise<void>;
  /** Under which name a log is kept; null where it is not. */
  readonly idOf: (entries: readonly LogEntry[]) => string | null;
  /** A log that was read from a record: what goes on from it takes its place. */
  readonly belongs: (entries: readonly LogEntry[], id: string) => void;
}

function readOn(writing: Writing): void {
  const { entries, read } = writing;
  if (read < entries.length) writing.texts.push(pieceOf(entries.slice(read)));
  writing.read = entries.length;
}

/** Writes runs down while they happen: what has come is gathered for a moment, and written at once when a run ends. */
export function createRecorder({ now, newId, later, onTrouble }: RecorderNeeds): Recorder {
  // A run is known by its first entry, however long its log has become.
  const writings = new Map<LogEntry, Writing>();
  const ids = new WeakMap<LogEntry, string>();
  const given = new WeakSet<LogEntry>();
  /** By record: the one of the run that it goes on from, which goes once this one is kept. */
  const superseded = new Map<string, string>();
  let stopWaiting: (() => void) | null = null;

  function begin(first: LogEntry, from: readonly LogEntry[] | undefined): Writing | null {
    if (first.event.type !== 'run-started' || given.has(first)) return null;
    given.add(first);
    const before = from?.[0] && ids.get(from[0]);
    const id = newId();
    ids.set(first, id);
    const at = now();
    const record: RunRecord = {
      id,
      version: runFileVersion,
      experiment: first.event.experiment,
      made: at,
      changed: at,
      pinned: false,
      ...nothingYet,
      entries: 0,
      pieces: 0,
      bytes: 0,
    };
    const writing = {
      record,
      entries: [],
      written: 0,
      read: 0,
      texts: [],
      touched: false,
      unsure: [],
      attempt: 0,
      release: holdRun(id),
    };
    writings.set(first, writing);
    if (before !== undefined) superseded.set(id, before);
    makeRoom().catch(() => undefined);
    return writing;
  }
  function end(first: LogEntry, writing: Writing): void {
    writing.release();
    writings.delete(first);
  }

  /** Everything up to the call that writes is done at once: a page that is being closed has no more time. */
  function write(first: LogEntry, writing: Writing, into: Records, closing: boolean): Promise<void> {
    const news = writing.entries.slice(writing.written);
    if (news.length === 0 && !writing.touched) return Promise.resolve();
    readOn(writing);
    const text = writing.texts.join(',');
    writing.texts = [];
    const place = writing.record.pieces;
    const known = summed(writing.record, news);
    writing.record = {
      ...writing.record,
      ...known,
      status: writing.touched && known.status === 'open' ? 'left' : known.status,
      changed: now(),
      entries: writing.entries.length,
      pieces: place + (news.length > 0 ? 1 : 0),
      bytes: writing.record.bytes + text.length,
    };
    writing.written = writing.entries.length;
    writing.touched = false;
    const { record, attempt } = writing;
    if (record.bytes > runFileLimits.most) return lost(first, writing, 'too-long');
    if (record.status !== 'open') end(first, writing);
    const pieces = news.length > 0 ? [{ place, text }] : [];
    // What an earlier write has not brought there yet, a page that goes may take along.
    const all = closing ? [...writing.unsure, ...pieces] : pieces;
    writing.unsure = [...writing.unsure, ...pieces];
    return writePieces(into, record, all, closing).then(
      async (pinned) => {
        writing.record = { ...writing.record, pinned };
        writing.unsure = writing.unsure.filter((piece) => !all.includes(piece));
        const before = superseded.get(record.id);
        superseded.delete(record.id);
        if (before !== undefined) {
          const { runs } = await removeRuns([before]);
          // The run that went on is pinned as the one that it went on from was.
          if (runs.some(({ record: gone }) => gone.pinned)) await pinRun(record.id, true);
        }
        if (record.status !== 'open') await makeRoom();
      },
      (error: unknown) => failed(first, writing, attempt, error),
    );
  }

  async function failed(first: LogEntry, writing: Writing, attempt: number, error: unknown): Promise<void> {
    // Other pieces fail as the first one did, which has been seen to.
    if (writing.attempt !== attempt) return;
    writing.attempt += 1;
    if (error instanceof RecordGone) return lost(first, writing, 'cleared');
    const full = error instanceof DOMException && error.name === 'QuotaExceededError';
    if (!full && attempt < connections) return writeAgain(first, writing);
    if (attempt > 0) return lost(first, writing, full ? 'full' : 'refused');
    await makeRoom(writing.record.bytes * 2).catch(() => undefined);
    writing.record = { ...writing.record, ...nothingYet, entries: 0, pieces: 0, bytes: 0 };
    writing.written = 0;
    writing.read = 0;
    writing.texts = [];
    writing.unsure = [];
    const database = recordsAtHand();
    if (database) await write(first, writing, database, false);
  }

  /** The browser closed the connection under what was being written, as when a person removes what the site has stored. */
  async function writeAgain(first: LogEntry, writing: Writing): Promise<void> {
    await closeRecords();
    const { record, attempt, unsure } = writing;
    try {
      await writePieces(await openRecords(), record, unsure, false);
      writing.unsure = writing.unsure.filter((piece) => !unsure.includes(piece));
    } catch (error) {
      await failed(first, writing, attempt, error);
    }
  }

  /** A run is not kept any further; half of one would be no run. */
  async function lost(first: LogEntry, writing: Writing, why: NotKept): Promise<void> {
    end(first, writing);
    ids.delete(first);
    writing.attempt += 1;
    onTrouble(why);
    if (why !== 'refused' && why !== 'cleared') await removeRuns([writing.record.id]).catch(() => undefined);
  }

  /** All that has been handed to the browser. */
  let writes: Promise<unknown> = Promise.resolve();
  function writeAll(into: Records, closing: boolean): Promise<void> {
    const begun = [...writings].map(([first, writing]) => write(first, writing, into, closing));
    writes = Promise.all([writes, ...begun]);
    return writes.then(() => undefined);
  }

  function flush(closing = false): Promise<void> {
    stopWaiting?.();
    stopWaiting = null;
    const database = recordsAtHand();
    if (database) return writeAll(database, closing);
    return openRecords().then(
      (opened) => writeAll(opened, closing),
      async () => {
        for (const [first, writing] of writings) await lost(first, writing, 'refused');
      },
    );
  }

  return {
    grew(entries, from) {
      const [first] = entries;
      if (!first) return;
      const isNew = !writings.has(first);
      const writing = writings.get(first) ?? begin(first, from);
      if (!writing) return;
      writing.entries = entries;
      readOn(writing);
      const last = entries.at(-1)?.event.type;
      if (last === 'run-finished' || last === 'run-cancelled' || last === 'run-failed') void flush();
      // At once, so that there is a record from the beginning.
      else if (isNew) void flush();
      else stopWaiting ??= later(() => void flush());
    },
    left(entries) {
      const writing = entries[0] && writings.get(entries[0]);
      if (!writing) return;
      writing.touched = true;
      void flush();
    },
    flush,
    idOf: (entries) => (entries[0] && ids.get(entries[0])) ?? null,
    belongs(entries, id) {
      if (entries[0]) ids.set(entries[0], id);
    },
  };
}
