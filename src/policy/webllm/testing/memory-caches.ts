import type { FileCache, FileCaches } from '../files/model-caches.ts';

interface Entry {
  readonly bytes: ArrayBuffer;
  readonly headers: Headers;
}

/** The Cache API in memory, for tests in Node. */
export class MemoryCaches implements FileCaches {
  private readonly caches = new Map<string, Map<string, Entry>>();

  /** @param mostBytes all caches together hold no more. */
  constructor(private readonly mostBytes = Number.POSITIVE_INFINITY) {}

  get bytes(): number {
    return [...this.caches.values()]
      .flatMap((cache) => [...cache.values()])
      .reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
  }

  /** `webllm/model https://…`, sorted. */
  get keys(): readonly string[] {
    return [...this.caches]
      .flatMap(([name, cache]) => [...cache.keys()].map((address) => `${name} ${address}`))
      .sort();
  }

  open(name: string): Promise<FileCache> {
    const entries = this.caches.get(name) ?? new Map<string, Entry>();
    this.caches.set(name, entries);
    return Promise.resolve({
      match: async (address) => {
        const entry = entries.get(new URL(address).href);
        return entry && new Response(entry.bytes, { headers: entry.headers });
      },
      put: async (address, response) => {
        const bytes = await response.arrayBuffer();
        if (this.bytes + bytes.byteLength > this.mostBytes)
          throw new DOMException('full', 'QuotaExceededError');
        entries.set(new URL(address).href, { bytes, headers: response.headers });
      },
      delete: async (address) => entries.delete(new URL(address).href),
      keys: async () => [...entries.keys()].map((url) => ({ url })),
    });
  }
}
