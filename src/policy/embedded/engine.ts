import type { Extension, ForwardOutput, Slot, StepEngine } from '../runtime/step-engine.ts';
import { PolicyError } from '../policy-error.ts';
import type { RowSoftmax } from '../runtime/row-softmax.ts';
import {
  compileModule,
  instanceOf,
  kernelStopped,
  outOfMemory,
  type KernelExports,
} from './kernel-module.ts';
import { KernelSoftmax } from './kernel-softmax.ts';
import type { Manifest } from './manifest.ts';
import type { WeightPlaces } from './weights.ts';

export interface EngineLimits {
  /** The most sequences in the cache. Memory is allocated only as more are in use together. */
  readonly slots: number;
  /** The most tokens in one forward. */
  readonly rows: number;
}

/** Number of i32 in a row of the kernel's table: slot address, position, token, output wanted. */
const rowLength = 4;

/** An embedded model on the project's own kernel. A forward is one call into WebAssembly, whatever the batch size. */
export class EmbeddedEngine implements StepEngine {
  readonly vocabulary: number;
  readonly context: number;
  readonly slots: number;
  readonly rows: number;
  readonly hasValueHead: boolean;
  /** Cache addresses of the slots made so far. */
  private readonly addresses: number[] = [];
  /** Tokens in each slot; null for a free slot. */
  private readonly lengths: (number | null)[] = [];
  private readonly free: Slot[] = [];
  private forwards = 0;
  /** The last forward that each slot stood in. */
  private readonly lastForward: number[] = [];
  private rowTable = new Int32Array(0);
  /** Copies of a forward's outputs: the kernel's own buffers move when its memory grows. */
  private readonly logits: Float32Array;
  private readonly values: Float32Array;

  private constructor(
    private readonly module: WebAssembly.Module,
    private readonly kernel: KernelExports,
    manifest: Manifest,
    private readonly places: WeightPlaces,
    limits: EngineLimits,
  ) {
    this.vocabulary = manifest.architecture.vocabulary;
    this.context = manifest.architecture.context;
    this.slots = limits.slots;
    this.rows = limits.rows;
    this.hasValueHead = manifest.capabilities.valueHead;
    this.logits = new Float32Array(limits.rows * this.vocabulary);
    this.values = new Float32Array(limits.rows);
  }

  /**
   * @param weights the file's bytes, already checked against the manifest.
   * Throws PolicyError `kernel-failed` without WebAssembly SIMD or memory.
   */
  static async create(
    wasm: WebAssembly.Module | BufferSource,
    manifest: Manifest,
    places: WeightPlaces,
    weights: Uint8Array,
    limits: EngineLimits,
  ): Promise<EmbeddedEngine> {
    const module = await compileModule(wasm);
    const kernel = instanceOf(module);
    const { vocabulary, width, layers, heads, feedForward, context } = manifest.architecture;
    if (!kernel.setup(vocabulary, width, layers, heads, feedForward, context, limits.rows))
      throw outOfMemory();
    stageWeights(kernel, places, weights);
    return new EmbeddedEngine(module, kernel, manifest, places, limits);
  }

  /**
   * Takes the weights of another model of this shape, one that has learnt a step more say. What slots hold was computed with the
   * old ones: they must be dropped.
   *
   * @param weights a file's bytes, its tensors where those of the first one were.
   */
  replaceWeights(weights: Uint8Array): void {
    stageWeights(this.kernel, this.places, weights);
  }

  createSoftmax(): RowSoftmax {
    return new KernelSoftmax(this.module, this.vocabulary);
  }

  create(): Slot {
    const slot = this.free.pop() ?? this.grow();
    this.lengths[slot] = 0;
    return slot;
  }

  fork(parent: Slot, length: number): Slot {
    if (!Number.isInteger(length) || length < 0 || length > this.lengthOf(parent)) {
      throw new RangeError(
        `slot ${parent} holds ${this.lengthOf(parent)} tokens; it cannot be forked at ${length}`,
      );
    }
    const slot = this.create();
    this.kernel.copySlot(this.addressOf(parent), this.addressOf(slot), length);
    this.lengths[slot] = length;
    return slot;
  }

  drop(slot: Slot): void {
    this.lengthOf(slot);
    this.lengths[slot] = null;
    this.free.push(slot);
  }

