import { boundedBytes } from '#experiment/bounded-bytes.ts';
import { TooBigError } from '#experiment/bounded-stream.ts';
import type { Interruption } from '#run/failure.ts';
import { PolicyError } from '#policy/policy-error.ts';
import type { ModelFile } from './model-caches.ts';

/** What fetching needs from around it. */
export interface Network {
  readonly fetch: typeof fetch;
  /** Resolves after so many milliseconds; rejects when aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** False where the browser knows that it is offline. */
  readonly online: () => boolean;
}

/** Waits between attempts, in milliseconds; one more attempt than waits. */
export type Patience = readonly number[];

/** For a file of many: a server that gave the others will give it, too. */
const patient: Patience = [500, 2000, 5000, 10_000];

/** For the first file: where it does not come, its address is likely to be wrong, and a person waits to hear that. */
export const impatient: Patience = [500];

/** A server may ask for more patience than that, up to this, in milliseconds. */
const longestWait = 60_000;

/** Worth another attempt. `after`: milliseconds that the server asked to wait. */
class PassingFailure extends Error {
  constructor(
    readonly why: Interruption,
    readonly after: number = 0,
    options?: ErrorOptions,
  ) {
    super(why.kind, options);
  }
}

/**
 * Fetches a whole file; null where the server has none. What may pass (a broken connection, a busy server) is tried again.
 *
 * @param onBytes told how many bytes of the file have come; fewer than before when it begins again.
 * Rejects with PolicyError `download-failed`, `model-damaged` (longer than it may be), or with AbortError.
 */
export async function fetchFile(
  file: ModelFile & { readonly bytes?: number },
  network: Network,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
  waits = patient,
): Promise<Uint8Array<ArrayBuffer> | null> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await fetchOnce(file, network, onBytes, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof PassingFailure)) throw error;
      const wait = waits[attempt];
      if (wait === undefined || !network.online())
        throw failed(file.address, network.online() ? error.why : { kind: 'offline' }, error);
      onBytes(0);
      await network.sleep(Math.min(longestWait, Math.max(wait, error.after)), signal);
    }
  }
}

/** Bytes of a file as its server tells; null where it does not. */
export async function askSize(
  address: string,
  network: Network,
  signal: AbortSignal,
): Promise<number | null> {
  try {
    const response = await network.fetch(address, { method: 'HEAD', signal });
    const bytes = Number(response.headers.get('content-length') ?? Number.NaN);
    return response.ok && !isPage(response) && Number.isSafeInteger(bytes) ? bytes : null;
  } catch {
    signal.throwIfAborted();
    return null;
  }
}

async function fetchOnce(
  file: ModelFile & { readonly bytes?: number },
  network: Network,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const response = await network.fetch(file.address, { signal }).catch((cause: unknown) => {
    throw new PassingFailure({ kind: 'unreachable' }, 0, { cause });
  });
  if (response.ok && !isPage(response) && response.body) return readBody(response.body, file, onBytes);
  await response.body?.cancel();
  if (response.ok || response.status === 404 || response.status === 410) return null;
  const why = { kind: 'status', status: response.status } as const;
  if (response.status >= 500 || response.status === 429 || response.status === 408)
    throw new PassingFailure(why, 1000 * (Number(response.headers.get('retry-after')) || 0));
  throw failed(file.address, why);
}

async function readBody(
  body: ReadableStream<Uint8Array>,
  file: ModelFile & { readonly bytes?: number },
  onBytes: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const coming = boundedBytes(body, file.mostBytes, onBytes);
  const bytes = await coming.catch((cause: unknown) => {
    if (!(cause instanceof TooBigError)) throw new PassingFailure({ kind: 'broke-off' }, 0, { cause });
    throw new PolicyError({ code: 'model-damaged', why: { kind: 'file-too-long', file: file.address } });
  });
  if (file.bytes !== undefined && bytes.length < file.bytes)
    throw new PassingFailure({ kind: 'cut-short', bytes: bytes.length, of: file.bytes });
  return bytes;
}

/** Servers of single-page applications answer with the page itself where a file is missing. */
function isPage(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('text/html') ?? false;
}

export function failed(address: string, why: Interruption, cause?: unknown): PolicyError {
  const { hostname, host } = new URL(address);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const file = address.split('/').at(-1) ?? address;
  return new PolicyError({ code: 'download-failed', file, host, local, why }, { cause });
}
