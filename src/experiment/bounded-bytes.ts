import { boundedChunks, chunksOf } from './bounded-stream.ts';

/**
 * The bytes of a stream, as one array. Rejects with TooBigError past `limit` bytes.
 *
 * @param expected how many there will be, where that is known: then nothing is copied twice.
 * @param onBytes told how many have come.
 */
export async function boundedBytes(
  stream: ReadableStream<Uint8Array>,
  limit: number,
  {
    expected = 2 ** 16,
    onBytes,
  }: { readonly expected?: number | undefined; readonly onBytes?: (bytes: number) => void } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  let all = new Uint8Array(expected);
  let length = 0;
  for await (const chunk of boundedChunks(chunksOf(stream), limit)) {
    const needed = length + chunk.byteLength;
    if (needed > all.byteLength) {
      // Twice as large, so that a file of unknown size is copied a few times only.
      const larger = new Uint8Array(Math.min(limit, Math.max(needed, 2 * all.byteLength)));
      larger.set(all.subarray(0, length));
      all = larger;
    }
    all.set(chunk, length);
    length = needed;
    onBytes?.(length);
  }
  return length === all.byteLength ? all : all.slice(0, length);
}
