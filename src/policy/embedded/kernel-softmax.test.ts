import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { PortableSoftmax, type RowSoftmax } from '../runtime/row-softmax.ts';
import { KernelSoftmax } from './kernel-softmax.ts';
import { openInNode, readKernel } from './node.ts';

let kernel: WebAssembly.Module;

beforeAll(async () => {
  kernel = await WebAssembly.compile(await readKernel());
});

/** All that a sampler reads. */
function weighed(softmax: RowSoftmax, row: Float32Array, scale: number) {
  const sum = softmax.load(row);
  if (Number.isNaN(sum)) return 'no distribution';
  const temperedSum = softmax.temper(scale);
  const { likeliest } = softmax;
  const [centred, exps, tempered] = [softmax.centred, softmax.exps, softmax.tempered].map(bits);
  return { sum, temperedSum, likeliest, centred, exps, tempered };
}

function bits(numbers: Float64Array): readonly bigint[] {
  return [...new BigUint64Array(numbers.slice().buffer)];
}

const logit = fc.oneof(
  { weight: 20, arbitrary: fc.float({ min: -30, max: 30, noNaN: true }) },
  { weight: 2, arbitrary: fc.constantFrom(0, -0, 1, -176, -178) },
  { weight: 1, arbitrary: fc.float() },
);
const row = fc.array(logit, { minLength: 1, maxLength: 70 }).map((logits) => Float32Array.from(logits));

test('weights have the bits of the portable ones, whatever the row', () => {
  const softmaxes = new Map<number, readonly [RowSoftmax, RowSoftmax]>();
  fc.assert(
    fc.property(row, fc.double({ min: 0.2, max: 1e5, noNaN: true }), (logits, scale) => {
      const size = logits.length;
      const [ours, plain] = softmaxes.get(size) ?? [
        new KernelSoftmax(kernel, size),
        new PortableSoftmax(size),
      ];
      softmaxes.set(size, [ours, plain]);
      expect(weighed(ours, logits, scale)).toEqual(weighed(plain, logits, scale));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  [[0, -0, 0]],
  [[-0, 0]],
  [[-Infinity, -Infinity]],
  [[-Infinity, 3]],
  [[1, NaN]],
  [[NaN, NaN, NaN, NaN, NaN]],
  [[Infinity, 1]],
  [[5]],
])('as for %j', (logits) => {
  const given = Float32Array.from(logits);
  const [ours, plain] = [new KernelSoftmax(kernel, given.length), new PortableSoftmax(given.length)];
  // What stood there before must not show through.
  ours.load(new Float32Array(given.length));
  expect(weighed(ours, given, 1.25)).toEqual(weighed(plain, given, 1.25));
});

test('a model brings them, and its rows give the same bits at every temperature', async () => {
  const { engine } = await openInNode('countdown');
  const [ours, plain] = [engine.createSoftmax(), new PortableSoftmax(engine.vocabulary)];
  const slot = engine.create();
  for (let token = 1; token < 60; token++) {
    const { logits } = await engine.forward([{ slot, tokens: [token], outputs: 1 }]);
    for (const temperature of [0.1, 0.7, 1, 1.3])
      expect(weighed(ours, logits, 1 / temperature)).toEqual(weighed(plain, logits, 1 / temperature));
  }
});
