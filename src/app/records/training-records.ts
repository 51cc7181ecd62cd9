import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/**
 * Trainings that are kept on this computer, in a database of their own: weights are large, and a person who is asked for room can let go
 * of all of them at once. Values are what some version of the page wrote, or anything else: whoever reads them puts them through a schema.
 */
interface Stores extends DBSchema {
  readonly trainings: { readonly key: string; readonly value: unknown };
  /** A training's entries as JSON, in pieces: [training, piece from 0]. */
  readonly entries: { readonly key: [string, number]; readonly value: unknown };
  /** The last state of a training, from which it can go on. */
  readonly states: { readonly key: string; readonly value: unknown };
}

const name = 'second-thought.trainings';
let connection: Promise<IDBPDatabase<Stores>> | null = null;

/** Opened once. Rejects where the browser keeps nothing; asked again, it tries again. */
function open(): Promise<IDBPDatabase<Stores>> {
  connection ??= connect().catch((error: unknown) => {
    connection = null;
    throw error;
  });
  return connection;
}

async function connect(): Promise<IDBPDatabase<Stores>> {
  // Some browsers have no such thing in private windows.
  if (!('indexedDB' in globalThis)) throw new DOMException('no indexedDB', 'SecurityError');
  return openDB<Stores>(name, 1, {
    upgrade(made) {
      made.createObjectStore('trainings');
      made.createObjectStore('entries');
      made.createObjectStore('states');
    },
    // A newer version of the page waits in another tab.
    blocking: () => void close(),
    terminated() {
      connection = null;
    },
  });
}

async function close(): Promise<void> {
  const there = connection;
  connection = null;
  (await there?.catch(() => null))?.close();
}

const piecesOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);

export const listTrainings = async (): Promise<readonly unknown[]> => (await open()).getAll('trainings');

export async function putTraining(id: string, value: object): Promise<void> {
  await (await open()).put('trainings', value, id);
  tell();
}

/** Adds a piece to the log of a training. */
export async function addEntries(id: string, text: string): Promise<void> {
  const write = (await open()).transaction('entries', 'readwrite');
  const last = await write.store.openKeyCursor(piecesOf(id), 'prev');
  await write.store.put(text, [id, last ? last.key[1] + 1 : 0]);
  await write.done;
}

/** Puts a log in place of the one that was there. */
export async function setEntries(id: string, text: string): Promise<void> {
  const write = (await open()).transaction('entries', 'readwrite');
  await write.store.delete(piecesOf(id));
  await write.store.put(text, [id, 0]);
  await write.done;
}

/** The pieces of a log, in order. */
export const trainingEntries = async (id: string): Promise<readonly unknown[]> =>
  (await open()).getAll('entries', piecesOf(id));

export async function putTrainingState(id: string, value: object): Promise<void> {
  await (await open()).put('states', value, id);
}

export const trainingState = async (id: string): Promise<unknown> => (await open()).get('states', id);

export async function removeTraining(id: string): Promise<void> {
  const write = (await open()).transaction(['trainings', 'entries', 'states'], 'readwrite');
  await Promise.all([
    write.objectStore('trainings').delete(id),
    write.objectStore('entries').delete(piecesOf(id)),
    write.objectStore('states').delete(id),
    write.done,
  ]);
  tell();
}

let channel: BroadcastChannel | null = null;

/** Where the browser has no channels, each tab knows of itself. */
function channelHere(): BroadcastChannel | null {
  if (!channel && 'BroadcastChannel' in globalThis) channel = new BroadcastChannel(name);
  return channel;
}

const tell = (): void => channelHere()?.postMessage('changed');

/** Calls back when another tab has changed which trainings there are. Returns what ends it. */
export function onTrainingsChanged(callback: () => void): () => void {
  const here = channelHere();
  here?.addEventListener('message', callback);
  return () => here?.removeEventListener('message', callback);
}
