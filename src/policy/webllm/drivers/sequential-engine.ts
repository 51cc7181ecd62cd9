import type { TokenId } from '#policy/language-model.ts';
import { PolicyError } from '#policy/policy-error.ts';
import { outOfSlots } from '#policy/runtime/failures.ts';
import type { Extension, ForwardOutput, Slot, StepEngine } from '#policy/runtime/step-engine.ts';
import { checkBatch } from './check-batch.ts';

/** The part of WebLLM's public `MLCEngine` that is used. */
export interface PublicEngine {
  /** Appends tokens to the one sequence of the engine's cache, runs the model and draws a token, which is not appended. */
  forwardTokensAndSample(inputIds: number[], isPrefill: boolean, modelId?: string): Promise<number>;
  resetChat(keepStats?: boolean, modelId?: string): Promise<void>;
}

/** A LogitProcessor of WebLLM's that changes nothing and keeps the last row of logits, from before WebLLM's own sampling. */
export class LogitCapture {
  private row: Float32Array | null = null;

  /** `logits`: `[vocabulary]`, a copy that WebLLM made for this call. */
  processLogits(logits: Float32Array): Float32Array {
    this.row = logits;
    return logits;
  }

  processSampledToken(): void {}

  resetState(): void {}

  /** The row of the last forward. */
  take(): Float32Array {
    const row = this.row;
    this.row = null;
    if (row === null) throw new Error('WebLLM has changed: it showed its logit processor nothing');
    return row;
  }
}

export interface SequentialOptions {
  readonly engine: PublicEngine;
  /** Registered with the engine for this model. */
  readonly capture: LogitCapture;
  readonly modelId: string;
  /** Tokens a sequence may have: WebLLM itself does not check, and its runtime ends when the cache is full. */
  readonly context: number;
}

/** Lists of tokens cost nothing. */
const slots = 64;
/** WebLLM cuts a prompt into chunks itself; between these a cancel is heard. */
const rows = 512;
/** Each output is a run of the model: after so many of them a cancel is heard. */
const outputs = 8;

/**
 * Any WebLLM model, on its public API alone. The engine's cache holds one sequence, so slots are lists of tokens here, and
 * a slot that does not go on from what the cache holds is fed again from its first token.
 *
 * WebLLM draws a token of its own after each forward; nobody looks at it. Nothing of its generation loop is used, so what
 * that does with stop strings, interrupts, log-probabilities, `n` and a full context cannot happen here.
 */
export class SequentialEngine implements StepEngine {
  readonly context: number;
  readonly slots = slots;
  readonly rows = rows;
  readonly outputs = outputs;
  readonly sequencesPerForward = 1;
  readonly hasValueHead = false;
  /** It waits for the graphics processor. */
  readonly yields = true;
  private readonly sequences = new Map<Slot, TokenId[]>();
  /** What the engine's cache holds; null where that is not known. */
  private held: TokenId[] | null = null;
  private nextSlot = 0;

  private constructor(
    private readonly options: SequentialOptions,
    readonly vocabulary: number,
  ) {
    this.context = options.context;
  }

  /** Runs one token, to learn the length of a row of logits. */
  static async open(options: SequentialOptions): Promise<SequentialEngine> {
    await options.engine.resetChat(false, options.modelId);
    await options.engine.forwardTokensAndSample([0], true, options.modelId);
    return new SequentialEngine(options, options.capture.take().length);
  }

  create(): Slot {
    return this.hold([]);
  }

  fork(parent: Slot, length: number): Slot {
    return this.hold(this.tokensOf(parent).slice(0, length));
  }

  drop(slot: Slot): void {
    this.sequences.delete(slot);
  }

  async forward(batch: readonly Extension[]): Promise<ForwardOutput> {
    const reported = checkBatch(this, batch, (slot) => this.tokensOf(slot).length);
    const logits = reported === 1 ? null : new Float32Array(reported * this.vocabulary);
    let only: Float32Array = new Float32Array(0);
    let row = 0;
    let fedAgain = 0;
    for (const { slot, tokens, outputs: wanted } of batch) {
      const sequence = this.tokensOf(slot);
      const known = await this.continueFrom(sequence);
      fedAgain += sequence.length - known;
      const first = tokens.length - wanted + 1;
      const feeds = [
        [...sequence.slice(known), ...tokens.slice(0, first)],
        ...tokens.slice(first).map((token) => [token]),
      ];
      for (const feed of feeds) {
        only = await this.feed(feed);
        logits?.set(only, row * this.vocabulary);
        row += 1;
      }
      for (const token of tokens) sequence.push(token);
    }
    return { logits: logits ?? only, values: null, fedAgain };
  }

  /** How many of the sequence's tokens the cache holds; empties it where it holds anything else. */
  private async continueFrom(sequence: readonly TokenId[]): Promise<number> {
    const held = this.held;
    if (held !== null && held.length <= sequence.length && held.every((token, at) => token === sequence[at]))
      return held.length;
    this.held = null;
    await this.options.engine.resetChat(false, this.options.modelId);
    this.held = [];
    return 0;
  }

  private async feed(tokens: TokenId[]): Promise<Float32Array> {
    const { engine, capture, modelId } = this.options;
    const held = this.held ?? [];
    // Unknown until it has worked.
    this.held = null;
    await engine.forwardTokensAndSample(tokens, tokens.length > 1, modelId);
    const row = capture.take();
    if (row.length !== this.vocabulary) {
      throw new PolicyError({
        code: 'library-mismatch',
        why: { kind: 'logits', found: row.length, tokens: this.vocabulary },
      });
    }
    for (const token of tokens) held.push(token);
    this.held = held;
    return row;
  }

  private hold(tokens: TokenId[]): Slot {
    if (this.sequences.size >= this.slots) throw outOfSlots();
    this.nextSlot += 1;
    this.sequences.set(this.nextSlot, tokens);
    return this.nextSlot;
  }

  private tokensOf(slot: Slot): TokenId[] {
    const tokens = this.sequences.get(slot);
    if (tokens === undefined) throw new RangeError(`slot ${slot} is not in use`);
    return tokens;
  }
}
