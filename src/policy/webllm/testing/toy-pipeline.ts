import { hashLogits } from '#policy/runtime/testing/hash-engine.ts';
import { pageSize } from '../drivers/sequence-cache.ts';
import { ToyCache, type ToySequence } from './toy-cache.ts';
import type { ToyLibrary } from './toy-library.ts';
import { runtimeExit, sizeOf, ToyObject, ToyTensor } from './toy-tensor.ts';

/** The runtime below a loaded model: its functions and its cache. */
export class ToyPipeline {
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
    /** Of its functions, by name. */
    private readonly calls: Record<string, number>,
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
      if (tensor.disposed) throw runtimeExit();
      return tensor;
    };
    return { webGPUContext: { device: {}, gpuBufferFromPtr } };
  }

  private packed(name: string, run: (...values: never[]) => unknown) {
    const call = (...values: unknown[]): unknown => {
      if (this.dead) throw runtimeExit();
      this.calls[name] = (this.calls[name] ?? 0) + 1;
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
      if (scalar.type !== 'int64') throw runtimeExit();
      return scalar.value;
    };
    type Id = Parameters<typeof id>[0];
    switch (name.replace('vm.builtin.', '')) {
      case 'kv_state_add_sequence':
        return (cache: ToyCache, one: Id) => cache.add(id(one));
      case 'kv_state_remove_sequence':
        return (cache: ToyCache, one: Id) => {
          if (!cache.sequences.delete(id(one))) throw runtimeExit();
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
          if (this.library.decodeAborts && cache.pending.length > 1) throw runtimeExit();
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
    if (!fits || tokens.length > this.prefillChunkSize) throw runtimeExit();
    if (cache.pending.reduce((sum, { count }) => sum + count, 0) !== tokens.length) throw runtimeExit();
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
