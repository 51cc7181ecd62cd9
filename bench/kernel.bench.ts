/**
 * Our kernel against onnxruntime-web on the same model, one thread each, side by side: `npx tsx bench/kernel.bench.ts`.
 * Other work on the machine disturbs both, so rounds alternate and the ratio of a round is what counts.
 */
import { parseManifest } from '../src/policy/embedded/manifest.ts';
import { openInNode, readFrom } from '../src/policy/embedded/node.ts';
import type { EmbeddedEngine } from '../src/policy/embedded/engine.ts';
import { OnnxDecoder } from './onnx-session.ts';

const id = process.argv[2] ?? 'countdown';
const rounds = 7;
const from = 36;
const to = 100;

const kernelStart = performance.now();
const { engine } = await openInNode(id);
const kernelLoad = performance.now() - kernelStart;
const manifest = parseManifest(await readFrom()(`${id}/manifest.json`), id);
const onnxStart = performance.now();
const onnx = await OnnxDecoder.open(manifest, await readFrom()(`${id}/${manifest.files.weights.path}`));
const onnxLoad = performance.now() - onnxStart;

console.log(`model ${id}, ${manifest.architecture.context} tokens of context; decoding positions ${from} to ${to}; medians of ${rounds} rounds`);
console.log(`load: kernel ${kernelLoad.toFixed(0)} ms, onnxruntime-web ${onnxLoad.toFixed(0)} ms`);
console.log(`largest difference of logits over a sequence: ${(await difference()).toFixed(4)}`);
console.log('sequences  kernel tok/s  onnxruntime-web tok/s  ratio');
for (const batch of [1, 8, 32]) {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = -1; round < rounds; round++) {
    const [a, b] = [await decodeOurs(engine, batch), await decodeTheirs(batch)];
    if (round < 0) continue; // warming up: both compile their hot functions while they run
    ours.push(a);
    theirs.push(b);
  }
  const ratio = median(ours.map((value, round) => value / (theirs[round] ?? NaN)));
  console.log(`${String(batch).padStart(9)}  ${median(ours).toFixed(0).padStart(12)}  ${median(theirs).toFixed(0).padStart(21)}  ${ratio.toFixed(1)}`);
}
await prefillAndFork();

function token(step: number, sequence: number): number {
  return (step * 7 + sequence * 3 + 11) % manifest.architecture.vocabulary;
}

/** Tokens a second. */
async function decodeOurs(it: EmbeddedEngine, batch: number): Promise<number> {
  const slots = Array.from({ length: batch }, () => it.create());
  const prompt = Array.from({ length: from }, (_, step) => token(step, 0));
  for (const slot of slots) await it.forward([{ slot, tokens: prompt, outputs: 1 }]);
  const start = performance.now();
  for (let step = from; step < to; step++) {
    await it.forward(slots.map((slot, sequence) => ({ slot, tokens: [token(step, sequence)], outputs: 1 })));
  }
  const seconds = (performance.now() - start) / 1000;
  for (const slot of slots) it.drop(slot);
  return (batch * (to - from)) / seconds;
}

async function decodeTheirs(batch: number): Promise<number> {
  onnx.start(batch, from);
  const start = performance.now();
  for (let step = from; step < to; step++) await onnx.step(Array.from({ length: batch }, (_, sequence) => token(step, sequence)));
  return (batch * (to - from)) / ((performance.now() - start) / 1000);
}

/** Both run the same model: the same tokens give the same logits, up to rounding. */
async function difference(): Promise<number> {
  const slot = engine.create();
  onnx.start(1, 0);
  let worst = 0;
  for (let step = 0; step < 20; step++) {
    const { logits } = await engine.forward([{ slot, tokens: [token(step, 0)], outputs: 1 }]);
    const ours = logits.slice();
    (await onnx.step([token(step, 0)])).forEach((logit, index) => (worst = Math.max(worst, Math.abs(logit - (ours[index] ?? NaN)))));
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
    let start = performance.now();
    await engine.forward([{ slot, tokens, outputs: 1 }]);
    prefills.push(performance.now() - start);
    start = performance.now();
    const child = engine.fork(slot, 100);
    forks.push(performance.now() - start);
    engine.drop(child);
    engine.drop(slot);
  }
  console.log(`kernel: prefill of 100 tokens ${median(prefills).toFixed(1)} ms, fork at 100 tokens ${median(forks).toFixed(3)} ms`);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}
