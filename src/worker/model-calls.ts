import type { ModelInfo, SampleEvent, SampleOptions, TokenId } from '#policy/language-model.ts';
import type { OpenProgress } from '#policy/webllm/drivers/open.ts';
import type { GpuModel } from '#policy/webllm/models/gpu-model.ts';
import type { ModelParts } from './open-model.ts';

/** What a worker that holds one model is called for. Its note is the usage since the model was opened. */
export type ModelCalls = {
  /** First: one more copy of a model that ships with the page, or a WebLLM model whose files are in the browser's cache. */
  readonly open: {
    readonly args:
      | { readonly parts: ModelParts }
      | { readonly gpu: GpuModel; /** Tokens are shown as they arrive. */ readonly watched: boolean };
    readonly item: OpenProgress;
    readonly result: ModelInfo;
  };
  readonly sample: {
    readonly args: { readonly prefix: readonly TokenId[]; readonly options: SampleOptions };
    readonly item: SampleEvent;
    readonly result: void;
  };
  readonly score: {
    readonly args: {
      readonly prefix: readonly TokenId[];
      readonly continuation: readonly TokenId[];
      readonly temperature?: number;
    };
    readonly item: never;
    readonly result: readonly number[];
  };
};
