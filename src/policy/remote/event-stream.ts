import { boundedChunks } from '#experiment/bounded-stream.ts';

/** An event is longer than it may be. */
export class StreamTooLong extends Error {}

/** The stream ended in the middle. */
export class StreamCut extends Error {}

/** Characters of one event: the likeliest tokens of a few dozen choices are far below. */
const longestEvent = 1_000_000;

/**
 * The data of server-sent events (WHATWG HTML, section 9.2) as they come, up to `[DONE]`. Throws StreamTooLong or TooBigError, and
 * StreamCut where the end is missing.
 *
 * @param mostBytes of the whole stream.
 */
export async function* eventData(
  chunks: AsyncIterable<Uint8Array>,
  mostBytes: number,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  let data: string[] = [];
  for await (const chunk of boundedChunks(chunks, mostBytes)) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r\n|\n|\r(?!$)/);
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
