import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type OwnRecord, readOwnRecord } from './own-record.ts';

/** Models of a person's own. Values are what some version of the page wrote, or anything else that got there. */
interface Stores extends DBSchema {
  readonly models: { readonly key: string; readonly value: unknown };
}

/** A database by itself: what runs are kept in may change its stores without waiting for this one. */
export const ownModelsDatabase = 'second-thought.models';

/** Rejects where the browser keeps nothing. Opened for each use: nobody else waits for it then. */
async function within<T>(use: (database: IDBPDatabase<Stores>) => Promise<T>): Promise<T> {
  // Some browsers have no such thing in private windows.
  if (!('indexedDB' in globalThis)) throw new DOMException('no indexedDB', 'SecurityError');
  const database = await openDB<Stores>(ownModelsDatabase, 1, {
    upgrade: (made) => void made.createObjectStore('models'),
  });
  try {
    return await use(database);
  } finally {
    database.close();
  }
}

/** All that can be read. */
export const listOwn = (): Promise<readonly OwnRecord[]> =>
  within(async (database) =>
    (await database.getAll('models')).flatMap((value) => readOwnRecord(value) ?? []),
  );

export const putOwn = (record: OwnRecord): Promise<unknown> =>
  within((database) => database.put('models', record, record.id));

export const removeOwn = (ids: readonly string[]): Promise<unknown> =>
  within(async (database) => {
    const write = database.transaction('models', 'readwrite');
    await Promise.all([...ids.map((id) => write.store.delete(id)), write.done]);
  });
