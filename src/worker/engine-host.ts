import type { LanguageModel } from '#policy/language-model.ts';
import type { ModelHandle } from '#policy/model-handle.ts';
import type { ModelProgress } from './run-calls.ts';

export type OnProgress = (progress: ModelProgress) => void;

/**
 * Opens the models of one engine in the run worker, and keeps those open that were used last. All methods reject with PolicyError, or with AbortError
 * once the signal is aborted.
 */
export interface EngineHost<Handle extends ModelHandle> {
  /** The model that thinks; at hand at once where it is open already. */
  readonly open: (model: Handle, onProgress: OnProgress, signal: AbortSignal) => Promise<LanguageModel>;
  /** One that judges or completes beside it; absent where the engine holds one model at a time. */
  readonly openSecond?: EngineHost<Handle>['open'];
}
