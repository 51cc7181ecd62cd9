import { PolicyError } from '#policy/policy-error.ts';

/** What WebLLM fetches with: a worker's global scope, and the prototype of its caches. */
export interface Fetching {
  readonly scope: { fetch: typeof fetch; readonly caches: Pick<CacheStorage, 'match'> };
  readonly cache: Pick<Cache, 'add'>;
}

/**
 * From now on this worker fetches nothing: what is asked for is in the browser's cache, or an error. WebLLM would download
 * what it misses, gigabytes maybe, and nobody has agreed to that; and it asks the server again for a library from
 * localhost though it was downloaded.
 */
export function fetchFromCacheOnly({ scope, cache }: Fetching): void {
  const { fetch } = scope;
  const kept = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    // WebLLM carries its tokeniser's WebAssembly in itself, as an address.
    if (/^(data|blob):/.test(addressOf(input))) return fetch(input, init);
    const found = await scope.caches.match(input instanceof URL ? input.href : input);
    if (found) return found;
    const name = new URL(addressOf(input), 'http://local').pathname.split('/').at(-1) ?? null;
    throw new PolicyError({ code: 'not-downloaded', why: { kind: 'file', file: name } });
  };
  scope.fetch = kept;
  // Asked where the file was not found in the very cache.
  cache.add = async function (this: Cache, request) {
    await this.put(request, await kept(request));
  };
}

function addressOf(input: RequestInfo | URL): string {
  return input instanceof Request ? input.url : String(input);
}
