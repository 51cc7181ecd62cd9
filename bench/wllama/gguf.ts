/**
 * Files in GGUF, the format of llama.cpp's models, version 3: a header of named values, a table of tensors, then their data. Numbers
 * are little-endian. https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
 */
export type GgufValue =
  | { readonly type: 'u32' | 'i32' | 'f32'; readonly value: number }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'strings'; readonly value: readonly string[] }
  | { readonly type: 'integers'; readonly value: readonly number[] };

export interface GgufTensor {
  readonly name: string;
  /** The length of a row first. */
  readonly shape: readonly number[];
  /** `q8_0`: blocks of 32 numbers of a row, each an f16 scale and 32 int8. */
  readonly type: 'f32' | 'q8_0';
  readonly data: Uint8Array;
}

const VERSION = 3;
/** Where a tensor's data may begin. */
const ALIGNMENT = 32;
const valueTypes = { u32: 4, i32: 5, f32: 6, bool: 7, string: 8, array: 9 } as const;
const tensorTypes = { f32: 0, q8_0: 8 } as const;

export function writeGguf(
  values: Readonly<Record<string, GgufValue>>,
  tensors: readonly GgufTensor[],
): Uint8Array<ArrayBuffer> {
  const out = new Bytes();
  out.text('GGUF');
  out.u32(VERSION);
  out.u64(tensors.length);
  out.u64(Object.keys(values).length);
  for (const [name, value] of Object.entries(values)) {
    out.string(name);
    writeValue(out, value);
  }
  let offset = 0;
  for (const { name, shape, type, data } of tensors) {
    out.string(name);
    out.u32(shape.length);
    for (const length of shape) out.u64(length);
    out.u32(tensorTypes[type]);
    out.u64(offset);
    offset = aligned(offset + data.byteLength);
  }
  for (const { data } of tensors) {
    out.align();
    out.bytes(data);
  }
  out.align();
  return out.all();
}

function writeValue(out: Bytes, given: GgufValue): void {
  switch (given.type) {
    case 'u32':
    case 'i32':
      out.u32(valueTypes[given.type]);
      return out.u32(given.value);
    case 'f32':
      out.u32(valueTypes.f32);
      return out.f32(given.value);
    case 'bool':
      out.u32(valueTypes.bool);
      return out.bytes(Uint8Array.of(given.value ? 1 : 0));
    case 'string':
      out.u32(valueTypes.string);
      return out.string(given.value);
    case 'strings':
      writeArrayHead(out, valueTypes.string, given.value.length);
      return given.value.forEach((text) => out.string(text));
    case 'integers':
      writeArrayHead(out, valueTypes.i32, given.value.length);
      return given.value.forEach((number) => out.u32(number));
  }
}

function writeArrayHead(out: Bytes, type: number, length: number): void {
  out.u32(valueTypes.array);
  out.u32(type);
  out.u64(length);
}

function aligned(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}

class Bytes {
  private readonly parts: Uint8Array[] = [];
  private length = 0;

  bytes(part: Uint8Array): void {
    this.parts.push(part);
    this.length += part.byteLength;
  }

  text(text: string): void {
    this.bytes(new TextEncoder().encode(text));
  }

  string(text: string): void {
    const part = new TextEncoder().encode(text);
    this.u64(part.byteLength);
    this.bytes(part);
  }

  u32(value: number): void {
    this.bytes(new Uint8Array(Uint32Array.of(value).buffer));
  }

  u64(value: number): void {
    this.bytes(new Uint8Array(BigUint64Array.of(BigInt(value)).buffer));
  }

  f32(value: number): void {
    this.bytes(new Uint8Array(Float32Array.of(value).buffer));
  }

  align(): void {
    this.bytes(new Uint8Array(aligned(this.length) - this.length));
  }

  all(): Uint8Array<ArrayBuffer> {
    const whole = new Uint8Array(this.length);
    let at = 0;
    for (const part of this.parts) {
      whole.set(part, at);
      at += part.byteLength;
    }
    return whole;
  }
}
