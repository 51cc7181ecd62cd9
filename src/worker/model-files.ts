import { boundedBytes } from '#experiment/bounded-bytes.ts';
import { ownFile } from '#policy/own-models.ts';
import { PolicyError } from '#policy/policy-error.ts';
import { whileItComes } from './arrival.ts';

/** Of one file: far more than any model has that a processor can run. */
const mostBytes = 1_000_000_000;

/** Files of the models folder by their path there. */
export type ModelFileReader = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/**
 * Fetches a file of the models folder and tells how many bytes have come.
 *
 * @param models absolute address of the models folder.
 * Rejects with PolicyError `model-not-found`, or AbortError.
 */
export async function fetchModelFile(
  models: string,
  path: string,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await whileItComes(async (stop, came) => {
      const own = ownFile(path);
      const response = own ? new Response(own) : await fetch(new URL(path, models), { signal: stop });
      // Servers of single-page applications answer with the page itself where a file is missing.
      const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
      if (!response.ok || isPage || !response.body)
        throw new Error(isPage ? 'there is no such file' : `HTTP ${response.status}`);
      return boundedBytes(response.body, mostBytes, (bytes) => {
        came();
        onBytes(bytes);
      });
    }, signal);
  } catch (cause) {
    signal.throwIfAborted();
    throw new PolicyError({ code: 'model-not-found', why: { kind: 'file', path } }, { cause });
  }
}
