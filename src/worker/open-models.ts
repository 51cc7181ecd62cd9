import { isServerModel } from '#experiment/model-id.ts';
import type { LanguageModel } from '#policy/language-model.ts';
import type { EngineKind, Handles, ModelHandle } from '#policy/model-handle.ts';
import { embeddedModel } from '#policy/embedded-models.ts';
import { PolicyError } from '#policy/policy-error.ts';
import { orPartMissing, whilePartComes } from './arrival.ts';
import { EmbeddedHost } from './embedded-models.ts';
import type { EngineHost, OnProgress } from './engine-host.ts';
import { GpuHost } from './gpu-models.ts';
import type { RemoteHost } from './remote-models.ts';

type Hosts = { readonly [Kind in EngineKind]: EngineHost<Handles[Kind]> };

/** The models that are open in the run worker, by what runs them. */
export class OpenModels {
  private readonly hosts: Hosts;

  /**
   * @param models absolute address of the models folder.
   * @param cores processor cores to use.
   * @param kept models of the page that stay open: those that were used last.
   * @param find a model that does not ship with the page, by its id.
   * @param remote opens those on servers.
   * @param watched tokens are shown as they arrive.
   */
  constructor(
    models: string,
    cores: number,
    kept: number,
    private readonly find: (id: string) => Promise<ModelHandle | undefined>,
    private readonly remote: RemoteHost,
    watched: boolean,
  ) {
    this.hosts = {
      embedded: new EmbeddedHost(models, cores, kept),
      gpu: new GpuHost(watched),
      remote,
    };
  }

  /** Rejects with PolicyError, or AbortError; what was opened before stays open as long as its engine has room for it. */
  async open(id: string, onProgress: OnProgress, signal: AbortSignal): Promise<LanguageModel> {
    const model = await this.handle(id, signal);
    if (!model) throw new PolicyError({ code: 'model-not-found', why: { kind: 'unlisted', model: id } });
    return this.openOn(model.engine, model, onProgress, signal);
  }

  /** A model that only judges, or completes a few traces as rStar's discriminator. Rejects as `open` does, also where its engine holds one model at a time. */
  async openVerifier(id: string, onProgress: OnProgress, signal: AbortSignal): Promise<LanguageModel> {
    const model = await this.handle(id, signal);
    const opening = model && this.openSecondOn(model.engine, model, onProgress, signal);
    if (!opening)
      throw new PolicyError({ code: 'model-not-found', why: { kind: 'no-such-judge', model: id } });
    return opening;
  }

  private async handle(id: string, signal: AbortSignal): Promise<ModelHandle | undefined> {
    if (isServerModel(id)) return this.remote.find(id, signal);
    return embeddedModel(id) ?? (await orPartMissing(whilePartComes(this.find(id)), 'model-list', signal));
  }

  private openOn<Kind extends EngineKind>(
    engine: Kind,
    model: Handles[Kind],
    onProgress: OnProgress,
    signal: AbortSignal,
  ): Promise<LanguageModel> {
    return this.hosts[engine].open(model, onProgress, signal);
  }

  private openSecondOn<Kind extends EngineKind>(
    engine: Kind,
    model: Handles[Kind],
    onProgress: OnProgress,
    signal: AbortSignal,
  ): Promise<LanguageModel> | undefined {
    return this.hosts[engine].openSecond?.(model, onProgress, signal);
  }
}
