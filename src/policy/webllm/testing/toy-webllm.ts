import { hashLogits } from '#policy/runtime/testing/hash-engine.ts';
import type { ToyLibrary } from './toy-library.ts';
import { ToyPipeline } from './toy-pipeline.ts';

/** Counts what was made of it, over all reloads. */
export interface ToyWebLlm {
  readonly MLCEngine: new (config: ToyConfig) => ToyEngine;
  readonly engines: ToyEngine[];
  /** Calls of the model's functions, by name. */
  readonly calls: Record<string, number>;
  /** Thrown by the next reload. */
  failReload: unknown;
}

interface ToyConfig {
  readonly logitProcessorRegistry?: Map<
    string,
    {
      processLogits(logits: Float32Array): Float32Array;
      processSampledToken(token: number): void;
      resetState(): void;
    }
  >;
  readonly initProgressCallback?: (report: {
    readonly text: string;
    readonly progress: number;
    readonly timeElapsed: number;
  }) => void;
  readonly appConfig?: object;
}

/**
 * A stand-in for WebLLM whose model's logits are hashes of a sequence's tokens: its public API, and as much of the runtime
 * below as below-public-api.ts reaches for, with the runtime's manners. What breaks a rule ends the instance.
 */
export function toyWebLlm(library: ToyLibrary = {}): ToyWebLlm {
  const toy: ToyWebLlm = {
    MLCEngine: class extends ToyEngine {
      constructor(config: ToyConfig) {
        super(library, config, toy);
        toy.engines.push(this);
      }
    },
    engines: [],
    calls: {},
    failReload: null,
  };
  return toy;
}

export class ToyEngine {
  readonly loadedModelIdToPipeline = new Map<string, ToyPipeline>();
  /** The one sequence of the engine's own cache. */
  private held: number[] = [];
  resets = 0;
  fed = 0;

  constructor(
    private readonly library: ToyLibrary,
    readonly config: ToyConfig,
    private readonly toy: ToyWebLlm,
  ) {}

  reload(id: string): Promise<void> {
    if (this.toy.failReload !== null) {
      const error = this.toy.failReload;
      this.toy.failReload = null;
      // WebLLM and the runtime below it throw strings and objects too.
      return Promise.reject(error);
    }
    this.config.initProgressCallback?.({
      text: 'Loading model from cache[1/2]',
      progress: 0.5,
      timeElapsed: 0,
    });
    this.config.initProgressCallback?.({
      text: 'Loading GPU shader modules[1/2]',
      progress: 0.5,
      timeElapsed: 0,
    });
    this.loadedModelIdToPipeline.set(id, new ToyPipeline(this.library, this.toy.calls));
    return Promise.resolve();
  }

  resetChat(): Promise<void> {
    this.held = [];
    this.resets += 1;
    return Promise.resolve();
  }

  forwardTokensAndSample(inputIds: number[], _isPrefill: boolean, id?: string): Promise<number> {
    const pipeline = this.loadedModelIdToPipeline.get(id ?? '');
    if (pipeline === undefined || pipeline.kvCache.disposed)
      return Promise.reject(new Error('Object has already been disposed'));
    this.held.push(...inputIds);
    this.fed += inputIds.length;
    const logits = hashLogits(this.held, this.library.vocabulary ?? 32);
    if (!this.library.processorIsIgnored)
      this.config.logitProcessorRegistry?.get(id ?? '')?.processLogits(logits);
    return Promise.resolve(0);
  }
}
