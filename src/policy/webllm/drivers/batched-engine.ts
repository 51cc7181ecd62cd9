import type { TokenId } from '#policy/language-model.ts';
import { outOfSlots } from '#policy/runtime/failures.ts';
import { type LogitRow, nothing, type RowWish, wholeRow } from '#policy/runtime/logit-row.ts';
import type { Extension, ForwardOutput, Slot, StepEngine } from '#policy/runtime/step-engine.ts';
import { pageSize, type Part, type PendingLogits, type SequenceCache } from './below-public-api.ts';
import { checkBatch } from './check-batch.ts';
import type { GpuDigests } from './gpu-digests.ts';

/** What a model's library can do with many sequences; found out at load. Without either, `prefill` does it all. */
export interface BatchAbilities {
  /** `batch_decode` for more than one sequence. */
  readonly decode: boolean;
  /** `batch_verify`: logits after every token. */
  readonly verify: boolean;
}

export interface BatchedOptions extends BatchAbilities {
  readonly cache: SequenceCache;
  readonly vocabulary: number;
  readonly context: number;
  /** Sequences that the cache was made for. */
  readonly slots: number;
  /** Tokens a forward of the library takes. */
  readonly prefillChunk: number;
  /** Makes digests of logits where they lie; null: they are fetched whole. */
  readonly reader: GpuDigests | null;
}

/** Between chunks of a prompt a cancel is heard, and others decode. */
const mostRows = 512;
/** Floats of logits that one forward reports at most. */
const mostLogits = 2 ** 24;

/** One call of the library: a part of each of some extensions. */
interface Round {
  readonly parts: readonly Part[];
  /** For each part, the row of the forward's output that its first reported token goes to. */
  readonly rows: readonly number[];
  readonly call: 'prefill' | 'decode' | 'verify';
}

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
  private readonly lengths = new Map<Slot, number>();

  constructor(private readonly options: BatchedOptions) {
    this.vocabulary = options.vocabulary;
    this.context = options.context;
    this.slots = options.slots;
    this.rows = Math.min(mostRows, options.prefillChunk);
    this.digests = options.reader !== null;
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

  async forward(batch: readonly Extension[]): Promise<ForwardOutput> {
    const outputs = checkBatch(this, batch, (slot) => this.lengthOf(slot));
    if (this.pagesFor(batch) > this.options.cache.freePages()) throw outOfSlots();
    const rounds = planRounds(batch, this.options);
    const output = this.digests
      ? await this.readEach(rounds, wishesOf(batch))
      : await this.fetchAll(rounds, outputs);
    for (const { slot, tokens } of batch) this.lengths.set(slot, this.lengthOf(slot) + tokens.length);
    return output;
  }

  /** Each row as it is wished. */
  private async readEach(rounds: readonly Round[], wishes: readonly RowWish[]): Promise<ForwardOutput> {
    const rows: (LogitRow | null)[] = wishes.map(() => null);
    for (const round of rounds) {
      const places = placesOf(round);
      const read = await this.run(round, (logits) =>
        this.read(
          logits,
          places.map((at) => wishes[at] ?? nothing),
        ),
      );
      places.forEach((at, from) => (rows[at] = read[from] ?? null));
    }
    return { logits: new Float32Array(0), rows, values: null };
  }

  private async fetchAll(rounds: readonly Round[], outputs: number): Promise<ForwardOutput> {
    const { vocabulary } = this;
    const fetch = (round: Round) => this.run(round, (logits) => this.fetch(logits, placesOf(round).length));
    const [only] = rounds;
    if (only !== undefined && rounds.length === 1) return { logits: await fetch(only), values: null };
    const logits = new Float32Array(outputs * vocabulary);
    for (const round of rounds) {
      const result = await fetch(round);
      placesOf(round).forEach((at, from) =>
        logits.set(result.subarray(from * vocabulary, (from + 1) * vocabulary), at * vocabulary),
      );
    }
    return { logits, values: null };
  }

  private async read(
    logits: PendingLogits,
    wishes: readonly RowWish[],
  ): Promise<readonly (LogitRow | null)[]> {
    const { reader } = this.options;
    if (reader !== null && logits.onGpu !== null) return reader.read(logits.onGpu, wishes);
    const { vocabulary } = this;
    const all = await this.fetch(logits, wishes.length);
    return wishes.map(({ kind }, at) =>
      kind === 'nothing' ? null : all.subarray(at * vocabulary, (at + 1) * vocabulary),
    );
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
  private pagesFor(batch: readonly Extension[]): number {
    const pages = (length: number) => Math.ceil(length / pageSize);
    return batch.reduce(
      (sum, { slot, tokens }) =>
        sum + pages(this.lengthOf(slot) + tokens.length) - pages(this.lengthOf(slot)),
      0,
    );
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

/** For each row that a round puts out, its place in the forward's output. */
function placesOf({ call, parts, rows }: Round): readonly number[] {
  return parts.flatMap(({ tokens }, at) =>
    Array.from({ length: call === 'verify' ? tokens.length : 1 }, (_, more) => rows[at]! + more),
  );
}

/** All rows whole for callers that tell no wishes. */
function wishesOf(batch: readonly Extension[]): readonly RowWish[] {
  return batch.flatMap(({ wishes, outputs }) => wishes ?? Array.from({ length: outputs }, () => wholeRow));
}

/**
 * Cuts a forward into calls of the library, which reports one row a sequence: first all up to each one's first output, then
 * what comes after it, in one go where every token can be reported, token by token otherwise.
 */
function planRounds(batch: readonly Extension[], { decode, verify }: BatchAbilities): readonly Round[] {
  const single = (parts: readonly Part[]) => decode && parts.every(({ tokens }) => tokens.length === 1);
  const heads: Part[] = [];
  const tails: { readonly sequence: number; readonly tokens: readonly TokenId[]; readonly row: number }[] =
    [];
  const headRows: number[] = [];
  let row = 0;
  for (const { slot, tokens, outputs } of batch) {
    const first = tokens.length - outputs + 1;
    heads.push({ sequence: slot, tokens: tokens.slice(0, first) });
    headRows.push(row);
    if (outputs > 1) tails.push({ sequence: slot, tokens: tokens.slice(first), row: row + 1 });
    row += outputs;
  }
  const rounds: Round[] = [{ call: single(heads) ? 'decode' : 'prefill', parts: heads, rows: headRows }];
  if (tails.length === 0) return rounds;
  if (verify) return [...rounds, { call: 'verify', parts: tails, rows: tails.map((tail) => tail.row) }];
  const longest = Math.max(...tails.map(({ tokens }) => tokens.length));
  for (let at = 0; at < longest; at++) {
    const left = tails.filter(({ tokens }) => at < tokens.length);
    const parts = left.map(({ sequence, tokens }) => ({ sequence, tokens: tokens.slice(at, at + 1) }));
    rounds.push({ call: decode ? 'decode' : 'prefill', parts, rows: left.map((tail) => tail.row + at) });
  }
  return rounds;
}
