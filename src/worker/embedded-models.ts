import { paired } from '#experiment/surely.ts';
import type { LanguageModel, SamplingModel } from '#policy/language-model.ts';
import { loadKernel } from '#policy/embedded/browser.ts';
import type { EmbeddedModel } from '#policy/model-handle.ts';
import { createPool } from '#policy/pool.ts';
import { orPartMissing, unlessAborted, whileItComes } from './arrival.ts';
import type { EngineHost, OnProgress } from './engine-host.ts';
import { LastUsed } from './last-used.ts';
import type { ModelProgress } from './run-calls.ts';
import { fetchModelFile, type ModelFileReader } from './model-files.ts';
import { openModelProxy } from './model-proxy.ts';
import { openModel, type ModelParts } from './open-model.ts';

/** More copies than this gain little for models of this size and cost memory. */
const mostCopies = 4;

/** The models that ship with the page. Those used last stay open. */
export class EmbeddedHost implements EngineHost<EmbeddedModel> {
  private readonly opened: LastUsed<LanguageModel>;
  /** Models that were opened beside another: a run has no more than two, one that judges and one that completes. */
  private readonly seconds: LastUsed<LanguageModel>;
  /** Models of which a copy broke: they are opened anew. */
  private readonly broken = new Set<string>();

  /**
   * @param models absolute address of the models folder.
   * @param cores processor cores to use.
   * @param kept models that stay open, and as many of those opened beside another: at least two.
   */
  constructor(
    private readonly models: string,
    private readonly cores: number,
    kept: number,
  ) {
    this.opened = new LastUsed(kept);
    this.seconds = new LastUsed(kept);
  }

  async open(model: EmbeddedModel, onProgress: OnProgress, signal: AbortSignal): Promise<LanguageModel> {
    this.letGoOfBroken();
    const known = this.opened.get(model.id);
    if (known) return known;
    const { parts, report } = await this.fetchParts(model, onProgress, signal);
    const first = await unlessAborted(openModel(parts), signal);
    const pool = createPool(first, await this.openCopies(parts, first, signal));
    this.opened.keep(model.id, pool);
    report('ready');
    return pool;
  }

  /** One copy will do: a pool asks its first member for values anyway. */
  async openSecond(
    model: EmbeddedModel,
    onProgress: OnProgress,
    signal: AbortSignal,
  ): Promise<LanguageModel> {
    this.letGoOfBroken();
    const known = this.opened.get(model.id) ?? this.seconds.get(model.id);
    if (known) return known;
    const { parts, report } = await this.fetchParts(model, onProgress, signal);
    const second = await unlessAborted(openModel(parts), signal);
    this.seconds.keep(model.id, second);
    report('ready');
    return second;
  }

  private async fetchParts(
    { id, downloadBytes }: EmbeddedModel,
    onProgress: OnProgress,
    signal: AbortSignal,
  ): Promise<{ readonly parts: ModelParts; readonly report: (phase: ModelProgress['phase']) => void }> {
    const files = await this.fetchFiles(id, downloadBytes, onProgress, signal);
    const bytes = [...files.values()].reduce((sum, file) => sum + file.byteLength, 0);
    const report = (phase: ModelProgress['phase']) =>
      onProgress({ model: id, phase, bytes, totalBytes: bytes });
    report('starting');
    const kernel = await orPartMissing(whileItComes(loadKernel, signal), 'kernel', signal);
    return { parts: { id, files, kernel }, report };
  }

  private async fetchFiles(
    id: string,
    totalBytes: number,
    onProgress: OnProgress,
    signal: AbortSignal,
  ): Promise<ModelFileReader> {
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
    return new Map(paired(paths, files));
  }

  /** One more copy for each further core. A copy that does not start is done without: the first one serves all. */
  private async openCopies(
    parts: ModelParts,
    first: LanguageModel,
    signal: AbortSignal,
  ): Promise<readonly SamplingModel[]> {
    if (typeof Worker === 'undefined') return []; // a browser without workers inside workers
    const copies = Array.from({ length: Math.min(this.cores, mostCopies) - 1 }, () =>
      openModelProxy({
        port: new Worker(new URL('./model.worker.ts', import.meta.url), { type: 'module', name: 'model' }),
        open: { parts },
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
    for (const id of this.broken) this.opened.letGo(id);
    this.broken.clear();
  }
}
