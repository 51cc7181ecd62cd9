import * as fake from 'fake-indexeddb';

/** A browser in which nothing is stored yet, as far as its databases go. */
export function freshDatabase(): void {
  Object.assign(globalThis, fake, { indexedDB: new fake.IDBFactory() });
}
