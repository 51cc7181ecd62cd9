/** A small GIF encoder: frames one by one, each with its own 256 colours, and of each only what has changed. */
export interface GifWriter {
  /** @param hold how long it stands, in hundredths of a second. */
  readonly add: (frame: Pick<ImageData, 'data'>, hold: number) => void;
  readonly end: () => Blob;
}

export function gifWriter(width: number, height: number): GifWriter {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const put = (...bytes: readonly number[]) => parts.push(Uint8Array.from(bytes));
  const word = (value: number): readonly [number, number] => [value & 255, value >> 8];
  let before: Uint32Array | null = null;
  // GIF89a, no colours for all frames, and played over and over.
  put(0x47, 0x49, 0x46, 0x38, 0x39, 0x61, ...word(width), ...word(height), 0x70, 0, 0);
  put(0x21, 0xff, 11, ...new TextEncoder().encode('NETSCAPE2.0'), 3, 1, 0, 0, 0);
  return {
    add(frame, hold) {
      const pixels = new Uint32Array(frame.data.slice().buffer);
      const { x, y, w, h } = changedBox(pixels, before, width, height);
      before = pixels;
      const cut = new Uint32Array(w * h);
      for (let row = 0; row < h; row++)
        cut.set(pixels.subarray((y + row) * width + x, (y + row) * width + x + w), row * w);
      const { palette, indexed } = inColours(cut);
      put(0x21, 0xf9, 4, 4, ...word(hold), 0, 0);
      put(0x2c, ...word(x), ...word(y), ...word(w), ...word(h), 0x87);
      parts.push(palette, compressed(indexed));
    },
    end() {
      put(0x3b);
      return new Blob(parts, { type: 'image/gif' });
    },
  };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The box around what differs; a single pixel where nothing does. */
function changedBox(now: Uint32Array, before: Uint32Array | null, width: number, height: number): Box {
  if (!before) return { x: 0, y: 0, w: width, h: height };
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      if (now[at] === before[at]) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  return right < 0
    ? { x: 0, y: 0, w: 1, h: 1 }
    : { x: left, y: top, w: right - left + 1, h: bottom - top + 1 };
}

/** Squared distance below which two colours are one to the eye. */
const alike = 3 * 10 ** 2;

/**
 * The colours that a frame is drawn in: the most frequent, none too near another, so that a rare sign keeps its own beside
 * many greys of letters' edges. The pictures are flat, so this does as well as slower ways.
 */
function inColours(pixels: Uint32Array): {
  readonly palette: Uint8Array<ArrayBuffer>;
  readonly indexed: Uint8Array;
} {
  const counts = new Map<number, number>();
  for (const pixel of pixels) {
    const colour = pixel & 0xffffff;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const frequent = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  const chosen: number[] = [];
  for (let near = counts.size <= 256 ? 0 : alike; ; near = near > 12 ? near / 4 : -1) {
    for (const colour of frequent) {
      if (chosen.length === 256) break;
      if (!chosen.some((other) => distance(colour, other) < near || other === colour)) chosen.push(colour);
    }
    if (chosen.length === 256 || near <= 0) break;
  }
  const palette = new Uint8Array(768);
  for (const [index, colour] of chosen.entries())
    palette.set([colour & 255, (colour >> 8) & 255, colour >> 16], index * 3);
  const places = new Map<number, number>(chosen.map((colour, index) => [colour, index]));
  const indexed = new Uint8Array(pixels.length);
  for (let at = 0; at < pixels.length; at++) {
    const colour = (pixels[at] ?? 0) & 0xffffff;
    let index = places.get(colour);
    if (index === undefined) {
      index = nearest(colour, chosen);
      places.set(colour, index);
    }
    indexed[at] = index;
  }
  return { palette, indexed };
}

function nearest(colour: number, chosen: readonly number[]): number {
  let [best, least] = [0, Infinity];
  for (const [index, other] of chosen.entries()) {
    const away = distance(colour, other);
    if (away < least) [best, least] = [index, away];
  }
  return best;
}

const distance = (a: number, b: number): number =>
  ((a & 255) - (b & 255)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a >> 16) - (b >> 16)) ** 2;

const clearCode = 256;
const endCode = 257;

/** LZW as GIF wants it, codes of 9 to 12 bits, in blocks of up to 255 bytes. */
function compressed(indexed: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  let [buffer, bits, size, next] = [0, 0, 9, 258];
  const codes = new Uint16Array(4096 * 256);
  const write = (code: number) => {
    buffer |= code << bits;
    for (bits += size; bits >= 8; bits -= 8) {
      bytes.push(buffer & 255);
      buffer >>>= 8;
    }
  };
  write(clearCode);
  let prefix = indexed[0] ?? 0;
  for (let at = 1; at < indexed.length; at++) {
    const index = indexed[at] ?? 0;
    const known = codes[prefix * 256 + index] ?? 0;
    if (known > 0) {
      prefix = known;
      continue;
    }
    write(prefix);
    if (next === 4096) {
      write(clearCode);
      codes.fill(0);
      [size, next] = [9, 258];
    } else {
      if (next === 1 << size) size++;
      codes[prefix * 256 + index] = next++;
    }
    prefix = index;
  }
  write(prefix);
  write(endCode);
  if (bits > 0) bytes.push(buffer & 255);
  const blocks: number[] = [8];
  for (let at = 0; at < bytes.length; at += 255) {
    const block = bytes.slice(at, at + 255);
    blocks.push(block.length);
    for (const byte of block) blocks.push(byte);
  }
  blocks.push(0);
  return Uint8Array.from(blocks);
}
