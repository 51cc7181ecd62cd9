/* oxlint-disable typescript/no-unsafe-type-assertion -- below the public API there are no types; a contract test holds what is asserted */
/**
 * Everything that reaches below WebLLM's public API: the loaded model's runtime, and in it a paged key/value cache with
 * many sequences. Checked against @mlc-ai/web-llm 0.2.79 and 0.2.86; `below-public-api.test.ts` looks for every name in
 * both packages and fails where one has gone.
 *
 * What was read: WebLLM's LLMChatPipeline, and TVM's runtime (src/runtime/vm/paged_kv_cache.cc), whose checks end the
 * WebAssembly instance with exit(1) and no message. So callers keep to the rules written here.
 */

/** Tokens in a page of the cache; the libraries' kernels are compiled for this. */
export const pageSize = 16;

/** Names relied on, by the class of WebLLM that has them. */
export const reliedOn = {
  MLCEngine: ['loadedModelIdToPipeline'],
  LLMChatPipeline: ['tvm', 'vm', 'device', 'params', 'kvCache', 'prefillChunkSize', 'slidingWindowSize'],
  Instance: [
    'beginScope',
    'endScope',
    'detachFromCurrentScope',
    'getGlobalFunc',
    'makeShapeTuple',
    'scalar',
    'empty',
    'cpu',
  ],
  VirtualMachine: ['getFunction'],
} as const;

/** Names that logits are found by where they lie; without them they are fetched whole. */
export const reliedOnForDigests = {
  Instance: ['lib'],
  FFILibrary: ['webGPUContext'],
  WebGPUContext: ['device', 'gpuBufferFromPtr'],
  /** Named NDArray up to 0.2.79. */
  Tensor: ['getDataPtr'],
} as const;

/** Functions of TVM's runtime, in every library. */
const runtimeFunctions = {
  add: 'vm.builtin.kv_state_add_sequence',
  remove: 'vm.builtin.kv_state_remove_sequence',
  fork: 'vm.builtin.kv_state_fork_sequence',
  begin: 'vm.builtin.kv_state_begin_forward',
  end: 'vm.builtin.kv_state_end_forward',
  pages: 'vm.builtin.attention_kv_cache_get_num_available_pages',
} as const;

/** Functions that the model's own library may or may not export. */
const modelFunctions = [
  'embed',
  'create_tir_paged_kv_cache',
  'batch_prefill',
  'batch_decode',
  'batch_verify',
] as const;

/** What the library says of itself (`_metadata`), as far as it is used. */
export interface LibraryMetadata {
  readonly kv_state_kind?: string;
  readonly max_batch_size?: number;
  readonly kv_cache?: {
    readonly num_hidden_layers: number;
    readonly num_key_value_heads: number;
    readonly head_dim: number;
  };
}

/** Tokens to append to a sequence of the cache. */
export interface Part {
  readonly sequence: number;
  readonly tokens: readonly number[];
}

/**
 * A paged cache that holds many sequences of the loaded model. Sequences are named by any whole number. A full page is
 * shared by the sequences that were forked behind it; appending beyond the free pages ends the runtime, so count first.
 */
export interface SequenceCache {
  /** Pages that no sequence has. */
  freePages(): number;
  add(sequence: number): void;
  /** `child` gets the first `length` tokens, at least one; takes a page where `length` ends within one. */
  fork(parent: number, child: number, length: number): void;
  remove(sequence: number): void;
  /** Appends one or more tokens to each; logits after each part's last token, `[parts × vocabulary]`. */
  prefill(parts: readonly Part[]): PendingLogits;
  /** Appends one token to each; logits `[parts × vocabulary]`. */
  decode(parts: readonly Part[]): PendingLogits;
  /** Appends one or more tokens to each; logits after every token, `[tokens × vocabulary]`. */
  verify(parts: readonly Part[]): PendingLogits;
  /** The device that it is on; null where WebLLM does not show it. */
  readonly device: GPUDevice | null;
  dispose(): void;
}

/** Logits of a forward that is under way. */
export interface PendingLogits {
  /** Copies all of them. */
  fetch(): Promise<Float32Array>;
  /** Where they lie, every command of the forward before it in the queue; null where WebLLM does not show it. */
  readonly onGpu: LogitsOnGpu | null;
  /** Gives their memory back; to be called once, after the last reading. */
  dispose(): void;
}

export interface LogitsOnGpu {
  /** float32, from the first byte on; may be larger than what is in it. */
  readonly buffer: GPUBuffer;
}

