import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as ort from 'onnxruntime-web';
import type { Manifest } from '#policy/embedded/manifest.ts';
import { onnxModel, type OnnxWeights } from './onnx-model.ts';

/** The model in onnxruntime-web on WebAssembly, one thread: equally long sequences, one token each at a step. */
export class OnnxDecoder {
  private caches: Record<string, ort.Tensor> = {};
  private length = 0;

  private constructor(
    private readonly session: ort.InferenceSession,
    private readonly manifest: Manifest,
  ) {}

  static async open(
    manifest: Manifest,
    weights: Uint8Array<ArrayBuffer>,
    kind: OnnxWeights,
  ): Promise<OnnxDecoder> {
    ort.env.wasm.numThreads = 1;
    ort.env.logLevel = 'error';
    const folder = await mkdtemp(join(tmpdir(), 'onnx-'));
    try {
      const path = join(folder, `${manifest.id}.onnx`);
      await writeFile(path, onnxModel(manifest, weights, kind));
      const session = await ort.InferenceSession.create(path, {
        executionProviders: ['wasm'],
        graphOptimizationLevel: 'all',
      });
      return new OnnxDecoder(session, manifest);
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  /** Starts `batch` sequences that hold `length` tokens already, with caches of zeros: time does not depend on them. */
  start(batch: number, length: number): void {
    const { layers, heads, width } = this.manifest.architecture;
    const size = batch * width * length;
    this.length = length;
    this.caches = {};
    for (let layer = 0; layer < layers; layer++) {
      this.caches[`keys.${layer}`] = new ort.Tensor('float32', new Float32Array(size), [
        batch,
        heads,
        width / heads,
        length,
      ]);
      this.caches[`values.${layer}`] = new ort.Tensor('float32', new Float32Array(size), [
        batch,
        heads,
        length,
        width / heads,
      ]);
    }
  }

  /** Appends one token to each sequence. Returns logits [batch, vocabulary]. */
  async step(tokens: readonly number[]): Promise<Float32Array> {
    const outputs = await this.session.run({
      ids: new ort.Tensor('int64', BigInt64Array.from(tokens, BigInt), [tokens.length]),
      position: new ort.Tensor('int64', BigInt64Array.of(BigInt(this.length++)), [1]),
      ...this.caches,
    });
    for (const name of Object.keys(this.caches)) this.caches[name] = outputs[`${name}.next`]!;
    return outputs['logits']!.data as Float32Array;
  }
}
