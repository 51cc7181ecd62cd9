import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

type Key = string | URL | Request;

/** The Cache API, as far as downloads of models use it, on files: what a browser keeps on disk is not held in memory here. */
export function createFileCaches(folder: string): CacheStorage {
  const caches = {
    open: (name: string) => Promise.resolve(createFileCache(path.join(folder, digest(name)))),
    has: (name: string) => Promise.resolve(existsSync(path.join(folder, digest(name)))),
    delete: (name: string) => Promise.resolve(remove(path.join(folder, digest(name)))),
  };
  return caches as CacheStorage;
}

function createFileCache(folder: string): Cache {
  mkdirSync(folder, { recursive: true });
  const files = (key: Key): { body: string; head: string } => {
    const base = path.join(folder, digest(addressOf(key)));
    return { body: `${base}.body`, head: `${base}.json` };
  };
  const cache = {
    match(key: Key) {
      const { body, head } = files(key);
      if (!existsSync(head)) return Promise.resolve(undefined);
      const { headers } = JSON.parse(readFileSync(head, 'utf8')) as { headers: [string, string][] };
      return Promise.resolve(new Response(readFileSync(body), { headers }));
    },
    async put(key: Key, response: Response) {
      const { body, head } = files(key);
      writeFileSync(body, Buffer.from(await response.arrayBuffer()));
      // Written last: an entry is there once it is whole.
      writeFileSync(head, JSON.stringify({ url: addressOf(key), headers: [...response.headers] }));
    },
    async add(key: Key) {
      const response = await fetch(key);
      if (!response.ok) throw new TypeError(`${addressOf(key)} answered ${response.status}`);
      await cache.put(key, response);
    },
    async addAll(keys: Key[]) {
      for (const key of keys) await cache.add(key);
    },
    delete(key: Key) {
      const { body, head } = files(key);
      remove(body);
      return Promise.resolve(remove(head));
    },
    keys() {
      const heads = readdirSync(folder).filter((name) => name.endsWith('.json'));
      return Promise.resolve(
        heads.map((name) => ({
          url: (JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as { url: string }).url,
        })),
      );
    },
  };
  return cache as unknown as Cache;
}

const addressOf = (key: Key): string => new URL(key instanceof Request ? key.url : key).href;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

function remove(file: string): boolean {
  const existed = existsSync(file);
  rmSync(file, { recursive: true, force: true });
  return existed;
}
