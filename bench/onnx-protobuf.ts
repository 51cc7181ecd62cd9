/** Just enough of protocol buffers to write an ONNX model (github.com/onnx/onnx, onnx.proto): field numbers are its. */

type Part = Uint8Array;

function varint(value: number | bigint): Part {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  do {
    const low = Number(rest & 127n);
    rest >>= 7n;
    bytes.push(rest === 0n ? low : low | 128);
  } while (rest !== 0n);
  return Uint8Array.from(bytes);
}

function join(parts: readonly Part[]): Part {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

const integer = (field: number, value: number) => join([varint(field << 3), varint(value)]);
const bytes = (field: number, value: Part) => join([varint((field << 3) | 2), varint(value.length), value]);
const text = (field: number, value: string) => bytes(field, new TextEncoder().encode(value));
const float = (field: number, value: number) =>
  join([varint((field << 3) | 5), new Uint8Array(Float32Array.of(value).buffer)]);

export const elementType = { float: 1, int8: 3, int64: 7 } as const;

export type Attribute = number | { readonly float: number } | readonly number[];

/** NodeProto. */
export function node(
  operator: string,
  inputs: readonly string[],
  outputs: readonly string[],
  attributes: Readonly<Record<string, Attribute>> = {},
): Part {
  return join([
    ...inputs.map((name) => text(1, name)),
    ...outputs.map((name) => text(2, name)),
    text(4, operator),
    ...Object.entries(attributes).map(([name, value]) => bytes(5, join([text(1, name), attribute(value)]))),
  ]);
}

function attribute(value: Attribute): Part {
  if (typeof value === 'number') return join([integer(3, value), integer(20, 2)]);
  if ('float' in value) return join([float(2, value.float), integer(20, 1)]);
  return join([...value.map((item) => integer(8, item)), integer(20, 7)]);
}

export type TensorData = Float32Array | Int8Array | BigInt64Array;

/** TensorProto, with the numbers as they lie in memory (little-endian). */
export function tensor(name: string, dims: readonly number[], data: TensorData): Part {
  const type =
    data instanceof Float32Array
      ? elementType.float
      : data instanceof Int8Array
        ? elementType.int8
        : elementType.int64;
  const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return join([...dims.map((dim) => integer(1, dim)), integer(2, type), text(8, name), bytes(9, raw)]);
}

/** ValueInfoProto of a tensor; a dimension in words may have any size. */
export function valueInfo(name: string, type: number, dims: readonly (number | string)[]): Part {
  const shape = dims.map((dim) => bytes(1, typeof dim === 'number' ? integer(1, dim) : text(2, dim)));
  return join([text(1, name), bytes(2, bytes(1, join([integer(1, type), bytes(2, join(shape))])))]);
}

export interface Graph {
  readonly nodes: readonly Part[];
  readonly initializers: readonly Part[];
  readonly inputs: readonly Part[];
  readonly outputs: readonly Part[];
}

/** ModelProto. */
export function model(graph: Graph, operatorSet: number): Part {
  const content = join([
    ...graph.nodes.map((it) => bytes(1, it)),
    text(2, 'decode'),
    ...graph.initializers.map((it) => bytes(5, it)),
    ...graph.inputs.map((it) => bytes(11, it)),
    ...graph.outputs.map((it) => bytes(12, it)),
  ]);
  return join([integer(1, 8), bytes(7, content), bytes(8, integer(2, operatorSet))]);
}