/** A loaded model, from inside. */
export interface ModelInside {
  readonly metadata: LibraryMetadata;
  /** Tokens that one forward takes at most. */
  readonly prefillChunk: number;
  readonly slidingWindow: boolean;
  readonly functions: ReadonlySet<(typeof modelFunctions)[number]>;
  openCache(sequences: number, tokens: number): SequenceCache;
  /** Frees the cache that WebLLM made for itself. Its own ways to generate fail from then on; disposing of it does not. */
  freeOwnCache(): void;
}

interface TvmObject {
  dispose(): void;
}
interface Tensor extends TvmObject {
  readonly shape: readonly number[];
  readonly dtype: string;
  view(shape: readonly number[]): Tensor;
  copyFrom(data: Tensor | readonly number[]): Tensor;
  toArray(): Float32Array;
  getDataPtr?(): number;
}
interface WebGpuContext {
  readonly device?: GPUDevice;
  gpuBufferFromPtr?(pointer: number): GPUBuffer | undefined;
  /** Since 0.2.86 commands are gathered and submitted later. */
  flushCommands?(): void;
}
/** What a packed function returns differs by function: see each call. */
type PackedFunction = ((...values: readonly unknown[]) => unknown) & TvmObject;
interface Instance {
  beginScope(): void;
  endScope(): void;
  detachFromCurrentScope<T extends TvmObject>(one: T): T;
  getGlobalFunc(name: string): PackedFunction;
  makeShapeTuple(shape: readonly number[]): TvmObject;
  scalar(value: number, type: string): unknown;
  empty(shape: readonly number[], type: string, device: unknown): Tensor;
  cpu(): unknown;
  readonly lib?: { readonly webGPUContext?: WebGpuContext };
}
interface Pipeline {
  readonly tvm: Instance;
  readonly vm: { getFunction(name: string): PackedFunction };
  readonly device: { sync(): Promise<void> };
  readonly params: TvmObject;
  readonly kvCache?: TvmObject;
  readonly prefillChunkSize: number;
  readonly slidingWindowSize: number;
}
/** `MLCEngine`, with what its types keep private. */
interface EngineInside {
  readonly loadedModelIdToPipeline?: ReadonlyMap<string, Pipeline>;
}

/** Opens a model that `engine` (an `MLCEngine`) has loaded. Throws where WebLLM is not built as expected. */
export function openInside(engine: object, id: string): ModelInside {
  const pipeline = (engine as EngineInside).loadedModelIdToPipeline?.get(id);
  for (const name of reliedOn.LLMChatPipeline) {
    if (pipeline?.[name] === undefined) throw new Error(`WebLLM has changed: its pipeline has no ${name}`);
  }
  return inside(pipeline as Pipeline);
}

function inside(pipeline: Pipeline): ModelInside {
  const { tvm, vm } = pipeline;
  const found = new Map<string, PackedFunction>();
  const metadata = inScope(tvm, () => {
    for (const name of modelFunctions) {
      try {
        const one = vm.getFunction(name);
        if (typeof one === 'function') found.set(name, tvm.detachFromCurrentScope(one));
      } catch {
        // The library does not export it.
      }
    }
    // A string object of the runtime.
    return JSON.parse(String(vm.getFunction('_metadata')())) as LibraryMetadata;
  });
  return {
    metadata,
    prefillChunk: pipeline.prefillChunkSize,
    slidingWindow: pipeline.slidingWindowSize !== -1,
    functions: new Set(modelFunctions.filter((name) => found.has(name))),
    openCache: (sequences, tokens) => new PagedCache(pipeline, found, sequences, tokens),
    freeOwnCache: () => pipeline.kvCache?.dispose(),
  };
}

class PagedCache implements SequenceCache {
  private readonly cache: TvmObject;
  private readonly runtime: Readonly<Record<keyof typeof runtimeFunctions, PackedFunction>>;

  constructor(
    private readonly pipeline: Pipeline,
    private readonly model: ReadonlyMap<string, PackedFunction>,
    sequences: number,
    tokens: number,
  ) {
    const { tvm } = pipeline;
    const shape = (size: number) => tvm.makeShapeTuple([size]);
    const [cache, runtime] = inScope(tvm, () => {
      const entries = Object.entries(runtimeFunctions).map(([key, name]) => [
        key,
        tvm.detachFromCurrentScope(tvm.getGlobalFunc(name)),
      ]);
      // Sequences, tokens of all together, tokens of a forward, page size, whether a sliding window is supported.
      const made = this.call(
        'create_tir_paged_kv_cache',
        shape(sequences),
        shape(tokens),
        shape(pipeline.prefillChunkSize),
        shape(pageSize),
        shape(0),
      );
      return [
        tvm.detachFromCurrentScope(made as TvmObject),
        Object.fromEntries(entries) as PagedCache['runtime'],
      ] as const;
    });
    this.cache = cache;
    this.runtime = runtime;
  }

