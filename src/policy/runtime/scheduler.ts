import type { TokenId } from '../language-model.ts';
import type { AdmissionOrder } from './admission.ts';
import { type Running, type Share, pendingTokens, planBatch } from './batch.ts';
import { asPolicyError, isOutOfSlots } from './failures.ts';
import type { LookAhead } from './look-ahead.ts';
import { type LogitRow, nothing, type RowWish, wholeRow } from './logit-row.ts';
import { RadixCache } from './radix-cache.ts';
import type { Holding } from './radix-tree.ts';
import { hand, type SequenceTask } from './sequence-task.ts';
import type { DrawAhead, Extension, ForwardOutput, StepEngine } from './step-engine.ts';

export interface SchedulerOptions {
  readonly engine: StepEngine;
  /** A monotonic clock, in seconds. */
  readonly now: () => number;
  /** Yields to the event loop: resolves in a later macrotask. */
  readonly breathe: () => Promise<void>;
  /** Who gets a slot first where there are too few; default: who came first. */
  readonly admission?: AdmissionOrder;
  /** For an engine that takes steps by itself; without, it takes none. */
  readonly lookAhead?: LookAhead;
}

/** Seconds of work between yields to the event loop: a cancel message waits at most this long plus one forward. */
const BREATH_INTERVAL = 0.008;

const noLogits = new Float32Array(0);

/**
 * Continuous batching (Orca, Yu et al. 2022; vLLM, Kwon et al. 2023, arXiv 2309.06180): all sequences in flight share
 * one forward per step, prefill of new ones together with decode of running ones, and join and leave between steps.
 * Slots are given first come, first served, unless another order is asked for. Waiting changes no result, because a sequence's outputs depend on its own
 * tokens only.
 *
 * If a sequence shares an uncached prefix with one that is being prefilled, it waits for that one and forks it.
 *
 * If slots share memory and it runs out, idle sequences are evicted first. Then a running one gives up its slot and is fed
 * again later, as in vLLM ("preemption by recomputation"). An engine with one sequence per forward finishes each before
 * the next.
 *
 * An engine that draws by itself takes several steps a call (`StepEngine.ahead`). Its draws are guesses: each row is handed
 * to its task as if it had come alone, and where the task draws another token, or ends, the steps behind are taken back.
 * So results are those of one step a call.
 */
export class Scheduler {
  private readonly engine: StepEngine;
  private readonly cache: RadixCache;
  /** Least recently served first. */
  private active: Running[] = [];
  private waiting: SequenceTask[] = [];
  /** How many tokens sequences had been fed before they lost their slots. */
  private readonly fedBefore = new WeakMap<SequenceTask, number>();
  /** A sequence lost its slot: none is admitted until one has ended, or they would evict each other in turn. */
  private crowded = false;
  private looping = false;
  private closed = false;
  private lastBreath = -Infinity;

  prefilledTokens = 0;
  cachedTokens = 0;
  forwards = 0;
  modelSeconds = 0;

  constructor(private readonly options: SchedulerOptions) {
    this.engine = options.engine;
    this.cache = new RadixCache(options.engine);
  }

  /** Runs the task until it is done, cancelled or failed. Cached outputs are delivered at once. */
  submit(task: SequenceTask): void {
    if (this.closed) {
      task.fail(closedError());
      return;
    }
    if (task.wants === 'value') this.takeRemembered(task);
    if (task.state === 'done') {
      this.cachedTokens += task.promptLength;
      return;
    }
    this.waiting.push(task);
    if (!this.looping) {
      this.looping = true;
      void this.loop();
    }
  }

  /** Drops all that is cached. Throws RangeError while sequences are in flight. */
  forget(): void {
    if (this.active.length > 0 || this.waiting.length > 0) throw new RangeError('Sequences are in flight');
    this.cache.clear();
  }

  /** Fails all tasks in flight and frees the slots, after the current forward if there is one. */
  close(): void {
    this.closed = true;
    this.failAll(closedError());
    if (!this.looping) this.cache.clear();
  }

