/** More would come than is allowed. */
export class TooBigError extends Error {}

/** What a stream brings, piece by piece. Who stops early cancels it. */
export async function* chunksOf(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = stream.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** The same, no further than `limit` bytes: what comes from elsewhere is counted as it comes. Throws TooBigError past the limit. */
export async function* boundedChunks(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    if (bytes > limit) throw new TooBigError(`over ${limit} B`);
    yield chunk;
  }
}

/** The UTF-8 text of a stream. Rejects with TooBigError past `limit` bytes, and with TypeError for bytes that are not UTF-8. */
export async function boundedText(
  source: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>,
  limit: number,
): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  const chunks = source instanceof ReadableStream ? chunksOf(source) : source;
  for await (const chunk of boundedChunks(chunks, limit)) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

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
