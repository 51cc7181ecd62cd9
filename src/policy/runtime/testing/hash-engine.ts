import type { TokenId } from '#policy/language-model.ts';
import { PolicyError } from '#policy/policy-error.ts';
import type { Extension, ForwardOutput, Slot, StepEngine } from '../step-engine.ts';

export interface HashEngineOptions {
  readonly vocabulary?: number;
  readonly context?: number;
  readonly slots?: number;
  readonly rows?: number;
  readonly hasValueHead?: boolean;
  readonly sequencesPerForward?: number;
  readonly outputs?: number;
  /** The most tokens in all slots together, as if they shared memory; default: no bound. */
  readonly memory?: number;
  /** Awaited in each forward, before its outputs are ready. */
  readonly pause?: () => Promise<void>;
}

/**
 * A step engine for tests whose outputs are hashes of a sequence's tokens: exact, fast, and different for every history.
 * Checks that its caller keeps the contract: throws on invalid rows, slots or lengths, and overwrites the last outputs
 * when the next forward begins.
 */
export class HashEngine implements StepEngine {
  readonly vocabulary: number;
  readonly context: number;
  readonly slots: number;
  readonly rows: number;
  readonly hasValueHead: boolean;
  readonly sequencesPerForward: number;
  readonly outputs: number;
  /** Rows that went through forwards. */
  rowsFed = 0;
  forwards = 0;
  forks = 0;
  /** Thrown by the next forward. */
  failure: Error | null = null;
  /** Slots that the engine announces but has no room for. */
  hideSlots = 0;
  private readonly sequences = new Map<Slot, TokenId[]>();
  private nextSlot = 0;
  private logits = new Float32Array(0);
  private values = new Float32Array(0);
  private readonly pause: () => Promise<void>;
  private readonly memory: number;

  constructor(options: HashEngineOptions = {}) {
    this.vocabulary = options.vocabulary ?? 12;
    this.context = options.context ?? 64;
    this.slots = options.slots ?? 8;
    this.rows = options.rows ?? 64;
    this.hasValueHead = options.hasValueHead ?? true;
    this.sequencesPerForward = options.sequencesPerForward ?? Infinity;
    this.outputs = options.outputs ?? Infinity;
    this.memory = options.memory ?? Infinity;
    this.pause = options.pause ?? (() => Promise.resolve());
  }

  get usedSlots(): number {
    return this.sequences.size;
  }

  holds(slot: Slot): boolean {
    return this.sequences.has(slot);
  }

  contents(slot: Slot): readonly TokenId[] {
    return this.tokensOf(slot);
  }

  create(): Slot {
    if (this.sequences.size >= this.slots - this.hideSlots)
      throw new PolicyError({ code: 'out-of-slots', slots: null });
    this.nextSlot += 1;
    this.sequences.set(this.nextSlot, []);
    return this.nextSlot;
  }

  fork(parent: Slot, length: number): Slot {
    const tokens = this.tokensOf(parent);
    if (length > tokens.length) throw new Error(`Slot ${parent} has ${tokens.length} tokens, not ${length}`);
    const slot = this.create();
    this.sequences.set(slot, tokens.slice(0, length));
    this.forks += 1;
    return slot;
  }

  drop(slot: Slot): void {
    this.tokensOf(slot);
    this.sequences.delete(slot);
  }

  async forward(batch: readonly Extension[]): Promise<ForwardOutput> {
    this.logits.fill(NaN);
    this.values.fill(NaN);
    const outputs = this.check(batch);
    this.forwards += 1;
    await this.pause();
    if (this.failure !== null) {
      const failure = this.failure;
      this.failure = null;
      throw failure;
    }
    this.logits = new Float32Array(outputs * this.vocabulary);
    this.values = new Float32Array(outputs);
    let row = 0;
    for (const { slot, tokens, outputs: wanted } of batch) {
      const sequence = this.tokensOf(slot);
      for (const [at, token] of tokens.entries()) {
        sequence.push(token);
        if (at < tokens.length - wanted) continue;
        this.logits.set(hashLogits(sequence, this.vocabulary), row * this.vocabulary);
        this.values[row] = hashValue(sequence);
        row += 1;
      }
    }
    return { logits: this.logits, values: this.hasValueHead ? this.values : null };
  }

  /** Returns the number of outputs requested. */
  private check(batch: readonly Extension[]): number {
    let rows = 0;
    let outputs = 0;
    for (const { slot, tokens, outputs: wanted } of batch) {
      if (tokens.length === 0 || wanted < 1 || wanted > tokens.length)
        throw new Error('An extension of no use');
      if (this.tokensOf(slot).length + tokens.length > this.context) throw new Error(`Slot ${slot} is full`);
      if (tokens.some((token) => !(token >= 0 && token < this.vocabulary))) throw new Error('No such token');
      rows += tokens.length;
      outputs += wanted;
    }
    if (batch.length > this.sequencesPerForward || outputs > this.outputs)
      throw new Error(`${batch.length} sequences and ${outputs} outputs in a forward`);
    const held = [...this.sequences.values()].reduce((sum, tokens) => sum + tokens.length, 0);
    if (held + rows > this.memory) throw new PolicyError({ code: 'out-of-slots', slots: null });
    if (rows === 0 || rows > this.rows) throw new Error(`${rows} rows in a forward of at most ${this.rows}`);
    if (new Set(batch.map(({ slot }) => slot)).size < batch.length)
      throw new Error('A slot stands in the batch twice');
    this.rowsFed += rows;
    return outputs;
  }

  private tokensOf(slot: Slot): TokenId[] {
    const tokens = this.sequences.get(slot);
    if (tokens === undefined) throw new Error(`Slot ${slot} is not in use`);
    return tokens;
  }
}

/** In [-3, 3]; two less for token 0, which ends the text in the tests, so that it does not end too soon. */
export function hashLogits(tokens: readonly TokenId[], vocabulary: number): Float32Array {
  const history = hash(tokens);
  return Float32Array.from(
    { length: vocabulary },
    (_, id) => 6 * unit(mix(history ^ mix(id + 1))) - (id === 0 ? 5 : 3),
  );
}

export function hashValue(tokens: readonly TokenId[]): number {
  return Math.fround(unit(mix(hash(tokens) ^ 0x5bd1e995)));
}

function hash(tokens: readonly TokenId[]): number {
  return tokens.reduce((sum, token) => mix(Math.imul(sum, 31) + token + 1), 17);
}

function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
  return h ^ (h >>> 15);
}

function unit(bits: number): number {
  return (bits >>> 0) / 0x1_0000_0000;
}
