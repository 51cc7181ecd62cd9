/** The text would be longer than allowed. */
export class TooBigError extends Error {}

/**
 * The UTF-8 text of a stream, read no further than `limit` bytes: what comes from elsewhere is counted as it comes. Rejects
 * with TooBigError past the limit, and with TypeError for bytes that are not UTF-8.
 */
export async function boundedText(stream: ReadableStream<Uint8Array>, limit: number): Promise<string> {
  const reader = stream.getReader();
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
