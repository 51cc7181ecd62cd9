import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SequencePushes, TrainSequence } from '../../runtime/train-engine.ts';
import { parseManifest } from '../manifest.ts';
import { readFrom } from '../node.ts';
import { placeWeights } from '../weights.ts';
import { readTrainerKernel } from './node.ts';
import { placeParameters, type ParameterPlace } from './parameters.ts';
import { Trainer } from './trainer.ts';

/** What stands for a tensor in a fixture. */
interface Summary {
  readonly name: string;
  readonly norm: number;
  /** Sum of its numbers, each with the sign of `signOf`. */
  readonly signed: number;
  /** `[index, number]` of the largest and of some more. */
  readonly entries: readonly (readonly [number, number])[];
}

/** What `training/export/gradients.py` writes: the same in PyTorch, in 64-bit floats. */
interface Reference {
  readonly weights: string;
  readonly temperature: number;
  readonly valueWeight: number;
  readonly rate: number;
  readonly maxNorm: number;
  readonly lessons: readonly (TrainSequence & SequencePushes)[];
  readonly logs: readonly (readonly number[])[];
  readonly gradient: readonly Summary[];
  /** Lengths of the gradient of ten steps, before they were cut, and how the parameters have changed after them. */
  readonly norms: readonly number[];
  readonly change: readonly Summary[];
}

/**
 * Twice to four times what was measured. PyTorch itself, in 32-bit floats, is up to 7e-5 (logarithms) and 3e-5 (gradients) off: the
 * last model's layers enlarge roundings.
 */
const logTolerance = 2e-4;
/** Shares of a tensor's length. */
const gradientTolerance = 1e-4;
/** The change after ten steps has the errors of ten gradients, and AdamW divides by small moments. */
const changeTolerance = 1e-3;

const fixtures = new URL('./fixtures/', import.meta.url);
const suffix = '.gradients.json';
const names = readdirSync(fixtures)
  .filter((name) => name.endsWith(suffix))
  .map((name) => name.slice(0, -suffix.length));

let kernel: WebAssembly.Module;

beforeAll(async () => {
  kernel = await WebAssembly.compile(await readTrainerKernel());
});

describe.each(names)('%s', (id) => {
  const reference = JSON.parse(readFileSync(new URL(`${id}${suffix}`, fixtures), 'utf8')) as Reference;
  const { lessons, temperature, valueWeight } = reference;
  const fetchFile = id === 'random' ? readFrom(fixtures) : readFrom();

  async function open(): Promise<{ trainer: Trainer; places: readonly ParameterPlace[] }> {
    const manifest = parseManifest(await fetchFile(`${id}/manifest.json`), id);
    expect(manifest.files.weights.sha256).toBe(reference.weights);
    return {
      trainer: await Trainer.open({ id, fetchFile, wasm: kernel, rows: 512 }),
      places: placeParameters(manifest.architecture, placeWeights(manifest)),
    };
  }

  test('log-probabilities and the gradient of every tensor are those of PyTorch', async () => {
    const { trainer, places } = await open();
    const logs = trainer.forward(lessons, { weights: 'policy', temperature });
    expect(logs.map(({ length }) => length)).toEqual(reference.logs.map(({ length }) => length));
    logs.forEach((found, index) =>
      found.forEach((log, at) =>
        expect(Math.abs(log - (reference.logs[index]?.[at] ?? NaN))).toBeLessThan(logTolerance),
      ),
    );
    trainer.backward(lessons, valueWeight);
    expectSummaries(trainer.takeGradient(), places, reference.gradient, gradientTolerance);
  });

  test('ten steps of the optimiser are those of PyTorch', async () => {
    const { trainer, places } = await open();
    const start = trainer.weights().parameters;
    for (const norm of reference.norms) {
      trainer.forward(lessons, { weights: 'policy', temperature });
      trainer.backward(lessons, valueWeight);
      const { rate, maxNorm } = reference;
      expect(trainer.step(trainer.takeGradient(), { rate, maxNorm }) / norm).toBeCloseTo(1, 3);
    }
    const { parameters } = trainer.weights();
    expectSummaries(
      parameters.map((value, index) => value - (start[index] ?? NaN)),
      places,
      reference.change,
      changeTolerance,
    );
  });
});

function expectSummaries(
  found: Float32Array,
  places: readonly ParameterPlace[],
  summaries: readonly Summary[],
  tolerance: number,
): void {
  expect(summaries.map(({ name }) => name).sort()).toEqual(places.map(({ name }) => name).sort());
  for (const { name, norm, signed, entries } of summaries) {
    const { at = NaN, rows = NaN, columns = NaN } = places.find((place) => place.name === name) ?? {};
    const tensor = found.subarray(at, at + rows * columns);
    const near = (value: number, expected: number) =>
      expect(Math.abs(value - expected), name).toBeLessThanOrEqual(tolerance * norm);
    near(Math.sqrt(tensor.reduce((sum, value) => sum + value * value, 0)), norm);
    near(
      tensor.reduce((sum, value, index) => sum + signOf(index) * value, 0),
      signed,
    );
    for (const [index, value] of entries) near(tensor[index] ?? NaN, value);
  }
}

/** A coin for each index, as `sign` of the writer. */
function signOf(index: number): number {
  return Math.imul(index, 0x9e3779b1) >= 0 ? 1 : -1;
}
