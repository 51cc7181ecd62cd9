import { describe, expect, it } from 'vitest';
import { fetchFromCacheOnly } from './cached-only.ts';

const kept = 'http://localhost/model/library.wasm';

function setUp() {
  const scope = {
    fetch: (input: unknown) =>
      String(input).startsWith('data:')
        ? Promise.resolve(new Response('within'))
        : Promise.reject(new Error('the network was asked')),
    caches: {
      match: (asked: unknown) =>
        Promise.resolve(
          (asked instanceof Request ? asked.url : asked) === kept ? new Response('kept') : undefined,
        ),
    },
  };
  class Cache {
    readonly files = new Map<string, string>();
    add(): Promise<void> {
      return Promise.reject(new Error('the network was asked'));
    }
    async put(request: Request | string, response: Response): Promise<void> {
      this.files.set(typeof request === 'string' ? request : request.url, await response.text());
    }
  }
  fetchFromCacheOnly({ scope, cache: Cache.prototype });
  return {
    fetch: scope.fetch as typeof fetch,
    cache: new Cache() as Cache & { add(request: Request | string): Promise<void> },
  };
}

describe('a worker that fetches from the cache only', () => {
  it('gets what is kept', async () => {
    const { fetch, cache } = setUp();
    expect(await (await fetch(kept)).text()).toBe('kept');
    expect(await (await fetch(new URL(kept))).text()).toBe('kept');
    expect(await (await fetch('data:text/plain,within')).text()).toBe('within');
    await cache.add(new Request(kept));
    expect(cache.files.get(kept)).toBe('kept');
  });

  it('is told in words what is missing, and asks no server', async () => {
    const { fetch, cache } = setUp();
    const missing = 'http://localhost/model/params_shard_3.bin';
    for (const asked of [fetch(missing), cache.add(new Request(missing))]) {
      await expect(asked).rejects.toMatchObject({
        code: 'not-downloaded',
        failure: { code: 'not-downloaded', why: { kind: 'file', file: 'params_shard_3.bin' } },
      });
    }
  });
});
