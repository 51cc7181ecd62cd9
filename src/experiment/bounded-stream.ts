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
