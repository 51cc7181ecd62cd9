/** The decompressed text would be longer than allowed. */
export class TooBigError extends Error {}

/** UTF-8 text, deflated without a header unless told, for a file say. */
export async function deflate(
  text: Blob | string,
  format: CompressionFormat = 'deflate-raw',
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream(format));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * The opposite, reading no more than `limit` bytes: a few kilobytes can decompress to gigabytes, so the stream is
 * counted as it comes. Rejects with TooBigError past the limit, and with TypeError for bytes that are not deflated UTF-8.
 */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  limit: number,
  format: CompressionFormat = 'deflate-raw',
): Promise<string> {
  const stream = new DecompressionStream(format);
  const writer = stream.writable.getWriter();
  // Whatever goes wrong in writing is met again in reading.
  void writer
    .write(bytes)
    .then(() => writer.close())
    .catch(() => undefined);
  const reader = stream.readable.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel().catch(() => undefined);
      throw new TooBigError(`over ${limit} B`);
    }
    text += decoder.decode(value, { stream: true });
  }
}
