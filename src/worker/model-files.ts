import { ownFile } from '#policy/own-models.ts';
import { PolicyError } from '#policy/policy-error.ts';
import { whileItComes } from './arrival.ts';

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
      const chunks: Uint8Array[] = [];
      let bytes = 0;
      for (const reader = response.body.getReader(); ;) {
        const { done, value } = await reader.read();
        if (done) return joined(chunks, bytes);
        chunks.push(value);
        bytes += value.byteLength;
        came();
        onBytes(bytes);
      }
    }, signal);
  } catch (cause) {
    signal.throwIfAborted();
    throw new PolicyError({ code: 'model-not-found', why: { kind: 'file', path } }, { cause });
  }
}

function joined(chunks: readonly Uint8Array[], bytes: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(bytes);
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return all;
}
