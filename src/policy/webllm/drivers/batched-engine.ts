import { outOfSlots } from '#policy/runtime/failures.ts';
import type { Extension, ForwardOutput, Slot, StepEngine, StepsAhead } from '#policy/runtime/step-engine.ts';
import { pageSize, type PendingLogits, type SequenceCache } from './sequence-cache.ts';
import { checkBatch } from './check-batch.ts';
import { Flight } from './flight.ts';
import { type BatchAbilities, rowsOfRound, planRounds, type Round } from './rounds.ts';
import type { RowReader } from './row-reader.ts';

export interface BatchedOptions extends BatchAbilities {
  readonly cache: SequenceCache;
  readonly vocabulary: number;
  readonly context: number;
  /** Sequences that the cache was made for. */
  readonly slots: number;
  /** Tokens of a forward. */
  readonly rows: number;
  /** Makes digests of logits where they lie; null: they are fetched whole. */
  readonly reader: RowReader | null;
  /** Steps that it takes by itself; null: none. Needs a reader. */
  readonly ahead: StepsAhead | null;
}

/** Floats of logits that one forward reports at most. */
const mostLogits = 2 ** 24;

/**
 * A loaded WebLLM model with many sequences in one paged cache: what shares a prefix shares its full pages, and what
 * decodes decodes together.
 */
export class BatchedEngine implements StepEngine {
  readonly vocabulary: number;
  readonly context: number;
  readonly slots: number;
  readonly rows: number;
  readonly outputs: number;
  readonly hasValueHead = false;
  readonly digests: boolean;
  readonly ahead?: StepsAhead;
  /** It waits for the graphics processor. */
  readonly yields = true;
  private readonly lengths = new Map<Slot, number>();

  constructor(private readonly options: BatchedOptions) {
    this.vocabulary = options.vocabulary;
    this.context = options.context;
    this.slots = options.slots;
    this.rows = options.rows;
    this.digests = options.reader !== null;
    if (options.ahead !== null && this.digests) this.ahead = options.ahead;
    // Without `verify` a second output of a sequence is a second run of the model, for which all others would wait: they
    // take their own next step in it instead.
    this.outputs = options.verify ? Math.max(options.slots, Math.floor(mostLogits / options.vocabulary)) : 1;
  }

  create(): Slot {
    const slot = this.freeSlot();
    this.options.cache.add(slot);
    this.lengths.set(slot, 0);
    return slot;
  }

  fork(parent: Slot, length: number): Slot {
    const known = this.lengthOf(parent);
    if (length > known) throw new RangeError(`slot ${parent} has ${known} tokens, not ${length}`);
    if (length === 0) return this.create();
    const slot = this.freeSlot();
    // The part of a page before the fork is copied.
    if (length % pageSize > 0 && this.options.cache.freePages() < 1) throw outOfSlots();
    this.options.cache.fork(parent, slot, length);
    this.lengths.set(slot, length);
    return slot;
  }

  drop(slot: Slot): void {
    this.lengthOf(slot);
    this.lengths.delete(slot);
    this.options.cache.remove(slot);
  }

  shorten(slot: Slot, length: number): void {
    const known = this.lengthOf(slot);
    if (length < 1 || length > known) throw new RangeError(`slot ${slot} has ${known} tokens, not ${length}`);
    if (length < known) this.options.cache.pop(slot, known - length);
    this.lengths.set(slot, length);
  }

  async forward(batch: readonly Extension[]): Promise<ForwardOutput> {
    const outputs = checkBatch(this, batch, (slot) => this.lengthOf(slot));
    if (this.pagesFor(batch, 0) > this.options.cache.freePages()) throw outOfSlots();
    const rounds = planRounds(batch, this.options);
    const { reader } = this.options;
    const output =
      reader === null
        ? await this.fetchAll(rounds, outputs)
        : await this.readEach(reader, rounds, this.within(batch));
    batch.forEach(({ slot, tokens }, at) =>
      this.lengths.set(slot, this.lengthOf(slot) + tokens.length + (output.drawn?.[at]?.length ?? 0)),
    );
    return output;
  }

  /** The batch with as many steps ahead as there are pages for. */
  private within(batch: readonly Extension[]): readonly Extension[] {
    let steps = Math.max(0, ...batch.map(({ ahead = [] }) => ahead.length));
    if (steps === 0) return batch;
    const free = this.options.cache.freePages();
    while (steps > 0 && this.pagesFor(batch, steps) > free) steps -= 1;
    return batch.map((extension) => ({ ...extension, ahead: extension.ahead?.slice(0, steps) ?? [] }));
  }

  /** Each row as it is wished, of all calls of the library in one round trip. */
  private async readEach(
    reader: RowReader,
    rounds: readonly Round[],
    batch: readonly Extension[],
  ): Promise<ForwardOutput> {
    const flight = new Flight(this.options.cache, reader, this.options.decode ? 'decode' : 'prefill', batch);
    try {
      flight.send(rounds);
      const { rows, drawn } = await flight.land();
      return { logits: new Float32Array(0), rows, drawn, values: null };
    } finally {
      flight.dispose();
    }
  }

  private async fetchAll(rounds: readonly Round[], outputs: number): Promise<ForwardOutput> {
    const { vocabulary } = this;
    const fetch = (round: Round) =>
      this.run(round, (logits) => this.fetch(logits, rowsOfRound(round).length));
    const [only] = rounds;
    if (only !== undefined && rounds.length === 1) return { logits: await fetch(only), values: null };
    const logits = new Float32Array(outputs * vocabulary);
    for (const round of rounds) {
      const result = await fetch(round);
      rowsOfRound(round).forEach((at, from) =>
        logits.set(result.subarray(from * vocabulary, (from + 1) * vocabulary), at * vocabulary),
      );
    }
    return { logits, values: null };
  }

  private async fetch(logits: PendingLogits, rows: number): Promise<Float32Array> {
    const all = await logits.fetch();
    if (all.length !== rows * this.vocabulary)
      throw new Error(`The library put out ${all.length} logits for ${rows} rows`);
    return all;
  }

  private async run<T>({ call, parts }: Round, read: (logits: PendingLogits) => Promise<T>): Promise<T> {
    const logits = this.options.cache[call](parts);
    try {
      return await read(logits);
    } finally {
      logits.dispose();
    }
  }

  /** Pages end where a sequence does, so each takes its own. */
  private pagesFor(batch: readonly Extension[], steps: number): number {
    const pages = (length: number) => Math.ceil(length / pageSize);
    return batch.reduce((sum, { slot, tokens, ahead = [] }) => {
      const length = this.lengthOf(slot);
      return sum + pages(length + tokens.length + Math.min(steps, ahead.length)) - pages(length);
    }, 0);
  }

  private freeSlot(): Slot {
    for (let slot = 0; slot < this.slots; slot++) if (!this.lengths.has(slot)) return slot;
    throw outOfSlots();
  }

  private lengthOf(slot: Slot): number {
    const length = this.lengths.get(slot);
    if (length === undefined) throw new RangeError(`slot ${slot} is not in use`);
    return length;
  }
}
