import { hashLogits } from '#policy/runtime/testing/hash-engine.ts';
import { pageSize } from '../drivers/sequence-cache.ts';

export interface ToyLibrary {
  readonly vocabulary?: number;
  readonly prefillChunk?: number;
  readonly slidingWindow?: number;
  /** Functions that the library does not export. */
  readonly lacks?: readonly string[];
  readonly metadata?: object;
  /** `batch_decode` ends the runtime for more than one sequence, as that of gpt2's library does. */
  readonly decodeAborts?: boolean;
  /** `batch_verify` gives its rows in the wrong order. */
  readonly verifyIsWrong?: boolean;
  /** A forked sequence sees other tokens than its parent had. */
  readonly forkIsWrong?: boolean;
  /** Takes one token too many back. */
  readonly popIsWrong?: boolean;
  /** Tokens of the largest cache that there is memory for. */
  readonly mostCacheTokens?: number;
  /** Shows where its logits lie: as a tensor in place of a buffer. */
  readonly showsLogits?: boolean;
  /** Says nothing to its logit processor. */
  readonly processorIsIgnored?: boolean;
}

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

const exit = () => new Error('Program terminated with exit(1)');

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
    this.loadedModelIdToPipeline.set(id, new ToyPipeline(this.library, this.toy));
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

class ToyObject {
  disposed = false;
  dispose(): void {
    this.disposed = true;
  }
}

export class ToyTensor extends ToyObject {
  constructor(
    readonly shape: readonly number[],
    readonly dtype: string,
    readonly data: Float32Array | number[],
  ) {
    super();
  }
  view(shape: readonly number[]): ToyTensor {
    if (sizeOf(shape) !== sizeOf(this.shape)) throw exit();
    return new ToyTensor(shape, this.dtype, this.data);
  }
  copyFrom(from: ToyTensor | readonly number[]): ToyTensor {
    const data = from instanceof ToyTensor ? from.data : from;
    if (data.length !== sizeOf(this.shape))
      throw new Error(`data size and shape mismatch data.length${data.length} vs ${sizeOf(this.shape)}`);
    return new ToyTensor(this.shape, this.dtype, Float32Array.from(data));
  }
  toArray(): Float32Array {
    return Float32Array.from(this.data);
  }
  /** Stands for its own place. */
  getDataPtr(): this {
    return this;
  }
}

interface ToySequence {
  tokens: number[];
  /** Pages by identity; full ones are shared. */
  pages: object[];
}

class ToyCache extends ToyObject {
  readonly sequences = new Map<number, ToySequence>();
  /** What the forward that has begun appends. */
  pending: { readonly sequence: ToySequence; readonly count: number }[] = [];
  constructor(
    private readonly most: number,
    private readonly pages: number,
  ) {
    super();
  }
  free(): number {
    return this.pages - new Set([...this.sequences.values()].flatMap(({ pages }) => pages)).size;
  }
  add(id: number): void {
    if (this.sequences.has(id) || this.sequences.size >= this.most) throw exit();
    this.sequences.set(id, { tokens: [], pages: [] });
  }
  fork(parent: number, child: number, length: number): void {
    const from = this.sequences.get(parent);
    if (!from || length < 1 || length > from.tokens.length) throw exit();
    this.add(child);
    const full = Math.floor(length / pageSize);
    const copied = length % pageSize > 0 ? [this.page()] : [];
    this.sequences.set(child, {
      tokens: from.tokens.slice(0, length),
      pages: [...from.pages.slice(0, full), ...copied],
    });
  }
  pop(id: number, count: number): void {
    const sequence = this.sequences.get(id);
    if (!sequence || count < 0 || count > sequence.tokens.length) throw exit();
    sequence.tokens.length -= count;
    sequence.pages.length = Math.ceil(sequence.tokens.length / pageSize);
  }
  reserve(sequence: ToySequence, count: number): void {
    const needed = Math.ceil((sequence.tokens.length + count) / pageSize);
    while (sequence.pages.length < needed) sequence.pages.push(this.page());
  }
  private page(): object {
    if (this.free() < 1) throw exit();
    return {};
  }
}

class ToyPipeline {
  readonly params = new ToyObject();
  readonly kvCache = new ToyCache(1, 1);
  readonly prefillChunkSize: number;
  readonly slidingWindowSize: number;
  readonly device = { sync: () => Promise.resolve() };
  /** Ended over a failed check: nothing works any more. */
  private dead = false;
  private scopes = 0;

  constructor(
    private readonly library: ToyLibrary,
    private readonly toy: ToyWebLlm,
  ) {
    this.prefillChunkSize = library.prefillChunk ?? 64;
    this.slidingWindowSize = library.slidingWindow ?? -1;
    this.tvm.lib = this.shown();
  }

  readonly tvm = {
    beginScope: () => void (this.scopes += 1),
    endScope: () => void (this.scopes -= 1),
    detachFromCurrentScope: <T>(one: T): T => {
      if (this.scopes < 1) throw new Error('Must call beginScope to use functions that returns TVM objects');
      return one;
    },
    getGlobalFunc: (name: string) => this.packed(name, this.runtime(name)),
    makeShapeTuple: (shape: readonly number[]) => Object.assign(new ToyObject(), { shape }),
    scalar: (value: number, type: string) => ({ value, type }),
    empty: (shape: readonly number[], type: string) =>
      new ToyTensor(
        shape,
        type,
        Array.from({ length: sizeOf(shape) }, () => 0),
      ),
    cpu: () => 'cpu',
    lib: {},
  };

