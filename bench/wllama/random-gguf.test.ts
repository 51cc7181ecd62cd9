import { expect, test } from 'vitest';
import { randomGguf } from './random-gguf.ts';

const shape = { vocabulary: 219, width: 128, layers: 2, heads: 4, feedForward: 512, context: 256 };

/** Reads the table of tensors of a GGUF file, passing over the values before it. */
function tensorsOf(file: Uint8Array<ArrayBuffer>) {
  const view = new DataView(file.buffer);
  let at = 8;
  const u32 = () => view.getUint32((at += 4) - 4, true);
  const u64 = () => Number(view.getBigUint64((at += 8) - 8, true));
  const text = () => {
    const length = u64();
    return new TextDecoder().decode(file.subarray(at, (at += length)));
  };
  const skip = (type: number): void => {
    if (type === 8) text();
    else if (type === 9) for (let inner = u32(), left = u64(); left > 0; left--) skip(inner);
    else at += type === 7 ? 1 : 4;
  };
  const count = u64();
  for (let left = u64(); left > 0; left--) {
    text();
    skip(u32());
  }
  const table = Array.from({ length: count }, () => {
    const name = text();
    const dimensions = Array.from({ length: u32() }, u64);
    return { name, dimensions, type: u32(), offset: u64() };
  });
  return { table, data: Math.ceil(at / 32) * 32 };
}

test('every tensor lies where the table says, one after another, within the file', () => {
  const file = randomGguf(1, shape);
  expect(new TextDecoder().decode(file.subarray(0, 4))).toBe('GGUF');
  const { table, data } = tensorsOf(file);
  expect(table.map(({ name }) => name)).toContain('blk.1.ffn_down.weight');
  let end = 0;
  for (const { dimensions, type, offset } of table) {
    expect(offset).toBe(Math.ceil(end / 32) * 32);
    const size = dimensions.reduce((product, length) => product * length, 1);
    end = offset + (type === 8 ? (size / 32) * 34 : size * 4);
  }
  expect(data + Math.ceil(end / 32) * 32).toBe(file.length);
});

test('the same seed gives the same bytes, and as many words as the shape says', () => {
  expect(randomGguf(7, shape)).toEqual(randomGguf(7, shape));
  expect(tensorsOf(randomGguf(7, shape)).table[0]!.dimensions).toEqual([shape.width, shape.vocabulary]);
});