  private async loop(): Promise<void> {
    // Requests made in the same tick start together.
    await Promise.resolve();
    while (this.active.length > 0 || this.waiting.length > 0) {
      try {
        await this.step();
        if (this.engine.yields !== true && this.options.now() - this.lastBreath >= BREATH_INTERVAL) {
          await this.options.breathe();
          this.lastBreath = this.options.now();
        }
      } catch (error) {
        // The state of the engine's sequences is unknown: start again with none.
        this.cache.clear();
        this.failAll(asPolicyError(error));
      }
    }
    this.looping = false;
    if (this.closed) this.cache.clear();
  }

  private async step(): Promise<void> {
    this.retire();
    this.admit();
    if (this.active.length === 0) return;
    // Consumers of the last step's events run first, so that the clock measures the model alone.
    await Promise.resolve();
    const { shares, output } = await this.forward();
    this.forwards += 1;
    const again = output.fedAgain ?? 0;
    this.prefilledTokens += again;
    this.cachedTokens = Math.max(0, this.cachedTokens - again);
    let row = 0;
    const rows: number[] = [];
    shares.forEach((share, at) => {
      this.digest(share, output, row);
      row += share.extension.outputs;
      rows.push(row);
      row += output.drawn?.[at]?.length ?? 0;
    });
    await this.options.lookAhead?.digest(shares, output, rows, (share, token, at) => {
      this.cache.append(share.running.holding, token, NaN);
      hand(share.running.task, this.rowOf(output, at), NaN);
    });
    if (shares.length < Math.min(this.active.length, this.engine.sequencesPerForward ?? Infinity)) {
      this.active = [...this.active.slice(shares.length), ...this.active.slice(0, shares.length)];
    }
    this.retire();
  }

  private async forward(): Promise<{ readonly shares: readonly Share[]; readonly output: ForwardOutput }> {
    for (;;) {
      const shares = planBatch(this.active, this.engine);
      const { active, waiting } = this;
      const ahead = this.options.lookAhead?.draws(shares, active.length, waiting.length) ?? [];
      const started = this.options.now();
      try {
        const output = await this.engine.forward(
          shares.map((share, at) => this.extensionOf(share, ahead[at])),
        );
        this.modelSeconds += this.options.now() - started;
        return { shares, output };
      } catch (error) {
        if (!isOutOfSlots(error) || !this.makeRoom()) throw error;
      }
    }
  }

  /** With what will be asked of its outputs, for engines that make digests. */
  private extensionOf(
    { running: { task, holding }, extension }: Share,
    ahead: readonly DrawAhead[] = [],
  ): Extension {
    if (this.engine.digests !== true) return extension;
    const until = holding.length + extension.tokens.length;
    const wishes = Array.from({ length: extension.outputs + ahead.length }, (_, at): RowWish => {
      const position = until - extension.outputs + at;
      if (position < task.position || task.state !== 'open') return nothing;
      return position < task.rememberUntil ? wholeRow : task.wish(position);
    });
    return { ...extension, wishes, ahead };
  }

  /** Frees some of the engine's memory. False if only one sequence is left, which then has all of it. */
  private makeRoom(): boolean {
    if (this.cache.evictIdle()) return true;
    if (this.active.length < 2) return false;
    // The one with the fewest tokens to feed again.
    const loser = this.active.reduce((least, running) =>
      running.holding.length < least.holding.length ? running : least,
    );
    this.active = this.active.filter((running) => running !== loser);
    this.fedBefore.set(loser.task, loser.holding.length);
    this.cache.release(loser.holding);
    this.waiting.unshift(loser.task);
    this.crowded = true;
    return true;
  }

  /** Records what a forward fed and passes on the outputs, the first of them in row `row`. */
  private digest({ running, extension }: Share, output: ForwardOutput, row: number): void {
    const { task, holding, prefillUntil } = running;
    const from = holding.length;
    const until = from + extension.tokens.length;
    const firstOutput = until - extension.outputs;
    this.prefilledTokens += Math.max(0, Math.min(until, prefillUntil) - from);
    for (let position = from; position < until; position++) {
      const at = row + position - firstOutput;
      const reported = position >= firstOutput;
      const value = reported ? (output.values?.[at] ?? NaN) : NaN;
      this.cache.append(holding, extension.tokens[position - from]!, value);
      if (!reported || position !== task.position || task.state !== 'open') continue;
      const read = this.rowOf(output, at);
      const isKept = position < task.rememberUntil && read instanceof Float32Array;
      // Those that wait for this prompt are handed the very same row, which is then read once for all.
      hand(task, isKept ? this.cache.remember(holding, read) : read, value);
    }
  }

