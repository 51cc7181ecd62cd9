import { readdirSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { parseManifest } from '../manifest.ts';
import { readFrom, readKernel } from '../node.ts';
import { openEmbedded } from '../open.ts';
import { fetchFrom, randomModel, sha256Hex } from '../testing/random-model.ts';
import { placeWeights } from '../weights.ts';
import { readTrainerKernel } from './node.ts';
import { placeParameters, readParameters, writeParameters } from './parameters.ts';
import { Trainer } from './trainer.ts';

const shipped = readdirSync(new URL('../../../../public/models/', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

let kernel: WebAssembly.Module;

beforeAll(async () => {
  kernel = await WebAssembly.compile(await readTrainerKernel());
});

test.each(shipped)('%s, opened and exported, has the bytes that it came with', async (id) => {
  const manifest = parseManifest(await readFrom()(`${id}/manifest.json`), id);
  const file = await readFrom()(`${id}/${manifest.files.weights.path}`);
  const places = placeParameters(manifest.architecture, placeWeights(manifest));
  const written = writeParameters(places, readParameters(places, file), file);
  expect(Buffer.compare(written, file)).toBe(0);
});

test('integers are rounded as numpy does: halves to the even one, never beyond 127', async () => {
  const { manifest, weights } = await randomModel(1);
  const places = placeParameters(manifest.architecture, placeWeights(manifest));
  const parameters = readParameters(places, weights);
  // A row of the embedding with the scale 1, and one of zeros.
  parameters.fill(0, 0, 2 * manifest.architecture.width);
  parameters.set([127, -127, 0.5, 1.5, 2.5, -0.5, -1.5, 126.5, 3.4, 3.6]);
  const [{ offset, scalesOffset } = { offset: null, scalesOffset: null }] = places;
  const written = new DataView(writeParameters(places, parameters, weights).buffer);
  const integers = Array.from({ length: 10 }, (_, index) => written.getInt8((offset ?? NaN) + index));
  expect(integers).toEqual([127, -127, 0, 2, 2, 0, -2, 126, 3, 4]);
  expect(written.getFloat32(scalesOffset ?? NaN, true)).toBe(1);
  expect(written.getFloat32((scalesOffset ?? NaN) + 4, true)).toBe(0);
});

test('a model that was trained opens as a model once its manifest has the new hash', async () => {
  const { manifest, weights, fetchFile } = await randomModel(1);
  const trainer = await Trainer.open({ id: 'random', fetchFile, wasm: kernel, rows: 64 });
  const sequence = { tokens: [3, 1, 4, 1, 5, 9, 2, 6], start: 3 };
  const policy = { weights: 'policy', temperature: 1 } as const;
  const [before = []] = trainer.forward([sequence], policy);
  for (let update = 0; update < 20; update++) {
    trainer.forward([sequence], policy);
    trainer.backward([{ pushes: [1, 1, 1, 1, 1], values: [] }], 0);
    trainer.step(trainer.takeGradient(), { rate: 0.01, maxNorm: 1 });
  }
  const [after = []] = trainer.forward([sequence], policy);
  expect(Math.min(...after)).toBeGreaterThan(Math.max(...before));
  const exported = trainer.exported();
  expect(exported).toHaveLength(weights.length);
  const files = { weights: { ...manifest.files.weights, sha256: await sha256Hex(exported) } };
  const { engine } = await openEmbedded({
    id: 'random',
    fetchFile: fetchFrom({ ...manifest, files }, exported),
    wasm: await readKernel(),
  });
  const { logits } = await engine.forward([{ slot: engine.create(), tokens: sequence.tokens, outputs: 8 }]);
  sequence.tokens.slice(sequence.start).forEach((token, at) => {
    const from = (sequence.start - 1 + at) * engine.vocabulary;
    const row = Array.from(logits.subarray(from, from + engine.vocabulary));
    expect(row.indexOf(Math.max(...row))).toBe(token);
  });
});
