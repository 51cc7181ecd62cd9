import { describe, expect, it } from 'vitest';
import { gifWriter } from './gif.ts';

/** What a reader of GIF makes of the encoder's bytes: frames drawn over each other, as browsers do. */
function decode(bytes: Uint8Array, width: number): readonly Uint32Array[] {
  const frames: Uint32Array[] = [];
  let screen = new Uint32Array(width * (bytes[8]! | (bytes[9]! << 8)));
  let at = 13;
  const word = (place: number) => bytes[place]! | (bytes[place + 1]! << 8);
  while (bytes[at] !== 0x3b) {
    if (bytes[at] === 0x21) {
      for (at += 2; bytes[at] !== 0; at += bytes[at]! + 1);
      at += 1;
      continue;
    }
    const [x, y, w] = [word(at + 1), word(at + 3), word(at + 5)];
    const palette = bytes.subarray(at + 10, at + 10 + 768);
    at += 10 + 768 + 1;
    const data: number[] = [];
    for (; bytes[at] !== 0; at += bytes[at]! + 1) data.push(...bytes.subarray(at + 1, at + 1 + bytes[at]!));
    at += 1;
    screen = screen.slice();
    for (const [index, entry] of unpacked(data).entries()) {
      const colour = palette[entry * 3]! | (palette[entry * 3 + 1]! << 8) | (palette[entry * 3 + 2]! << 16);
      screen[(y + Math.floor(index / w)) * width + x + (index % w)] = colour;
    }
    frames.push(screen);
  }
  return frames;
}

function unpacked(data: readonly number[]): readonly number[] {
  const out: number[] = [];
  let [size, bit] = [9, 0];
  let table: number[][] = [];
  let last: number[] | null = null;
  const reset = () => {
    table = Array.from({ length: 258 }, (_, index) => [index]);
    size = 9;
    last = null;
  };
  for (;;) {
    let code = 0;
    for (let index = 0; index < size; index++, bit++) code |= ((data[bit >> 3]! >> (bit & 7)) & 1) << index;
    if (code === 257) return out;
    if (code === 256) {
      reset();
      continue;
    }
    const entry: number[] = table[code] ?? [...last!, last![0]!];
    out.push(...entry);
    if (last && table.length < 4096) table.push([...last, entry[0]!]);
    if (table.length === 1 << size && size < 12) size++;
    last = entry;
  }
}

const image = (
  width: number,
  height: number,
  colourAt: (x: number, y: number) => number,
): Pick<ImageData, 'data'> => {
  const pixels = new Uint32Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) pixels[y * width + x] = colourAt(x, y) | 0xff000000;
  return { data: new Uint8ClampedArray(pixels.buffer) };
};
const plain = (frame: Pick<ImageData, 'data'>) =>
  Array.from(new Uint32Array(frame.data.slice().buffer), (pixel) => pixel & 0xffffff);

describe('an animation', () => {
  it('holds its frames as they were, where each has no more than 256 colours', async () => {
    const noise = (x: number, y: number) => ((x * 7919 + y * 104729) % 251) * 65793;
    const frames = [
      image(90, 70, () => 0xf3f5f6),
      image(90, 70, (x, y) => (x > 20 && x < 30 && y > 5 ? 0x009e73 : 0xf3f5f6)),
      image(90, 70, noise),
      image(90, 70, noise),
    ];
    const writer = gifWriter(90, 70);
    for (const frame of frames) writer.add(frame, 50);
    const bytes = new Uint8Array(await writer.end().arrayBuffer());
    expect(decode(bytes, 90).map((frame) => [...frame])).toEqual(frames.map(plain));
  });

  it('is near to what it shows where there are more colours', async () => {
    const frame = image(64, 64, (x, y) => (x * 4) | ((y * 4) << 8) | (128 << 16));
    const writer = gifWriter(64, 64);
    writer.add(frame, 50);
    const [shown] = decode(new Uint8Array(await writer.end().arrayBuffer()), 64);
    const away = plain(frame).map((colour, at) =>
      Math.max(
        ...[0, 8, 16].map((shift) => Math.abs(((colour >> shift) & 255) - ((shown![at]! >> shift) & 255))),
      ),
    );
    expect(Math.max(...away)).toBeLessThan(64);
  });
});
