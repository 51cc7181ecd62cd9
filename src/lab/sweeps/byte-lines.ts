import { chunksOf } from '#experiment/bounded-stream.ts';

/** A line of a file, or why there are no more. */
export type ByteLine =
  | {
      readonly kind: 'line';
      /** Without its end. */
      readonly text: string;
      /** From 1. */
      readonly number: number;
      /** Whether its end is there. */
      readonly whole: boolean;
      /** Bytes of the file up to here. */
      readonly end: number;
    }
  | { readonly kind: 'fault'; readonly why: 'results-too-big' | 'results-unreadable' };

const newline = 10;

/**
 * The lines of a file of UTF-8 text, as they come. Never throws: what is longer than allowed, is no text or cannot be read ends
 * it with a fault.
 */
export async function* byteLines(
  bytes: ReadableStream<Uint8Array>,
  limits: { readonly line: number; readonly file: number },
): AsyncGenerator<ByteLine, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [kept, keptBytes, number, end] = ['', 0, 0, 0];
  const line = (whole: boolean): ByteLine => {
    // The last line may be cut in the middle of a character.
    const text = kept + (whole ? decoder.decode() : '');
    [kept, keptBytes, number] = ['', 0, number + 1];
    return { kind: 'line', text, number, whole, end };
  };
  try {
    for await (const value of chunksOf(bytes)) {
      for (let from = 0; from < value.length;) {
        const found = value.indexOf(newline, from);
        const to = found < 0 ? value.length : found;
        [keptBytes, end] = [keptBytes + to - from, end + to - from];
        if (keptBytes > limits.line || end > limits.file)
          return yield { kind: 'fault', why: 'results-too-big' };
        kept += decoder.decode(value.subarray(from, to), { stream: true });
        if (found >= 0) {
          end += 1;
          yield line(true);
        }
        from = to + 1;
      }
    }
    if (keptBytes > 0) yield line(false);
  } catch {
    yield { kind: 'fault', why: 'results-unreadable' };
  }
}
