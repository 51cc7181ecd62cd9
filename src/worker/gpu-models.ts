import type { LanguageModel } from '#policy/language-model.ts';
import type { GpuModel } from '#policy/model-handle.ts';
import { orPartMissing, whilePartComes } from './arrival.ts';
import type { EngineHost, OnProgress } from './engine-host.ts';
import type { ModelProgress } from './run-calls.ts';
import type { ResidentGpuModel } from './resident-gpu-model.ts';

/** WebLLM's models, one at a time; opening another closes the one before. */
export class GpuHost implements EngineHost<GpuModel> {
  private resident: ResidentGpuModel | null = null;

  /** @param watched tokens are shown as they arrive */
  constructor(private readonly watched: boolean) {}

  async open(model: GpuModel, onProgress: OnProgress, signal: AbortSignal): Promise<LanguageModel> {
    const report = (phase: ModelProgress['phase'], fraction: number | null = null) => {
      const totalBytes = phase === 'starting' && fraction !== null ? (model.downloadBytes ?? 0) : 0;
      onProgress({ model: model.id, phase, bytes: Math.round(totalBytes * (fraction ?? 0)), totalBytes });
    };
    const resident = await this.load(signal);
    const opened = await resident.open(model, ({ phase, fraction }) => report(phase, fraction), signal);
    report('ready');
    return opened;
  }

  /** With it come tokenisers and chat templates, which nothing else needs. */
  private async load(signal: AbortSignal): Promise<ResidentGpuModel> {
    const part = whilePartComes(import('./resident-gpu-model.ts'));
    const { ResidentGpuModel } = await orPartMissing(part, 'gpu-models', signal);
    this.resident ??= new ResidentGpuModel(
      () => new Worker(new URL('./gpu.worker.ts', import.meta.url), { type: 'module', name: 'gpu' }),
      this.watched,
    );
    return this.resident;
  }
}
