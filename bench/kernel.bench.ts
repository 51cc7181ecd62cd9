/**
 * Our kernel against onnxruntime-web on the same model, one thread each, side by side: `npx tsx bench/kernel.bench.ts`.
 * Times are the processor's. Other work on the machine disturbs all of them, so rounds alternate and the ratios of a round are what
 * counts.
 */
import type { EmbeddedEngine } from '#policy/embedded/engine.ts';
import { parseManifest } from '#policy/embedded/manifest.ts';
import { openInNode, readFrom } from '#policy/embedded/node.ts';
import { OnnxDecoder } from './onnx-session.ts';
import { processorTime } from './processor-time.ts';

const id = process.argv[2] ?? 'countdown';
const rounds = 7;
/** Rounds before: all compile their hot functions while they run. */
const warmUps = 2;
const from = 36;
const to = 100;

const { engine, took: kernelLoad } = await timed(() => openInNode(id).then((it) => ({ engine: it.engine })));
const manifest = parseManifest(await readFrom()(`${id}/manifest.json`), id);
const weights = await readFrom()(`${id}/${manifest.files.weights.path}`);
const { onnx: onnxFloat, took: onnxLoad } = await timed(async () => ({
  onnx: await OnnxDecoder.open(manifest, weights, 'f32'),
}));
const onnxInteger = await OnnxDecoder.open(manifest, weights, 'int8');

console.log(`Model ${id}, ${rounds} rounds decoding positions ${from} to ${to}; medians.`);
console.log(`Load: kernel ${kernelLoad.toFixed(0)} ms, onnxruntime-web ${onnxLoad.toFixed(0)} ms.`);
console.log(
  `Largest difference of logits: f32 ${(await difference(onnxFloat)).toFixed(4)}, int8 ${(await difference(onnxInteger)).toFixed(4)}.`,
);
console.log('tokens a second:');
console.log('sequences   kernel  ort f32 (ratio)  ort int8 (ratio)');
for (const batch of [1, 8, 32]) {
  const measured: (readonly [number, number, number])[] = [];
  for (let round = 0; round < warmUps + rounds; round++) {
    measured.push([
      await decodeOurs(engine, batch),
      await decodeTheirs(onnxFloat, batch),
      await decodeTheirs(onnxInteger, batch),
    ]);
  }
  const kept = measured.slice(warmUps);
  const [ours, float, integer] = [0, 1, 2].map((which) =>
    median(kept.map((round) => round[which] ?? NaN)).toFixed(0),
  );
  const ratio = (which: 1 | 2) => `(${median(kept.map((round) => round[0] / round[which])).toFixed(1)})`;
  console.log(
    [
      String(batch).padStart(9),
      ours?.padStart(8),
      float?.padStart(8),
      ratio(1).padStart(7),
      integer?.padStart(8),
      ratio(2).padStart(7),
    ].join(' '),
  );
}
await prefillAndFork();

/** Adds the milliseconds it took. */
async function timed<T extends object>(work: () => Promise<T>): Promise<T & { took: number }> {
  const start = performance.now();
  const result = await work();
  return { ...result, took: performance.now() - start };
}

function token(step: number, sequence: number): number {
  return (step * 7 + sequence * 3 + 11) % manifest.architecture.vocabulary;
}

/** Tokens a second. */
async function decodeOurs(it: EmbeddedEngine, batch: number): Promise<number> {
  const slots = Array.from({ length: batch }, () => it.create());
  const prompt = Array.from({ length: from }, (_, step) => token(step, 0));
  for (const slot of slots) await it.forward([{ slot, tokens: prompt, outputs: 1 }]);
  const start = processorTime();
  for (let step = from; step < to; step++) {
    await it.forward(slots.map((slot, sequence) => ({ slot, tokens: [token(step, sequence)], outputs: 1 })));
  }
  const seconds = (processorTime() - start) / 1000;
  for (const slot of slots) it.drop(slot);
  return (batch * (to - from)) / seconds;
}

async function decodeTheirs(onnx: OnnxDecoder, batch: number): Promise<number> {
  onnx.start(batch, from);
  const start = processorTime();
  for (let step = from; step < to; step++)
    await onnx.step(Array.from({ length: batch }, (_, sequence) => token(step, sequence)));
  return (batch * (to - from)) / ((processorTime() - start) / 1000);
}

/** Both run the same model: the same tokens give the same logits, up to rounding. */
async function difference(onnx: OnnxDecoder): Promise<number> {
  const slot = engine.create();
  onnx.start(1, 0);
  let worst = 0;
  for (let step = 0; step < 20; step++) {
    const { logits } = await engine.forward([{ slot, tokens: [token(step, 0)], outputs: 1 }]);
    const ours = logits.slice();
    (await onnx.step([token(step, 0)])).forEach(
      (logit, index) => (worst = Math.max(worst, Math.abs(logit - (ours[index] ?? NaN)))),
    );
  }
  engine.drop(slot);
  return worst;
}

async function prefillAndFork(): Promise<void> {
  const prefills: number[] = [];
  const forks: number[] = [];
  for (let round = 0; round < 20; round++) {
    const slot = engine.create();
    const tokens = Array.from({ length: 100 }, (_, step) => token(step, round));
    let start = processorTime();
    await engine.forward([{ slot, tokens, outputs: 1 }]);
    prefills.push(processorTime() - start);
    start = processorTime();
    const child = engine.fork(slot, 100);
    forks.push(processorTime() - start);
    engine.drop(child);
    engine.drop(slot);
  }
  console.log(
    `Kernel: prefill of 100 tokens ${median(prefills).toFixed(1)} ms, fork at 100 tokens ${median(forks).toFixed(3)} ms.`,
  );
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}
