import type { FailureOf } from '#run/failure.ts';
import { embeddedModel } from '#policy/models.ts';
import { loadKernel } from '#policy/embedded/browser.ts';
import type { LanguageModel } from '#policy/language-model.ts';
import { partMissing, PolicyError } from '#policy/policy-error.ts';
import { createPool } from '#policy/pool.ts';
import type { GpuModel } from '#policy/webllm/models/gpu-model.ts';
import { unlessAborted, whileItComes, whilePartComes } from './arrival.ts';
import type { GpuShelf } from './gpu-shelf.ts';
import type { ModelProgress } from './lab-messages.ts';
import { fetchModelFile, type ModelFiles } from './model-files.ts';
import { openModelProxy } from './model-proxy.ts';
import { openModel, type ModelParts } from './open-model.ts';

type OnProgress = (progress: ModelProgress) => void;

/** More copies than this gain little for models of this size and cost memory. */
const mostCopies = 4;

/** The models that are open in the lab worker: those that ship with the page, each opened once, and one of WebLLM's. */
export class ModelShelf {
  private readonly opened = new Map<string, LanguageModel>();
  /** Models that were opened to judge only. */
  private readonly judges = new Map<string, LanguageModel>();
  /** Models of which a copy broke: they are opened anew. */
  private readonly broken = new Set<string>();
  private gpu: GpuShelf | null = null;

  /**
   * @param models absolute address of the models folder.
   * @param cores processor cores to use.
   * @param findGpuModel a WebLLM model by its id; asked where the page ships none by that name.
   */
  constructor(
    private readonly models: string,
    private readonly cores: number,
    private readonly findGpuModel: (id: string) => Promise<GpuModel | undefined>,
  ) {}

  /** Rejects with PolicyError, or AbortError; what was opened before stays open, but for another WebLLM model. */
  async open(id: string, onProgress: OnProgress, signal: AbortSignal): Promise<LanguageModel> {
    this.letGoOfBroken();
    const known = this.opened.get(id);
    if (known) return known;
    const gpuModel = embeddedModel(id)
      ? undefined
      : await orPartMissing(whilePartComes(this.findGpuModel(id)), 'model-list', signal);
    return gpuModel ? this.openGpu(gpuModel, onProgress, signal) : this.openEmbedded(id, onProgress, signal);
  }

  /**
   * A model that only judges, or completes a few traces as rStar's discriminator. One copy of it will do: a pool asks its first
   * member for values anyway. Rejects as `open` does;
   * with PolicyError `model-not-found` too where the page ships no such model.
   */
  async openVerifier(id: string, onProgress: OnProgress, signal: AbortSignal): Promise<LanguageModel> {
    this.letGoOfBroken();
    const known = this.opened.get(id) ?? this.judges.get(id);
    if (known) return known;
    if (!embeddedModel(id))
      throw new PolicyError({ code: 'model-not-found', why: { kind: 'no-such-judge', model: id } });
    const { parts, report } = await this.fetchParts(id, onProgress, signal);
    const model = await unlessAborted(openModel(parts), signal);
    this.judges.set(id, model);
    report('ready');
    return model;
  }

  private async openGpu(
    model: GpuModel,
    onProgress: OnProgress,
    signal: AbortSignal,
  ): Promise<LanguageModel> {
    const report = (phase: ModelProgress['phase'], fraction: number | null = null) => {
      const totalBytes = phase === 'starting' && fraction !== null ? (model.downloadBytes ?? 0) : 0;
      onProgress({ model: model.id, phase, bytes: Math.round(totalBytes * (fraction ?? 0)), totalBytes });
    };
    const shelf = await this.gpuShelf(signal);
    const opened = await shelf.open(model, ({ phase, fraction }) => report(phase, fraction), signal);
    report('ready');
    return opened;
  }

  /** With it come tokenisers and chat templates, which nothing else needs. */
  private async gpuShelf(signal: AbortSignal): Promise<GpuShelf> {
    const { GpuShelf } = await orPartMissing(whilePartComes(import('./gpu-shelf.ts')), 'gpu-models', signal);
    this.gpu ??= new GpuShelf(
      () => new Worker(new URL('./gpu.worker.ts', import.meta.url), { type: 'module', name: 'gpu' }),
    );
    return this.gpu;
  }

  private async openEmbedded(
    id: string,
    onProgress: OnProgress,
    signal: AbortSignal,
  ): Promise<LanguageModel> {
    const { parts, report } = await this.fetchParts(id, onProgress, signal);
    const first = await unlessAborted(openModel(parts), signal);
    const model = createPool([first, ...(await this.openCopies(parts, first, signal))]);
    this.opened.set(id, model);
    report('ready');
    return model;
  }

  private async fetchParts(
    id: string,
    onProgress: OnProgress,
    signal: AbortSignal,
  ): Promise<{ readonly parts: ModelParts; readonly report: (phase: ModelProgress['phase']) => void }> {
    const files = await this.fetchFiles(id, onProgress, signal);
    const bytes = [...files.values()].reduce((sum, file) => sum + file.byteLength, 0);
    const report = (phase: ModelProgress['phase']) =>
      onProgress({ model: id, phase, bytes, totalBytes: bytes });
    report('starting');
    const kernel = await orPartMissing(whileItComes(loadKernel, signal), 'kernel', signal);
    return { parts: { id, files, kernel }, report };
  }

  private async fetchFiles(id: string, onProgress: OnProgress, signal: AbortSignal): Promise<ModelFiles> {
    const totalBytes = embeddedModel(id)?.downloadBytes ?? 0;
    const report = (bytes: number) =>
      onProgress({ model: id, phase: 'fetching', bytes, totalBytes: Math.max(totalBytes, bytes) });
    report(0);
    const paths = [`${id}/manifest.json`, `${id}/weights.bin`];
    const arrived = paths.map(() => 0);
    const files = await Promise.all(
      paths.map((path, index) =>
        fetchModelFile(
          this.models,
          path,
          (bytes) => {
            arrived[index] = bytes;
            report(arrived.reduce((sum, part) => sum + part, 0));
          },
          signal,
        ),
      ),
    );
    return new Map(paths.map((path, index) => [path, files[index]!]));
  }

  /** One more copy for each further core. A copy that does not start is done without: the first one serves all. */
  private async openCopies(
    parts: ModelParts,
    first: LanguageModel,
    signal: AbortSignal,
  ): Promise<readonly LanguageModel[]> {
    if (typeof Worker === 'undefined') return []; // a browser without workers inside workers
    const copies = Array.from({ length: Math.min(this.cores, mostCopies) - 1 }, () =>
      openModelProxy({
        port: new Worker(new URL('./model.worker.ts', import.meta.url), { type: 'module', name: 'model' }),
        open: { type: 'open', parts },
        words: first,
        onBroken: () => this.broken.add(parts.id),
        signal,
      }),
    );
    const settled = await Promise.allSettled(copies);
    signal.throwIfAborted();
    return settled.flatMap((copy) => (copy.status === 'fulfilled' ? [copy.value] : []));
  }

  private letGoOfBroken(): void {
    for (const id of this.broken) {
      this.opened.get(id)?.close();
      this.opened.delete(id);
    }
    this.broken.clear();
  }
}

/** What goes wrong with a part of the page, in words. */
async function orPartMissing<T>(
  coming: Promise<T>,
  part: FailureOf<'part-missing'>['part'],
  signal: AbortSignal,
): Promise<T> {
  try {
    return await coming;
  } catch (cause) {
    signal.throwIfAborted();
    throw cause instanceof PolicyError ? cause : partMissing(part, cause);
  }
}