  /**
   * Throws before anything has changed: PolicyError `prompt-too-long` if a sequence would exceed the context, or
   * `unknown-token`; RangeError for a batch that breaks the rules of `StepEngine`.
   */
  forward(batch: readonly Extension[]): Promise<ForwardOutput> {
    try {
      return Promise.resolve(this.run(batch));
    } catch (error) {
      return Promise.reject(error instanceof WebAssembly.RuntimeError ? kernelStopped(error) : error);
    }
  }

  private run(batch: readonly Extension[]): ForwardOutput {
    const { rows, outputs } = this.check(batch);
    this.fillRows(batch);
    this.kernel.forward(rows);
    for (const { slot, tokens } of batch) this.lengths[slot] = this.lengthOf(slot) + tokens.length;
    const logits = this.logits.subarray(0, outputs * this.vocabulary);
    const values = this.values.subarray(0, outputs);
    const { buffer } = this.kernel.memory;
    logits.set(new Float32Array(buffer, this.kernel.logitsAddress(), logits.length));
    values.set(new Float32Array(buffer, this.kernel.valuesAddress(), outputs));
    return { logits, values: this.hasValueHead ? values : null };
  }

  private check(batch: readonly Extension[]): { rows: number; outputs: number } {
    let rows = 0;
    let outputs = 0;
    this.forwards += 1;
    for (const { slot, tokens, outputs: wanted } of batch) {
      if (this.lastForward[slot] === this.forwards)
        throw new RangeError(`slot ${slot} stands in the batch twice`);
      this.lastForward[slot] = this.forwards;
      if (!Number.isInteger(wanted) || wanted < 0 || wanted > tokens.length) {
        throw new RangeError(`${wanted} outputs of ${tokens.length} tokens were asked for`);
      }
      const length = this.lengthOf(slot) + tokens.length;
      if (length > this.context) {
        throw new PolicyError({
          code: 'prompt-too-long',
          model: null,
          tokens: length,
          context: this.context,
        });
      }
      for (const token of tokens) {
        if (!(token >= 0 && token < this.vocabulary) || !Number.isInteger(token)) {
          throw new PolicyError({ code: 'unknown-token', why: { kind: 'id', token, model: null } });
        }
      }
      rows += tokens.length;
      outputs += wanted;
    }
    if (rows > this.rows) throw new RangeError(`a forward takes ${this.rows} tokens at most, not ${rows}`);
    return { rows, outputs };
  }

  private fillRows(batch: readonly Extension[]): void {
    const { buffer } = this.kernel.memory;
    // When memory grows its buffer is replaced, and views of the old one become empty.
    if (this.rowTable.buffer !== buffer)
      this.rowTable = new Int32Array(buffer, this.kernel.rowsAddress(), this.rows * rowLength);
    const table = this.rowTable;
    let at = 0;
    for (const { slot, tokens, outputs } of batch) {
      const address = this.addressOf(slot);
      const start = this.lengthOf(slot);
      for (let index = 0; index < tokens.length; index++) {
        table[at++] = address;
        table[at++] = start + index;
        table[at++] = tokens[index] ?? 0;
        table[at++] = index >= tokens.length - outputs ? 1 : 0;
      }
    }
  }

  private grow(): Slot {
    const full = this.addresses.length >= this.slots;
    const address = full ? 0 : this.kernel.newSlot();
    if (!address) {
      throw new PolicyError({ code: 'out-of-slots', slots: full ? this.slots : null });
    }
    return this.addresses.push(address) - 1;
  }

  private lengthOf(slot: Slot): number {
    const length = this.lengths[slot];
    if (length === undefined || length === null) throw new RangeError(`slot ${slot} is not in use`);
    return length;
  }

  private addressOf(slot: Slot): number {
    const address = this.addresses[slot];
    if (address === undefined) throw new RangeError(`there is no slot ${slot}`);
    return address;
  }
}

function stageWeights(kernel: KernelExports, places: WeightPlaces, weights: Uint8Array): void {
  const staged = kernel.stage(weights.byteLength);
  if (!staged) throw outOfMemory();
  new Uint8Array(kernel.memory.buffer, staged, weights.byteLength).set(weights);
  places.matrices.forEach(({ rows, offset, scalesOffset }, index) =>
    kernel.takeMatrix(index, staged + offset, staged + scalesOffset, rows),
  );
  places.vectors.forEach((vector, index) => {
    if (vector) kernel.takeVector(index, staged + vector.offset, vector.length);
  });
  kernel.unstage(staged);
}
