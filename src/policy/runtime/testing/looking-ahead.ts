import type { TokenId } from '#policy/language-model.ts';
import { isOutOfSlots } from '../failures.ts';
import { type LogitRow, nothing } from '../logit-row.ts';
import { Sampler } from '../sampler.ts';
import type { DrawAhead, Extension, ForwardOutput, Slot, StepEngine, StepsAhead } from '../step-engine.ts';

export interface LookingAheadOptions extends StepsAhead {
  /** Is the draw wrong, in the step of this number (of all that were taken)? */
  readonly isWrong: (step: number) => boolean;
}

/** An engine that takes steps by itself, over any other; with one slot less, which it needs to shorten others. */
export class LookingAhead implements StepEngine {
  readonly vocabulary: number;
  readonly context: number;
  readonly slots: number;
  readonly rows: number;
  readonly outputs: number;
  readonly hasValueHead = false;
  readonly digests = true;
  readonly ahead: StepsAhead;
  /** Calls of the engine below. */
  forwards = 0;
  /** Calls of this one. */
  calls = 0;
  shortened = 0;
  private steps = 0;
  private readonly below = new Map<Slot, Slot>();
  private made = 0;
  private readonly sampler: Sampler;

  constructor(
    private readonly engine: StepEngine,
    private readonly options: LookingAheadOptions,
  ) {
    this.vocabulary = engine.vocabulary;
    this.context = engine.context;
    this.slots = engine.slots - 1;
    this.rows = engine.rows;
    this.outputs = engine.outputs ?? Infinity;
    this.ahead = options;
    this.sampler = new Sampler(engine.vocabulary);
  }

  create(): Slot {
    return this.name(this.engine.create());
  }

  fork(parent: Slot, length: number): Slot {
    return this.name(this.engine.fork(this.slotOf(parent), length));
  }

  drop(slot: Slot): void {
    this.engine.drop(this.slotOf(slot));
    this.below.delete(slot);
  }

  shorten(slot: Slot, length: number): void {
    const whole = this.slotOf(slot);
    this.below.set(slot, this.engine.fork(whole, length));
    this.engine.drop(whole);
    this.shortened += 1;
  }

  async forward(batch: readonly Extension[]): Promise<ForwardOutput> {
    this.calls += 1;
    if (batch.some(({ ahead = [], outputs }) => ahead.length > 0 && outputs !== 1))
      throw new Error('Steps after many outputs');
    const rows = batch.map((): (LogitRow | null)[] => []);
    const drawn = batch.map((): TokenId[] => []);
    const feed = async (parts: readonly { readonly at: number; readonly extension: Extension }[]) => {
      const output = await this.engine.forward(parts.map(({ extension }) => extension));
      this.forwards += 1;
      let row = 0;
      for (const { at, extension } of parts)
        for (let end = row + extension.outputs; row < end; row++) rows[at]?.push(this.copyOf(output, row));
    };
    await feed(
      batch.map(({ slot, tokens, outputs, wishes = [] }, at) => ({
        at,
        extension: { slot: this.slotOf(slot), tokens, outputs, wishes: wishes.slice(0, outputs) },
      })),
    );
    for (let step = 0; ; step++) {
      const parts = batch.flatMap(({ slot, ahead = [], wishes = [] }, at) => {
        const draw = ahead[step];
        if (draw === undefined) return [];
        const token = this.draw(rows[at]?.at(-1) ?? null, draw);
        const wish = wishes[step + 1] ?? nothing;
        return [{ at, extension: { slot: this.slotOf(slot), tokens: [token], outputs: 1, wishes: [wish] } }];
      });
      if (parts.length === 0) break;
      try {
        await feed(parts);
      } catch (error) {
        if (!isOutOfSlots(error)) throw error;
        break;
      }
      for (const { at, extension } of parts) drawn[at]?.push(...extension.tokens);
    }
    return { logits: new Float32Array(0), rows: rows.flat(), drawn, values: null };
  }

  private draw(row: LogitRow | null, { how, point }: DrawAhead): TokenId {
    const right = this.guess(row, { how, point });
    return this.options.isWrong(this.steps++) ? (right + 1) % this.vocabulary : right;
  }

  private guess(row: LogitRow | null, { how, point }: DrawAhead): TokenId {
    if (row === null) return 0;
    try {
      this.sampler.load(row);
      return this.sampler.draw(how, { next: () => point });
    } catch {
      return 0;
    }
  }

  private copyOf({ logits, rows }: ForwardOutput, row: number): LogitRow | null {
    return rows === undefined
      ? logits.slice(row * this.vocabulary, (row + 1) * this.vocabulary)
      : (rows[row] ?? null);
  }

  private name(slot: Slot): Slot {
    this.made += 1;
    this.below.set(this.made, slot);
    return this.made;
  }

  private slotOf(slot: Slot): Slot {
    const below = this.below.get(slot);
    if (below === undefined) throw new Error(`Slot ${slot} is not in use`);
    return below;
  }
}
