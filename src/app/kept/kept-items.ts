import { toFailure } from '#policy/policy-error.ts';
import {
  type KeptItem,
  type KeptItemsState,
  type KeptTrouble,
  latestFirst,
  listedAs,
  withEntry,
} from './kept-items-state.ts';

/** Milliseconds in which a removed item can be had back. */
const undoFor = 20_000;

/** The browser's database of such items. Every method may reject: the browser may keep nothing, or no more. */
export interface ItemArchive<Item> {
  readonly list: () => Promise<readonly Item[]>;
  readonly put: (item: Item) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  /** Calls back when items changed. */
  readonly onChanged: (callback: () => void) => void;
}

export interface KeptItemsAround<Item extends KeptItem, Loaded> {
  readonly archive: ItemArchive<Item>;
  readonly get: () => KeptItemsState<Item, Loaded>;
  readonly set: (
    change: (state: KeptItemsState<Item, Loaded>) => Partial<Omit<KeptItemsState<Item, Loaded>, 'going'>>,
  ) => void;
  readonly later: (callback: () => void, milliseconds: number) => () => void;
  /** All of an item. Rejects where that cannot be had. */
  readonly read: (item: Item) => Promise<Loaded>;
  /** Ends the one that goes on, before it is removed. */
  readonly end: (id: string) => Promise<void> | void;
  readonly onForgotten?: (id: string) => void;
}

/** A list of items that are kept, shared by all tabs: read, written, removed and had back. What could not be done stands in the state. */
export interface KeptItems<Item extends KeptItem, Loaded> {
  readonly listed: (id: string) => Item | null;
  /** Reads which items are kept. */
  readonly refresh: () => Promise<void>;
  /** Reads them unless that was done. */
  readonly known: () => Promise<void>;
  /** Has all of an item at hand. @param anew reads again what is at hand already. */
  readonly load: (id: string, anew?: boolean) => Promise<Loaded | null>;
  /** Shows an item in its new state, and keeps it where the browser does. */
  readonly put: (item: Item) => Promise<void>;
  /** Waits for a write of what belongs to an item. Does not reject: the state says that there was no room. */
  readonly written: (write: Promise<unknown>) => Promise<void>;
  /** The browser keeps nothing at all: what is new lives as long as the page. */
  readonly keepsNothing: () => boolean;
  readonly trouble: (id: string, what: KeptTrouble | null) => void;
  readonly remove: (id: string) => Promise<void>;
  readonly undoRemove: () => void;
  /** What was removed is gone for good. */
  readonly forgetRemoved: () => Promise<void>;
}

export function createKeptItems<Item extends KeptItem, Loaded>(
  around: KeptItemsAround<Item, Loaded>,
): KeptItems<Item, Loaded> {
  const { archive, get, set, later } = around;
  let stopForgetting = (): void => undefined;
  /** A write found no room since the last that did; that a list can be read or written says nothing of that. */
  let full = false;

  const noRoom = () => {
    full = true;
    set(() => ({ keeps: false }));
  };
  const listed = (id: string): Item | null => get().list?.find((one) => one.id === id) ?? null;
  const trouble = (id: string, what: KeptTrouble | null) =>
    set((state) => ({ trouble: withEntry(state.trouble, id, what) }));

  async function put(item: Item): Promise<void> {
    set((state) => ({ list: listedAs(state.list, item) }));
    if (item.fleeting) return;
    await archive.put(item).then(
      () => set(() => ({ keeps: !full })),
      () => set((state) => ({ list: listedAs(state.list, { ...item, fleeting: true }), keeps: false })),
    );
  }

  async function refresh(): Promise<void> {
    const found = await archive.list().catch(() => null);
    if (!found) return set((state) => ({ keeps: false, list: state.list ?? [] }));
    set(({ list, removed, going }) => {
      // What this tab knows of the one that goes on is newer than what is kept.
      const own = list?.filter(({ id, fleeting }) => fleeting || id === going?.id) ?? [];
      const ids = new Set(own.map(({ id }) => id));
      const others = found.filter(({ id }) => id !== removed?.id && !ids.has(id));
      return { keeps: !full, list: latestFirst([...own, ...others]) };
    });
  }

  async function known(): Promise<void> {
    if (get().list === null) await refresh();
  }

  async function load(id: string, anew = false): Promise<Loaded | null> {
    const before = get().loaded.get(id);
    if (before && !anew) return before;
    await known();
    const item = listed(id);
    if (!item) {
      trouble(id, { kind: 'gone' });
      return null;
    }
    try {
      const loaded = await around.read(item);
      set((state) => ({ loaded: withEntry(state.loaded, id, loaded) }));
      return loaded;
    } catch (error) {
      trouble(id, { kind: 'failed', failure: toFailure(error) });
      return null;
    }
  }

  async function remove(id: string): Promise<void> {
    await forgetRemoved();
    const item = listed(id);
    if (!item) return;
    if (get().going?.id === id) {
      const ended = around.end(id);
      if (ended) await ended;
    }
    set((state) => ({
      removed: listed(id) ?? item,
      list: state.list?.filter((other) => other.id !== id) ?? null,
    }));
    stopForgetting = later(() => void forgetRemoved(), undoFor);
  }

  async function forgetRemoved(): Promise<void> {
    stopForgetting();
    const { removed } = get();
    if (!removed) return;
    set((state) => ({ removed: null, loaded: withEntry(state.loaded, removed.id, null) }));
    around.onForgotten?.(removed.id);
    if (!removed.fleeting) await archive.remove(removed.id).catch(noRoom);
  }

  archive.onChanged(() => {
    const { going, list, loaded } = get();
    // What this tab writes while an item goes on, it knows.
    if (going || list === null) return;
    void refresh().then(async () => {
      for (const id of loaded.keys()) if (listed(id)?.fleeting === false) await load(id, true);
    });
  });

  return {
    listed,
    refresh,
    known,
    load,
    put,
    written: (write) => write.then(() => void (full = false), noRoom),
    keepsNothing: () => get().keeps === false && !full,
    trouble,
    remove,
    undoRemove() {
      stopForgetting();
      set(({ removed, list }) =>
        removed ? { removed: null, list: latestFirst([...(list ?? []), removed]) } : {},
      );
    },
    forgetRemoved,
  };
}
