import type { Manifest } from '#policy/embedded/manifest.ts';
import {
  elementType,
  model,
  node,
  tensor,
  valueInfo,
  type Attribute,
  type TensorData,
} from './onnx-protobuf.ts';

/**
 * How a product is computed: with weights as f32, or int8 as in our file, activations quantised on the way
 * (to 8 bits, and one scale for the whole batch: that is all the operators offer).
 */
export type OnnxWeights = 'f32' | 'int8';

/**
 * The embedded model as an ONNX graph that decodes one token for each sequence of a batch, made to suit onnxruntime: q, k
 * and v in one product, q and k rotated together, the softmax scale folded into the weights, keys kept transposed so
 * that nothing is transposed at a step. All sequences of a batch are equally long.
 *
 * Inputs: `ids` int64 [batch]; `position` int64 [1]; `keys.L` f32 [batch, heads, headWidth, past];
 * `values.L` f32 [batch, heads, past, headWidth]. Outputs: `logits`, `value`, and `keys.L.next`, `values.L.next`.
 */
export function onnxModel(
  manifest: Manifest,
  weights: Uint8Array<ArrayBuffer>,
  kind: OnnxWeights,
): Uint8Array {
  const { vocabulary, width, layers, heads, feedForward, context } = manifest.architecture;
  const headWidth = width / heads;
  const half = headWidth / 2;
  const nodes: Uint8Array[] = [];
  const initializers: Uint8Array[] = [];
  let names = 0;
  const op = (
    operator: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>> = {},
    output = `t${names++}`,
  ) => {
    nodes.push(node(operator, inputs, [output], attributes));
    return output;
  };
  const split = (input: string, count: number, axis: number, sizes?: string) => {
    const outputs = Array.from({ length: count }, () => `t${names++}`);
    nodes.push(
      node(
        'Split',
        sizes ? [input, sizes] : [input],
        outputs,
        sizes ? { axis } : { axis, num_outputs: count },
      ),
    );
    return outputs as [string, string, ...string[]];
  };
  const constant = (name: string, dims: readonly number[], data: TensorData) => {
    initializers.push(tensor(name, dims, data));
    return name;
  };
  const integers = (name: string, ...values: number[]) =>
    constant(name, [values.length], BigInt64Array.from(values, BigInt));
  const read = reader(manifest, weights);
  const vector = (name: string) => constant(name, [read.vector(name).length], read.vector(name));
  /** input · matrixᵀ; `factor` scales rows of the matrix. */
  const product = (
    input: string,
    name: string,
    rows: number,
    columns: number,
    factor: (row: number) => number = () => 1,
  ) => {
    const scales = read.vector(`${name}.scale`).map((scale, row) => scale * factor(row));
    const turned = transposed(read.integers(name), rows, columns);
    if (kind === 'f32') {
      const matrix = Float32Array.from(turned, (integer, at) => integer * (scales[at % rows] ?? 0));
      return op('MatMul', [input, constant(name, [columns, rows], matrix)]);
    }
    const [quantised, scale, zero] = [`t${names++}`, `t${names++}`, `t${names++}`];
    nodes.push(node('DynamicQuantizeLinear', [input], [quantised, scale, zero]));
    const sums = op(
      'Cast',
      [op('MatMulInteger', [quantised, constant(name, [columns, rows], turned), zero])],
      { to: elementType.float },
    );
    return op('Mul', [sums, op('Mul', [scale, constant(`${name}.scale`, [rows], scales)])]);
  };
  const normalised = (input: string, name: string) =>
    op('LayerNormalization', [input, vector(`${name}.gain`), vector(`${name}.bias`)], {
      axis: -1,
      epsilon: { float: 1e-5 },
    });

  const rotated = integers('shape.rotated', -1, 2 * heads, headWidth);
  const asKeys = integers('shape.keys', -1, heads, headWidth, 1);
  const asQueries = integers('shape.queries', -1, heads, 1, headWidth);
  const asRow = integers('shape.row', -1, width);
  const thirds = integers('sizes.qkv', 2 * width, width);
  const [cos, sin] = ['rotary.cos', 'rotary.sin'].map((name) =>
    op('Gather', [constant(name, [context, half], read.vector(name)), 'position'], { axis: 0 }),
  ) as [string, string];

  let h = op('Gather', [constant('embedding', [vocabulary, width], read.matrix('embedding', width)), 'ids'], {
    axis: 0,
  });
  for (let index = 0; index < layers; index++) {
    const name = `layers.${index}`;
    const scaled = (row: number) => (row < width ? headWidth ** -0.5 : 1);
    const [qk, v] = split(
      product(normalised(h, `${name}.norm1`), `${name}.qkv`, 3 * width, width, scaled),
      2,
      1,
      thirds,
    );
    const [a, b] = split(op('Reshape', [qk, rotated]), 2, 2);
    const first = op('Sub', [op('Mul', [a, cos]), op('Mul', [b, sin])]);
    const second = op('Add', [op('Mul', [a, sin]), op('Mul', [b, cos])]);
    const [q, k] = split(op('Concat', [first, second], { axis: 2 }), 2, 1);
    const keys = op(
      'Concat',
      [`keys.${index}`, op('Reshape', [k, asKeys])],
      { axis: 3 },
      `keys.${index}.next`,
    );
    const values = op(
      'Concat',
      [`values.${index}`, op('Reshape', [v, asQueries])],
      { axis: 2 },
      `values.${index}.next`,
    );
    const weighted = op('Softmax', [op('MatMul', [op('Reshape', [q, asQueries]), keys])], { axis: -1 });
    const mixed = op('Reshape', [op('MatMul', [weighted, values]), asRow]);
    h = op('Add', [h, product(mixed, `${name}.out`, width, width)]);
    const up = op('Relu', [product(normalised(h, `${name}.norm2`), `${name}.up`, feedForward, width)]);
    h = op('Add', [h, product(op('Mul', [up, up]), `${name}.down`, width, feedForward)]);
  }
  const z = normalised(h, 'final');
  op('Identity', [product(z, 'head', vocabulary, width)], {}, 'logits');
  const value = op('MatMul', [z, constant('value.weight', [width, 1], read.vector('value.weight'))]);
  op('Sigmoid', [op('Add', [value, constant('value.bias', [1], read.vector('value.bias'))])], {}, 'value');

  const perLayer = (of: (layer: number) => readonly Uint8Array[]) =>
    Array.from({ length: layers }, (_, layer) => of(layer)).flat();
  const cache = (layer: number, suffix: string, length: string) => [
    valueInfo(`keys.${layer}${suffix}`, elementType.float, ['batch', heads, headWidth, length]),
    valueInfo(`values.${layer}${suffix}`, elementType.float, ['batch', heads, length, headWidth]),
  ];
  return model(
    {
      nodes,
      initializers,
      inputs: [
        valueInfo('ids', elementType.int64, ['batch']),
        valueInfo('position', elementType.int64, [1]),
        ...perLayer((layer) => cache(layer, '', 'past')),
      ],
      outputs: [
        valueInfo('logits', elementType.float, ['batch', vocabulary]),
        valueInfo('value', elementType.float, ['batch', 1]),
        ...perLayer((layer) => cache(layer, '.next', 'length')),
      ],
    },
    18,
  );
}

/** Tensors of the weights file as f32. */
function reader(manifest: Manifest, weights: Uint8Array<ArrayBuffer>) {
  const bytesOf = (name: string, size: number) => {
    const place = manifest.tensors.find((it) => it.name === name);
    if (!place) throw new Error(`no tensor ${name}`);
    const length = place.shape.reduce((a, b) => a * b, 1) * size;
    return weights.slice(place.offset, place.offset + length).buffer;
  };
  const vector = (name: string) => new Float32Array(bytesOf(name, 4));
  return {
    vector,
    integers: (name: string) => new Int8Array(bytesOf(name, 1)),
    matrix(name: string, columns: number): Float32Array {
      const scales = vector(`${name}.scale`);
      return Float32Array.from(
        new Int8Array(bytesOf(name, 1)),
        (integer, at) => integer * (scales[Math.floor(at / columns)] ?? 0),
      );
    },
  };
}

function transposed(matrix: Int8Array, rows: number, columns: number): Int8Array {
  return Int8Array.from(matrix, (_, at) => matrix[(at % rows) * columns + Math.floor(at / rows)] ?? 0);
}
