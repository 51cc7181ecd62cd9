import type { ModelWith } from '#policy/language-model.ts';
import { codecWords } from '#policy/runtime/codec-words.ts';
import type { GpuModel } from '#policy/webllm/models/gpu-model.ts';
import type { OpenProgress } from '#policy/webllm/drivers/open.ts';
import { unlessAborted } from './arrival.ts';
import { type ModelPort, openModelProxy } from './model-proxy.ts';
import { openGpuWords } from './open-gpu.ts';
import { gpuPatience } from './watch.ts';

/**
 * The one WebLLM model that is on the graphics processor, in a worker of its own: another one takes its place, since two
 * would seldom fit. One that broke is gone, and is opened anew when it is next asked for.
 */
export class ResidentGpuModel {
  private held: {
    readonly id: string;
    readonly model: ModelWith<'scoring'>;
    readonly port: ModelPort;
  } | null = null;

  constructor(
    private readonly startWorker: () => ModelPort,
    private readonly watched: boolean,
    private readonly openWords: typeof openGpuWords = openGpuWords,
  ) {}

  /** Rejects with PolicyError, or with AbortError once the signal is aborted; what was loaded until then is given back. */
  async open(
    gpuModel: GpuModel,
    onProgress: (progress: OpenProgress) => void,
    signal: AbortSignal,
  ): Promise<ModelWith<'scoring'>> {
    signal.throwIfAborted();
    if (this.held?.id === gpuModel.id) return this.held.model;
    this.close();
    // What is not downloaded is found out before a worker is started.
    const words = await unlessAborted(this.openWords(gpuModel), signal);
    const port = this.startWorker();
    const model = await openModelProxy({
      port,
      open: { gpu: gpuModel, watched: this.watched },
      words: codecWords(words.codec),
      onProgress,
      onBroken: () => this.forget(port),
      signal,
      patience: gpuPatience,
    });
    this.held = { id: gpuModel.id, model, port };
    return model;
  }

  /** Gives the graphics processor's memory back. */
  close(): void {
    this.held?.model.close();
    this.held = null;
  }

  private forget(port: ModelPort): void {
    if (this.held?.port === port) this.held = null;
  }
}