  private rowOf({ logits, rows }: ForwardOutput, at: number): LogitRow {
    const { vocabulary } = this.engine;
    return rows === undefined
      ? logits.subarray(at * vocabulary, (at + 1) * vocabulary)
      : (rows[at] ?? noLogits);
  }

  /** Releases the slots of sequences that ended. */
  private retire(): void {
    if (this.active.some(hasEnded)) {
      for (const running of this.active) if (hasEnded(running)) this.cache.release(running.holding);
      this.active = this.active.filter((running) => !hasEnded(running));
      this.crowded = false;
    }
  }

  /** Gives slots to waiting sequences, as long as there are any. */
  private admit(): void {
    if (this.waiting.length === 0 || (this.crowded && this.active.length > 0)) return;
    // A place is reserved for each one that waits for a prefix, so that later ones do not overtake it.
    let places = this.engine.slots - this.active.length;
    if (places <= 0) return;
    const open = this.waiting.filter(({ state }) => state === 'open');
    const left = new Set<SequenceTask>();
    const cached = ({ tokens, position }: SequenceTask) => this.cache.cachedLength(tokens, position);
    const { admission } = this.options;
    for (const task of admission?.of(open, places, cached) ?? open) {
      if (places <= 0 || this.isBeingPrefilled(task) || !this.start(task)) left.add(task);
      if (task.state === 'open') places -= 1;
    }
    this.waiting = open.filter((task) => left.has(task));
    if (left.size < open.length) admission?.passOver(this.waiting);
  }

  /** True if a running sequence will feed more of the task's tokens than the cache has. */
  private isBeingPrefilled(task: SequenceTask): boolean {
    const cached = this.cache.cachedLength(task.tokens, task.tokens.length);
    return this.active.some(
      (running) => pendingTokens(running) > 0 && commonLength(running.task.tokens, task.tokens) > cached,
    );
  }

  /**
   * Delivers cached outputs and, unless that was all, gives the task a slot. False if it has to wait, because the engine
   * has no room although it should.
   */
  private start(task: SequenceTask): boolean {
    this.takeRemembered(task);
    if (task.state === 'open') {
      const holding = this.holdingFor(task);
      if (holding === null) return false;
      const before = this.fedBefore.get(task);
      if (before === undefined) this.cachedTokens += Math.min(holding.length, task.promptLength);
      this.active.push({ task, holding, prefillUntil: Math.max(task.promptLength, before ?? 0) });
    } else if (task.state === 'done') this.cachedTokens += task.promptLength;
    return true;
  }

  private holdingFor(task: SequenceTask): Holding | null {
    try {
      // The output for `position` is still needed, so at least that token is fed.
      return this.cache.acquire(task.tokens, task.position);
    } catch (error) {
      if (this.active.length > 0 && isOutOfSlots(error)) return null;
      throw error;
    }
  }

  private takeRemembered(task: SequenceTask): void {
    while (task.state === 'open') {
      const length = task.position + 1;
      const value = task.wants === 'value' ? this.cache.valueAfter(task.tokens, length) : NaN;
      const logits = task.wants === 'value' ? noLogits : this.cache.logitsAfter(task.tokens, length);
      if (logits === null || (task.wants === 'value' && Number.isNaN(value))) return;
      hand(task, logits, value);
    }
  }

  private failAll(error: Error): void {
    for (const { task } of this.active) task.fail(error);
    for (const task of this.waiting) task.fail(error);
    this.active = [];
    this.waiting = [];
  }
}

function hasEnded(running: Running): boolean {
  return running.task.state !== 'open';
}

function commonLength(left: readonly TokenId[], right: readonly TokenId[]): number {
  const limit = Math.min(left.length, right.length);
  let length = 0;
  while (length < limit && left[length] === right[length]) length += 1;
  return length;
}

function closedError(): Error {
  return new DOMException('The model was closed.', 'AbortError');
}
