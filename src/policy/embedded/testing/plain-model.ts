import type { Manifest } from '../manifest.ts';

/** The formulas of `public/models/README.md` in double precision, written as simply as possible: the kernel's reference. */
export function plainForward(
  { architecture, tensors }: Manifest,
  weights: Uint8Array,
  tokens: readonly number[],
): { logits: number[][]; values: number[] } {
  const { width, layers, heads } = architecture;
  const headWidth = width / heads;
  const view = new DataView(weights.buffer, weights.byteOffset, weights.byteLength);
  const find = (name: string) => {
    const place = tensors.find((it) => it.name === name);
    if (!place) throw new Error(`no tensor ${name}`);
    return place;
  };
  const vector = (name: string) => {
    const { offset, shape } = find(name);
    return range(shape.reduce((a, b) => a * b, 1)).map((index) => view.getFloat32(offset + 4 * index, true));
  };
  const matrix = (name: string) => {
    const { offset, shape } = find(name);
    const [rows = 0, columns = 0] = shape;
    const scales = vector(`${name}.scale`);
    return range(rows).map((row) =>
      range(columns).map((column) => view.getInt8(offset + row * columns + column) * (scales[row] ?? NaN)),
    );
  };
  const normalise = (x: readonly number[], name: string) => {
    const [gain, bias] = [vector(`${name}.gain`), vector(`${name}.bias`)];
    const mean = sum(x) / x.length;
    const deviation = Math.sqrt(sum(x.map((value) => (value - mean) ** 2)) / x.length + 1e-5);
    return x.map(
      (value, index) => ((value - mean) / deviation) * (gain[index] ?? NaN) + (bias[index] ?? NaN),
    );
  };
  const [cos, sin] = [vector('rotary.cos'), vector('rotary.sin')];
  const rotate = (x: readonly number[], position: number) =>
    x.map((value, index) => {
      const half = headWidth / 2;
      const at = position * half + (index % half);
      const [c = NaN, s = NaN] = [cos[at], sin[at]];
      return index < half
        ? value * c - (x[index + half] ?? NaN) * s
        : (x[index - half] ?? NaN) * s + value * c;
    });

  const embedding = matrix('embedding');
  let h = tokens.map((token) => embedding[token] ?? []);
  for (let layer = 0; layer < layers; layer++) {
    const [qkv, out, up, down] = ['qkv', 'out', 'up', 'down'].map((name) =>
      matrix(`layers.${layer}.${name}`),
    ) as [number[][], number[][], number[][], number[][]];
    const rows = h.map((x) => times(qkv, normalise(x, `layers.${layer}.norm1`)));
    const part = (row: readonly number[], which: number, head: number) =>
      row.slice(which * width + head * headWidth, which * width + (head + 1) * headWidth);
    const mixed = rows.map((row, position) =>
      range(heads).flatMap((head) => {
        const q = rotate(part(row, 0, head), position);
        const before = rows.slice(0, position + 1);
        const scores = before.map((other, at) =>
          Math.exp(dot(q, rotate(part(other, 1, head), at)) / Math.sqrt(headWidth)),
        );
        return range(headWidth).map(
          (index) =>
            sum(before.map((other, at) => (scores[at] ?? NaN) * (part(other, 2, head)[index] ?? NaN))) /
            sum(scores),
        );
      }),
    );
    h = h.map((x, row) => plus(x, times(out, mixed[row] ?? [])));
    h = h.map((x) =>
      plus(
        x,
        times(
          down,
          times(up, normalise(x, `layers.${layer}.norm2`)).map((value) => Math.max(0, value) ** 2),
        ),
      ),
    );
  }
  const z = h.map((x) => normalise(x, 'final'));
  const head = matrix('head');
  const [weight, [bias = NaN]] = [vector('value.weight'), vector('value.bias')];
  return {
    logits: z.map((x) => times(head, x)),
    values: z.map((x) => 1 / (1 + Math.exp(-dot(weight, x) - bias))),
  };
}

const range = (length: number) => Array.from({ length }, (_, index) => index);
const sum = (x: readonly number[]) => x.reduce((a, b) => a + b, 0);
const dot = (a: readonly number[], b: readonly number[]) =>
  sum(a.map((value, index) => value * (b[index] ?? NaN)));
const plus = (a: readonly number[], b: readonly number[]) =>
  a.map((value, index) => value + (b[index] ?? NaN));
const times = (matrix: readonly (readonly number[])[], x: readonly number[]) =>
  matrix.map((row) => dot(row, x));