  readonly vm = {
    getFunction: (name: string) => {
      if (this.library.lacks?.includes(name)) throw new Error(`Cannot find function ${name}`);
      return this.packed(name, this.function(name));
    },
  };

  private shown(): object {
    if (this.library.showsLogits !== true) return {};
    const gpuBufferFromPtr = (tensor: ToyTensor): ToyTensor => {
      if (tensor.disposed) throw exit();
      return tensor;
    };
    return { webGPUContext: { device: {}, gpuBufferFromPtr } };
  }

  private packed(name: string, run: (...values: never[]) => unknown) {
    const call = (...values: unknown[]): unknown => {
      if (this.dead) throw exit();
      this.toy.calls[name] = (this.toy.calls[name] ?? 0) + 1;
      try {
        return (run as (...values: unknown[]) => unknown)(...values);
      } catch (error) {
        this.dead = true;
        throw error;
      }
    };
    return Object.assign(call, { dispose: () => {} });
  }

  private runtime(name: string): (...values: never[]) => unknown {
    const id = (scalar: { value: number; type: string }): number => {
      if (scalar.type !== 'int64') throw exit();
      return scalar.value;
    };
    type Id = Parameters<typeof id>[0];
    switch (name.replace('vm.builtin.', '')) {
      case 'kv_state_add_sequence':
        return (cache: ToyCache, one: Id) => cache.add(id(one));
      case 'kv_state_remove_sequence':
        return (cache: ToyCache, one: Id) => {
          if (!cache.sequences.delete(id(one))) throw exit();
        };
      case 'kv_state_fork_sequence':
        return (cache: ToyCache, parent: Id, child: Id, length: Id) => {
          cache.fork(id(parent), id(child), id(length));
          const forked = cache.sequences.get(id(child)) as ToySequence;
          if (this.library.forkIsWrong) forked.tokens = forked.tokens.map((token) => (token + 1) % 7);
        };
      case 'kv_state_popn':
        return (cache: ToyCache, one: Id, count: Id) =>
          cache.pop(id(one), id(count) + (this.library.popIsWrong ? 1 : 0));
      case 'kv_state_begin_forward':
        return (cache: ToyCache, ids: { shape: number[] }, lengths: { shape: number[] }) => {
          cache.pending = ids.shape.map((one, at) => ({
            sequence: cache.sequences.get(one) as ToySequence,
            count: lengths.shape[at] as number,
          }));
          for (const { sequence, count } of cache.pending) cache.reserve(sequence, count);
        };
      case 'kv_state_end_forward':
        return (cache: ToyCache) => void (cache.pending = []);
      case 'attention_kv_cache_get_num_available_pages':
        return (cache: ToyCache) => cache.free();
      default:
        throw new Error(`Cannot find global function ${name}`);
    }
  }

  private function(name: string): (...values: never[]) => unknown {
    const shape = (tuple: { shape: number[] }) => tuple.shape[0] as number;
    type Tuple = Parameters<typeof shape>[0];
    switch (name) {
      case '_metadata':
        return () =>
          JSON.stringify({ kv_state_kind: 'kv_cache', max_batch_size: 80, ...this.library.metadata });
      case 'create_tir_paged_kv_cache':
        return (sequences: Tuple, tokens: Tuple) => {
          if (shape(tokens) > (this.library.mostCacheTokens ?? Infinity))
            throw Object.assign(new Error('Not enough memory left.'), { name: 'GPUOutOfMemoryError' });
          return new ToyCache(shape(sequences), Math.ceil(shape(tokens) / pageSize));
        };
      case 'embed':
        return (ids: ToyTensor) => new ToyTensor([ids.shape[0] as number, 1], 'float32', ids.data);
      case 'batch_prefill':
        return (embedded: ToyTensor, positions: ToyTensor, cache: ToyCache) =>
          this.output(this.append(embedded, [1, -1, 1], cache), [...positions.data]);
      case 'batch_decode':
        return (embedded: ToyTensor, cache: ToyCache) => {
          if (this.library.decodeAborts && cache.pending.length > 1) throw exit();
          return this.output(this.append(embedded, [-1, 1, 1], cache), null);
        };
      case 'batch_verify':
        return (embedded: ToyTensor, cache: ToyCache) => {
          const rows = this.append(embedded, [1, -1, 1], cache);
          return this.output(
            this.library.verifyIsWrong ? rows.map(() => rows.at(-1) as Float32Array) : rows,
            null,
          );
        };
      default:
        throw new Error(`Cannot find function ${name}`);
    }
  }

  /** Logits after each token. */
  private append(embedded: ToyTensor, form: readonly number[], cache: ToyCache): readonly Float32Array[] {
    const tokens = [...embedded.data];
    const fits = embedded.shape.every((size, axis) => form[axis] === -1 || form[axis] === size);
    if (!fits || tokens.length > this.prefillChunkSize) throw exit();
    if (cache.pending.reduce((sum, { count }) => sum + count, 0) !== tokens.length) throw exit();
    return cache.pending.flatMap(({ sequence, count }) =>
      Array.from({ length: count }, () => {
        sequence.tokens.push(tokens.shift() as number);
        return hashLogits(sequence.tokens, this.library.vocabulary ?? 32);
      }),
    );
  }

  private output(
    rows: readonly Float32Array[],
    positions: readonly number[] | null,
  ): { get(index: number): ToyTensor } {
    const wanted = positions === null ? rows : positions.map((at) => rows[at] as Float32Array);
    const width = this.library.vocabulary ?? 32;
    const data = new Float32Array(wanted.length * width);
    wanted.forEach((row, at) => data.set(row, at * width));
    return { get: () => new ToyTensor([1, wanted.length, width], 'float32', data) };
  }
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
