import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/**
 * What is kept on this computer. Values are what some version of the page wrote, or anything else that got there: whoever reads
 * them puts them through a schema.
 */
interface Stores extends DBSchema {
  /** What is known of a run without its log. */
  readonly runs: { readonly key: string; readonly value: unknown };
  /** A run's entries as JSON, in pieces: [run, piece from 0]. */
  readonly entries: { readonly key: [string, number]; readonly value: unknown };
  readonly sweeps: { readonly key: string; readonly value: unknown };
  /** One for each finished cell: [sweep, arm, problem, repeat]. */
  readonly outcomes: { readonly key: [string, number, number, number]; readonly value: unknown };
}

export type Records = IDBPDatabase<Stores>;

export const recordsDatabase = 'second-thought.records';
/** A change of the stores is a new version, with its own line in `upgrade`. */
const version = 1;

let connection: Promise<Records> | null = null;
let atHand: Records | null = null;

/** The database, opened once. Rejects where the browser keeps nothing; asked again, it tries again. */
export function openRecords(): Promise<Records> {
  connection ??= connect().catch((error: unknown) => {
    connection = null;
    throw error;
  });
  return connection;
}

/** The database where it is open already, for who cannot wait. */
export const recordsAtHand = (): Records | null => atHand;

/** Lets go of the database; the next call opens it anew. */
export async function closeRecords(): Promise<void> {
  const open = connection;
  connection = null;
  atHand = null;
  (await open?.catch(() => null))?.close();
}

/** @param tries that are left where opening is broken off, as it is while the browser removes what the site has stored. */
async function connect(tries = 5): Promise<Records> {
  // Some browsers have no such thing in private windows.
  if (!('indexedDB' in globalThis)) throw new DOMException('no indexedDB', 'SecurityError');
  const database = await openDB<Stores>(recordsDatabase, version, {
    upgrade(made, before) {
      if (before < 1) {
        made.createObjectStore('runs');
        made.createObjectStore('entries');
        made.createObjectStore('sweeps');
        made.createObjectStore('outcomes');
      }
    },
    // A newer version of the page waits in another tab.
    blocking: () => void closeRecords(),
    // The browser closed it, as when a person removes what the site has stored.
    terminated() {
      connection = null;
      atHand = null;
    },
  }).catch((error: unknown) => {
    if (tries > 1 && error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  });
  if (!database) return connect(tries - 1);
  atHand = database;
  return database;
}

/** All pieces of one run, or all outcomes of one sweep: of keys that are lists, those that begin so. */
export const keysUnder = (id: string): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);
