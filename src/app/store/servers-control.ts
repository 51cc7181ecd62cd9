import * as v from 'valibot';
import type { StoreApi } from 'zustand/vanilla';
import type { Failure } from '#run/events.ts';
import { toFailure } from '#policy/policy-error.ts';
import { hostOf, readAddress } from '#policy/remote/server-model.ts';
import { isAbort } from '#worker/failures.ts';
import type { KnownServer, ServerAccess, Servers } from '#worker/servers.ts';
import type { PageStorage } from '../models/custom-models.ts';
import type { AppState } from './app-state.ts';

/** What a browser keeps until the tab closes. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem'>;

export interface ServersControl {
  /** Asks a server for its models, and keeps it where it answers. Null where it was added. */
  add(
    typed: string,
    key: string,
    keepsKey: boolean,
    signal: AbortSignal,
  ): Promise<Failure | 'no-address' | null>;
  /** Finds out what one of its models can do. */
  probe(address: string, model: string, signal: AbortSignal): Promise<Failure | null>;
  setConcurrency(address: string, requests: number): void;
  /** Its key is forgotten, too. */
  remove(address: string): void;
}

const keptUnder = 'servers';

/** Where keys lie until the tab closes, if a person wants that. */
const keysUnder = 'second-thought.keys';

const most = { servers: 20, characters: 400_000 };

/** What is kept of a server: never its key. What was found out about its models is asked anew after a reload. */
const keptSchema = v.pipe(
  v.array(
    v.object({
      address: v.string(),
      concurrency: v.number(),
      models: v.array(v.object({ name: v.string(), context: v.nullable(v.number()) })),
    }),
  ),
  v.maxLength(most.servers),
);

/** Servers that a person added: the page asks no other. */
export function createServersControl(
  store: StoreApi<AppState>,
  servers: Servers,
  storage: Pick<PageStorage, 'read' | 'write' | 'onChange'>,
  tabStorage: () => TabStorage,
): ServersControl {
  const tab = tabKeys(tabStorage);
  const keys = new Map(Object.entries(tab.read()));
  const get = () => store.getState().library.servers;

  /** What was kept when this tab last looked or wrote; '' also where nothing can be kept. */
  let seen = '';

  /** Those there are, whichever tab added them, with what this one found out about their models. */
  function known(): readonly KnownServer[] {
    const text = storage.read(keptUnder);
    if (text === seen) return get();
    seen = text;
    const here = new Map(get().map((one) => [one.address, one.abilities]));
    return readKept(text).map((one) => ({ ...one, abilities: here.get(one.address) ?? {} }));
  }

  /** The page and the worker know the same. The keys of those that are gone are forgotten. */
  function show(all: readonly KnownServer[]): void {
    for (const address of keys.keys()) if (!all.some((one) => one.address === address)) forget(address);
    store.setState(({ library }) => ({ library: { ...library, servers: all } }));
    servers.agree(all.map((one) => ({ ...one, key: keys.get(one.address) ?? null })));
  }

  /** All changes go through here, and begin with what is known now: another tab's are kept. */
  function change(changed: (all: readonly KnownServer[]) => readonly KnownServer[]): void {
    const all = changed(known());
    show(all);
    storage.write(
      keptUnder,
      JSON.stringify(all.map(({ address, concurrency, models }) => ({ address, concurrency, models }))),
    );
    seen = storage.read(keptUnder);
  }
  const changeOne = (address: string, changed: (server: KnownServer) => KnownServer) =>
    change((all) => all.map((one) => (one.address === address ? changed(one) : one)));

  function forget(address: string): void {
    keys.delete(address);
    const { [address]: _, ...others } = tab.read();
    tab.write(others);
  }

  const accessTo = ({ address, concurrency }: KnownServer): ServerAccess => ({
    address,
    concurrency,
    key: keys.get(address) ?? null,
  });

  show(known());
  storage.onChange(keptUnder, () => show(known()));

  return {
    async add(typed, key, keepsKey, signal) {
      const address = readAddress(typed);
      if (address === null) return 'no-address';
      const before = get().find((one) => one.address === address);
      const secret = key.trim() === '' ? null : key.trim();
      const concurrency = before?.concurrency ?? 16;
      try {
        const models = await servers.list({ address, key: secret, concurrency }, signal);
        forget(address);
        if (secret !== null) {
          keys.set(address, secret);
          if (keepsKey) tab.write({ ...tab.read(), [address]: secret });
        }
        const added: KnownServer = { address, concurrency, models, label: hostOf(address), abilities: {} };
        change((all) => [...all.filter((one) => one.address !== address), added].slice(-most.servers));
        return null;
      } catch (error) {
        return isAbort(error) ? null : toFailure(error);
      }
    },
    async probe(address, model, signal) {
      const server = get().find((one) => one.address === address);
      if (!server) return null;
      try {
        const found = await servers.probe(accessTo(server), model, signal);
        changeOne(address, (one) => ({ ...one, abilities: { ...one.abilities, [model]: found } }));
        return null;
      } catch (error) {
        return isAbort(error) ? null : toFailure(error);
      }
    },
    setConcurrency: (address, concurrency) => changeOne(address, (one) => ({ ...one, concurrency })),
    remove: (address) => change((all) => all.filter((one) => one.address !== address)),
  };
}

/** Whatever does not look like a server is left out. */
function readKept(text: string): readonly KnownServer[] {
  if (text === '' || text.length > most.characters) return [];
  try {
    const read = v.safeParse(keptSchema, JSON.parse(text));
    if (!read.success) return [];
    return read.output
      .filter(({ address }) => readAddress(address) === address)
      .map((one) => ({
        ...one,
        concurrency: Math.min(256, Math.max(1, Math.round(one.concurrency))),
        label: hostOf(one.address),
        abilities: {},
      }));
  } catch {
    return [];
  }
}

/** Keys by address, for as long as a tab is open. Where the browser keeps nothing they live as long as the page. */
function tabKeys(storage: () => TabStorage) {
  return {
    read(): Readonly<Record<string, string>> {
      try {
        const kept: unknown = JSON.parse(storage().getItem(keysUnder) ?? '{}');
        return Object.fromEntries(
          Object.entries(kept ?? {}).filter((one): one is [string, string] => typeof one[1] === 'string'),
        );
      } catch {
        return {};
      }
    },
    write(keys: Readonly<Record<string, string>>): void {
      try {
        storage().setItem(keysUnder, JSON.stringify(keys));
      } catch {
        return;
      }
    },
  };
}
