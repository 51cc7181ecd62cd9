import { type NoText, problemSetLimits, type ProblemSetFault } from '#experiment/problem-set-faults.ts';

export type DecodedSet =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly fault: ProblemSetFault };

/** How files begin that people take for text, or that problem sets are published in. */
const beginnings: readonly (readonly [NoText, readonly number[]])[] = [
  ['utf-16', [0xff, 0xfe]],
  ['utf-16', [0xfe, 0xff]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['gzip', [0x1f, 0x8b]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
];

/** The text of a problem set's bytes, which must be UTF-8. Never throws. */
export function decodeProblemSet(bytes: Uint8Array): DecodedSet {
  if (bytes.length > problemSetLimits.bytes)
    return { ok: false, fault: { kind: 'too-big', most: problemSetLimits.bytes } };
  const known = beginnings.find(([, begin]) => begin.every((byte, at) => bytes[at] === byte))?.[0];
  if (known) return noText(known);
  if (bytes.subarray(0, 4000).includes(0)) return noText(isHalfEmpty(bytes) ? 'utf-16' : 'binary');
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return noText('other-encoding', lineOfOtherEncoding(bytes));
  }
}

const noText = (looksLike: NoText, line: number | null = null): DecodedSet => ({
  ok: false,
  fault: { kind: 'not-text', looksLike, line },
});

/** Every other byte is 0, as in UTF-16 that says nothing of itself, of letters as English has them. */
function isHalfEmpty(bytes: Uint8Array): boolean {
  const zeros = [0, 0];
  const begin = bytes.subarray(0, 400);
  for (const [at, byte] of begin.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  return Math.max(even, odd) > begin.length * 0.35 && Math.min(even, odd) < begin.length * 0.05;
}

/** The line with the first bytes that are not UTF-8. */
function lineOfOtherEncoding(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let line = 1, start = 0; ; line++) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    if (found < 0) return line;
    start = end + 1;
  }
}
