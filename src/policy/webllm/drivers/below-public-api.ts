/* oxlint-disable typescript/no-unsafe-type-assertion -- below the public API there are no types; a contract test holds what is asserted */
/**
 * Everything that reaches below WebLLM's public API: the loaded model's runtime, and in it a paged key/value cache with
 * many sequences. Checked against @mlc-ai/web-llm 0.2.79 and 0.2.86; `below-public-api.test.ts` looks for every name in
 * both packages and fails where one has gone.
 *
 * What was read: WebLLM's LLMChatPipeline, and TVM's runtime (src/runtime/vm/paged_kv_cache.cc), whose checks end the
 * WebAssembly instance with exit(1) and no message. So callers keep to the rules written here.
 */

import {
  type LogitsOnGpu,
  pageSize,
  type Part,
  type PendingLogits,
  type SequenceCache,
  type TokensOnGpu,
} from './sequence-cache.ts';
import {
  inScope,
  type PackedFunction,
  type Pipeline,
  type Tensor,
  type TvmObject,
  type WebGpuContext,
} from './tvm.ts';

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
/** Not needed for anything but steps ahead of draws. */
const popFunction = 'vm.builtin.kv_state_popn';

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

/** A loaded model, from inside. */
export interface ModelInside {
  readonly metadata: LibraryMetadata;
  /** Tokens that one forward takes at most. */
  readonly prefillChunk: number;
  readonly slidingWindow: boolean;
  readonly functions: ReadonlySet<(typeof modelFunctions)[number]>;
  /** Bytes that one buffer has at most, and that one shader sees of it; null where WebLLM does not show its device. */
  readonly limits: { readonly bufferBytes: number; readonly bindingBytes: number } | null;
  openCache(sequences: number, tokens: number): SequenceCache;
  /** Frees the cache that WebLLM made for itself. Its own ways to generate fail from then on; disposing of it does not. */
  freeOwnCache(): void;
}

/** `MLCEngine`, with what its types keep private. */
interface EngineInside {
  readonly loadedModelIdToPipeline?: ReadonlyMap<string, Pipeline>;
}

/** A call of the model; `verify` puts out a row for each token. */
type Call = 'prefill' | 'decode' | 'verify';
/** How many tokens a sequence gets. */
interface Span {
  readonly sequence: number;
  readonly count: number;
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
    limits: limitsOf(tvm.lib?.webGPUContext?.device),
    functions: new Set(modelFunctions.filter((name) => found.has(name))),
    openCache: (sequences, tokens) => new PagedCache(pipeline, found, sequences, tokens),
    freeOwnCache: () => pipeline.kvCache?.dispose(),
  };
}

function limitsOf(device: GPUDevice | undefined): ModelInside['limits'] {
  const { maxBufferSize, maxStorageBufferBindingSize } = device?.limits ?? {};
  if (maxBufferSize === undefined || maxStorageBufferBindingSize === undefined) return null;
  return { bufferBytes: maxBufferSize, bindingBytes: maxStorageBufferBindingSize };
}

class PagedCache implements SequenceCache {
  private readonly cache: TvmObject;
  private readonly runtime: Readonly<Record<keyof typeof runtimeFunctions, PackedFunction>>;
  private readonly popLast: PackedFunction | null;
  private readonly drawn = new WeakMap<TokensOnGpu, Tensor>();

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
    this.popLast = this.findPop();
  }

  private findPop(): PackedFunction | null {
    const { tvm } = this.pipeline;
    try {
      return inScope(tvm, () => tvm.detachFromCurrentScope(tvm.getGlobalFunc(popFunction)));
    } catch {
      return null;
    }
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

  get canDraw(): boolean {
    return this.popLast !== null && this.device !== null;
  }

  pop(sequence: number, count: number): void {
    this.popLast?.(this.cache, this.int64(sequence), this.int64(count));
  }

  reserve(tokens: number): TokensOnGpu {
    const { tvm, device } = this.pipeline;
    const tensor = inScope(tvm, () => tvm.detachFromCurrentScope(tvm.empty([tokens], 'int32', device)));
    const buffer = this.bufferOf(tensor);
    if (buffer === null) throw new Error('WebLLM does not show where its tokens lie');
    const room = { buffer, dispose: () => tensor.dispose() };
    this.drawn.set(room, tensor);
    return room;
  }

  feedDrawn(sequences: readonly number[], tokens: TokensOnGpu, call: 'prefill' | 'decode'): PendingLogits {
    const ids = this.drawn.get(tokens);
    if (ids === undefined) throw new Error('These tokens belong to another cache');
    const spans = sequences.map((sequence) => ({ sequence, count: 1 }));
    return this.forward(spans, () => ids, call);
  }

  prefill(parts: readonly Part[]): PendingLogits {
    return this.forwardTokens(parts, 'prefill');
  }

  decode(parts: readonly Part[]): PendingLogits {
    return this.forwardTokens(parts, 'decode');
  }

  verify(parts: readonly Part[]): PendingLogits {
    return this.forwardTokens(parts, 'verify');
  }

  dispose(): void {
    this.cache.dispose();
  }

  private forwardTokens(parts: readonly Part[], call: Call): PendingLogits {
    const { tvm, device } = this.pipeline;
    const tokens = parts.flatMap((part) => part.tokens);
    return this.forward(
      parts.map((part) => ({ sequence: part.sequence, count: part.tokens.length })),
      () => tvm.empty([tokens.length], 'int32', device).copyFrom(tokens),
      call,
    );
  }

  private forward(spans: readonly Span[], idsOf: () => Tensor, call: Call): PendingLogits {
    const { tvm, params } = this.pipeline;
    const logits = inScope(tvm, () => {
      const embedded = this.call('embed', idsOf(), params) as Tensor;
      this.runtime.begin(
        this.cache,
        tvm.makeShapeTuple(spans.map(({ sequence }) => sequence)),
        tvm.makeShapeTuple(spans.map(({ count }) => count)),
      );
      // A list of tensors, float32 logits first.
      const outputs = this.run(call, embedded, spans) as { get(index: number): Tensor };
      this.runtime.end(this.cache);
      return tvm.detachFromCurrentScope(outputs.get(0));
    });
    return {
      fetch: () => this.fetch(logits),
      onGpu: this.find(logits),
      dispose: () => logits.dispose(),
    };
  }

  /** `embedded`: `[tokens, width]`. */
  private run(call: Call, embedded: Tensor, spans: readonly Span[]): unknown {
    const { tvm, device, params } = this.pipeline;
    const [tokens, width] = embedded.shape as [number, number];
    switch (call) {
      case 'decode':
        return this.call('batch_decode', embedded.view([tokens, 1, width]), this.cache, params);
      case 'verify':
        return this.call('batch_verify', embedded.view([1, tokens, width]), this.cache, params);
      case 'prefill': {
        let end = -1;
        const lasts = spans.map(({ count }) => (end += count));
        const positions = tvm.empty([lasts.length], 'int32', device).copyFrom(lasts);
        return this.call('batch_prefill', embedded.view([1, tokens, width]), positions, this.cache, params);
      }
    }
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
    const buffer = logits.dtype === 'float32' ? this.bufferOf(logits) : null;
    if (buffer === null) return null;
    this.context?.flushCommands?.();
    return { buffer };
  }

  /** Offsets within a buffer are for CPUs: the runtime's own kernels bind its buffers from their first byte on. */
  private bufferOf(tensor: Tensor): GPUBuffer | null {
    if (tensor.getDataPtr === undefined) return null;
    return this.context?.gpuBufferFromPtr?.(tensor.getDataPtr()) ?? null;
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
