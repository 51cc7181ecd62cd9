/** A line, or the whole, is longer than it may be. */
export class StreamTooLong extends Error {}

/** The stream ended in the middle. */
export class StreamCut extends Error {}

/** Characters of one event: the likeliest tokens of a few dozen choices are far below. */
const longestEvent = 1_000_000;

/**
 * The data of server-sent events (WHATWG HTML, section 9.2) as they come, up to `[DONE]`. Throws StreamTooLong, and StreamCut where
 * the end is missing.
 *
 * @param read the next bytes; null at the end of the stream.
 * @param mostBytes of the whole stream.
 */
export async function* eventData(
  read: () => Promise<Uint8Array | null>,
  mostBytes: number,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  let data: string[] = [];
  let bytes = 0;
  for (let part = await read(); part !== null; part = await read()) {
    bytes += part.byteLength;
    if (bytes > mostBytes) throw new StreamTooLong();
    const lines = (rest + decoder.decode(part, { stream: true })).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line === '' && data.length > 0) {
        const text = data.join('\n');
        if (text === '[DONE]') return;
        yield text;
        data = [];
      } else if (line.startsWith('data:')) data.push(line.slice(line[5] === ' ' ? 6 : 5));
    }
    if (rest.length + data.reduce((sum, { length }) => sum + length, 0) > longestEvent)
      throw new StreamTooLong();
  }
  // Some servers leave out the blank line after the last event, or the end itself where the last event says that it is the last.
  const last = [...data, ...(rest.startsWith('data:') ? [rest.slice(5).trim()] : [])].join('\n');
  if (last === '[DONE]') return;
  if (last !== '') yield last;
  throw new StreamCut();
}
