import type { ModelInfo, SampleEvent, SampleOptions, TokenId } from '#policy/language-model.ts';
import type { GpuModel } from '#policy/webllm/models/gpu-model.ts';
import type { OpenProgress } from '#policy/webllm/drivers/open.ts';
import type { Failure, Usage } from '#run/events.ts';
import type { ModelParts } from './open-model.ts';

/** The first message to a model worker. */
export type OpenModel =
  /** One more copy of a model that ships with the page. */
  | { readonly type: 'open'; readonly parts: ModelParts }
  /** A WebLLM model, whose files are in the browser's cache. */
  | { readonly type: 'open-gpu'; readonly model: GpuModel };

/** From the lab worker to a model worker. */
export type ToModel =
  | OpenModel
  | {
      readonly type: 'sample';
      readonly request: number;
      readonly prefix: readonly TokenId[];
      readonly options: SampleOptions;
    }
  | {
      readonly type: 'score';
      readonly request: number;
      readonly prefix: readonly TokenId[];
      readonly continuation: readonly TokenId[];
    }
  | { readonly type: 'cancel'; readonly request: number }
  /** Asks for a sign of life. */
  | { readonly type: 'ping' };

/** From a model worker. Usage is the total since the model was opened. */
export type FromModel =
  | { readonly type: 'pong' }
  | { readonly type: 'opening'; readonly progress: OpenProgress }
  | { readonly type: 'opened'; readonly info: ModelInfo }
  | {
      readonly type: 'events';
      readonly request: number;
      readonly events: readonly SampleEvent[];
      readonly usage: Usage;
    }
  | {
      readonly type: 'scored';
      readonly request: number;
      readonly logprobs: readonly number[];
      readonly usage: Usage;
    }
  | { readonly type: 'end'; readonly request: number; readonly usage: Usage }
  /** `request` is null where the model could not be opened, or cannot be used any more. */
  | { readonly type: 'failed'; readonly request: number | null; readonly failure: Failure };
