import { itemAt } from '#experiment/surely.ts';
const replacing = new TextDecoder('utf-8', { ignoreBOM: true });

/** Text of all bytes, U+FFFD for what is no UTF-8. */
export function textOf(bytes: Uint8Array): string {
  return replacing.decode(bytes);
}

/**
 * How many bytes at the end are the beginning of a character that is not complete: 0 to 3. Tokens of byte-level BPE may end
 * in the middle of one: an emoji is often two or three tokens.
 */
export function openBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = itemAt(bytes, bytes.length - back);
    if (byte >= 0x80 && byte <= 0xbf) continue;
    return lengthAfter(byte) > back ? back : 0;
  }
  return 0;
}

/** Whether the bytes go on with a character that began before them. */
export function goesOn(bytes: Uint8Array): boolean {
  const [first] = bytes;
  return first !== undefined && first >= 0x80 && first <= 0xbf;
}

/** Bytes of the character that a byte begins. */
function lengthAfter(lead: number): number {
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xc2 && lead <= 0xdf ? 2 : 1;
}

export function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
