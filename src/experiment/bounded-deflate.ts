import { boundedText } from './bounded-stream.ts';

/** UTF-8 text, deflated without a header unless told, for a file say. */
export async function deflate(
  text: Blob | string,
  format: CompressionFormat = 'deflate-raw',
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream(format));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * The opposite, reading no more than `limit` bytes: a few kilobytes can decompress to gigabytes.
 * Rejects with TooBigError past the limit, and with TypeError for bytes that are not deflated UTF-8.
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
  return boundedText(stream.readable, limit);
}
