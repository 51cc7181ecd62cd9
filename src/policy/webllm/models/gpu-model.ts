import type { EngineModel } from '#policy/engine-model.ts';

/**
 * A model that WebLLM can run on the person's GPU, described before anything of it is fetched. Its id is WebLLM's own, or the
 * one that a person gave a custom model; its name has no quantisation: `Qwen3 0.6B`. `downloadBytes` is estimated from
 * parameters and quantisation: the exact number needs one small fetch.
 */
export interface GpuModel extends EngineModel<'gpu'> {
  readonly kind: 'reasoning' | 'instruct';
  /** How the weights are stored: `q4f16_1`. Variants of one model share `name` and differ here. */
  readonly quantisation: string;
  /** GPU memory it needs, by WebLLM's list; null where unknown. */
  readonly memoryBytes: number | null;
  /**
   * Bytes of its largest weight, which the graphics processor must take as one piece: by WebLLM's list, or the table of
   * token embeddings where we know its shape; null where unknown.
   */
  readonly largestWeightBytes: number | null;
  /** Tokens a sequence may have. */
  readonly context: number;
  /** WebGPU features without which it does not start, such as `shader-f16`. */
  readonly features: readonly string[];
  readonly origin: 'webllm' | 'custom';
  readonly source: GpuModelSource;
}

/** Where its parts are. */
export interface GpuModelSource {
  /**
   * Folder of weights, tokeniser and `mlc-chat-config.json`, in the form that WebLLM's `ModelRecord.model` takes; see
   * model-folder.ts.
   */
  readonly weights: string;
  /** The compiled WebAssembly library. */
  readonly library: string;
  /** Replaces settings of the model's own config. */
  readonly overrides: { readonly context_window_size?: number; readonly max_history_size?: number };
  /** Subresource-integrity hashes (`sha256-…`), checked before use. */
  readonly integrity?: { readonly config?: string; readonly library?: string; readonly tokenizer?: string };
}

/** A model that a person added: what the form asks for and the page remembers. Untrusted; see custom-model.ts. */
export interface CustomModel {
  readonly id: string;
  readonly weights: string;
  readonly library: string;
  readonly context: number;
  readonly integrity?: GpuModelSource['integrity'];
}
