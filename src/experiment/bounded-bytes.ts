import { boundedChunks, chunksOf } from './bounded-stream.ts';

/**
 * The bytes of a stream, as one array. Rejects with TooBigError past `limit` bytes.
 *
 * @param onBytes told how many have come.
 */
export async function boundedBytes(
  stream: ReadableStream<Uint8Array>,
  limit: number,
  onBytes: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of boundedChunks(chunksOf(stream), limit)) {
    chunks.push(chunk);
    onBytes((length += chunk.byteLength));
  }
  const all = new Uint8Array(length);
  for (const chunk of chunks.reverse()) all.set(chunk, (length -= chunk.byteLength));
  return all;
}