  get device(): GPUDevice | null {
    return this.context?.device ?? null;
  }

  private get context(): WebGpuContext | undefined {
    return this.pipeline.tvm.lib?.webGPUContext;
  }

  freePages(): number {
    return Number(this.runtime.pages(this.cache));
  }

  add(sequence: number): void {
    this.runtime.add(this.cache, this.int64(sequence));
  }

  fork(parent: number, child: number, length: number): void {
    this.runtime.fork(this.cache, this.int64(parent), this.int64(child), this.int64(length));
  }

  remove(sequence: number): void {
    this.runtime.remove(this.cache, this.int64(sequence));
  }

  prefill(parts: readonly Part[]): PendingLogits {
    const { tvm, device, params } = this.pipeline;
    let end = -1;
    const lasts = parts.map(({ tokens }) => (end += tokens.length));
    return this.forward(parts, (embedded, tokens, width) => {
      const positions = tvm.empty([lasts.length], 'int32', device).copyFrom(lasts);
      return this.call('batch_prefill', embedded.view([1, tokens, width]), positions, this.cache, params);
    });
  }

  decode(parts: readonly Part[]): PendingLogits {
    return this.forward(parts, (embedded, tokens, width) =>
      this.call('batch_decode', embedded.view([tokens, 1, width]), this.cache, this.pipeline.params),
    );
  }

  verify(parts: readonly Part[]): PendingLogits {
    return this.forward(parts, (embedded, tokens, width) =>
      this.call('batch_verify', embedded.view([1, tokens, width]), this.cache, this.pipeline.params),
    );
  }

  dispose(): void {
    this.cache.dispose();
  }

  /** `run` gets the embeddings `[tokens, width]` and gives a list of tensors, float32 logits first. */
  private forward(
    parts: readonly Part[],
    run: (embedded: Tensor, tokens: number, width: number) => unknown,
  ): PendingLogits {
    const { tvm, device, params } = this.pipeline;
    const tokens = parts.flatMap((part) => part.tokens);
    const logits = inScope(tvm, () => {
      const ids = tvm.empty([tokens.length], 'int32', device).copyFrom(tokens);
      const embedded = this.call('embed', ids, params) as Tensor;
      this.runtime.begin(
        this.cache,
        tvm.makeShapeTuple(parts.map(({ sequence }) => sequence)),
        tvm.makeShapeTuple(parts.map((part) => part.tokens.length)),
      );
      const outputs = run(embedded, tokens.length, embedded.shape[1] as number) as {
        get(index: number): Tensor;
      };
      this.runtime.end(this.cache);
      return tvm.detachFromCurrentScope(outputs.get(0));
    });
    return {
      fetch: () => this.fetch(logits),
      onGpu: this.find(logits),
      dispose: () => logits.dispose(),
    };
  }

  private async fetch(logits: Tensor): Promise<Float32Array> {
    const { tvm, device } = this.pipeline;
    const copy = inScope(tvm, () =>
      tvm.detachFromCurrentScope(tvm.empty(logits.shape, logits.dtype, tvm.cpu()).copyFrom(logits)),
    );
    try {
      // The copy is under way until the device has caught up.
      await device.sync();
      return copy.toArray();
    } finally {
      copy.dispose();
    }
  }

  private find(logits: Tensor): LogitsOnGpu | null {
    const { context } = this;
    // Offsets within a buffer are for CPUs: the runtime's own kernels bind its buffers from their first byte on.
    if (logits.dtype !== 'float32' || logits.getDataPtr === undefined) return null;
    const buffer = context?.gpuBufferFromPtr?.(logits.getDataPtr());
    if (buffer === undefined) return null;
    context?.flushCommands?.();
    return { buffer };
  }

  private call(name: (typeof modelFunctions)[number], ...values: readonly unknown[]): unknown {
    const one = this.model.get(name);
    if (one === undefined) throw new Error(`Cannot find function ${name} in the model's library`);
    return one(...values);
  }

  /** A bare number would be sent as a float. */
  private int64(value: number): unknown {
    return this.pipeline.tvm.scalar(value, 'int64');
  }
}

/** Objects of the runtime made within are freed afterwards, but for those detached. */
function inScope<T>(tvm: Instance, action: () => T): T {
  tvm.beginScope();
  try {
    return action();
  } finally {
    tvm.endScope();
  }
}
