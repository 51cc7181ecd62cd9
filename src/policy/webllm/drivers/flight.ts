import { itemAt } from '#experiment/surely.ts';
import type { TokenId } from '#policy/language-model.ts';
import { type LogitRow, type RowWish, wholeRow } from '#policy/runtime/logit-row.ts';
import type { Extension, ForwardOutput } from '#policy/runtime/step-engine.ts';
import type { PendingLogits, SequenceCache, TokensOnGpu } from './sequence-cache.ts';
import { rowsOfRound, type Round } from './rounds.ts';
import type { RowReader, RowReading } from './row-reader.ts';

/** A row of an extension: an output of it, then those of its steps ahead. */
interface Place {
  readonly extension: number;
  readonly row: number;
}

/** A call of the library that was sent: what its rows are, and for which extensions tokens are drawn from them. */
interface Sent {
  readonly places: readonly Place[];
  readonly drawers: readonly number[];
}

/**
 * A forward on its way: calls of the library, sent one after another without waiting, and read in one round trip. Each step
 * ahead is fed with tokens that are drawn on the graphics processor from the step before. To be disposed of once.
 */
export class Flight {
  private readonly reading: RowReading;
  private readonly pending: PendingLogits[] = [];
  private readonly tokens: TokensOnGpu[] = [];
  private readonly sent: Sent[] = [];

  /** @param call what steps ahead are made with */
  constructor(
    private readonly cache: SequenceCache,
    reader: RowReader,
    private readonly call: 'prefill' | 'decode',
    private readonly batch: readonly Extension[],
  ) {
    this.reading = reader.start();
  }

  /** Sends all; the first round brings the first output of each extension, in order. */
  send(rounds: readonly Round[]): void {
    const outputs = this.batch.flatMap(({ outputs: count }, extension) =>
      Array.from({ length: count }, (_, row): Place => ({ extension, row })),
    );
    let drawers = this.drawersAt(0);
    rounds.forEach((round, at) => {
      const places = rowsOfRound(round).flatMap((place) => outputs[place] ?? []);
      this.add(this.cache[round.call](round.parts), places, at === 0 ? drawers : [], 0);
    });
    for (let step = 1; drawers.length > 0; step++) {
      const slots = drawers.map((extension) => this.extension(extension).slot);
      const logits = this.cache.feedDrawn(slots, itemAt(this.tokens, step - 1), this.call);
      const places = drawers.map((extension): Place => ({ extension, row: step }));
      drawers = this.drawersAt(step);
      this.add(logits, places, drawers, step);
    }
  }

  async land(): Promise<Required<Pick<ForwardOutput, 'rows' | 'drawn'>>> {
    const read = await this.reading.finish();
    const rows = this.batch.map((): (LogitRow | null)[] => []);
    const drawn = this.batch.map((): TokenId[] => []);
    this.sent.forEach(({ places, drawers }, at) => {
      places.forEach(({ extension, row }, from) => {
        const one = rows[extension];
        if (one !== undefined) one[row] = read[at]?.rows[from] ?? null;
      });
      drawers.forEach((extension, from) => {
        const token = read[at]?.drawn[from];
        if (token !== undefined) drawn[extension]?.push(token);
      });
    });
    return { rows: rows.flat(), drawn };
  }

  dispose(): void {
    for (const one of [...this.pending, ...this.tokens]) one.dispose();
  }

  private add(
    logits: PendingLogits,
    places: readonly Place[],
    drawers: readonly number[],
    step: number,
  ): void {
    this.pending.push(logits);
    this.sent.push({ places, drawers });
    if (logits.onGpu === null) throw new Error('WebLLM does not show where its logits lie any more');
    const wishes = places.map(({ extension, row }) => wishOf(this.extension(extension), row));
    if (drawers.length === 0) {
      this.reading.add(logits.onGpu, wishes);
      return;
    }
    const into = this.cache.reserve(drawers.length);
    this.tokens.push(into);
    const draws = drawers.map((extension) => ({
      ...itemAt(this.extension(extension).ahead ?? [], step),
      row: places.findIndex((place) => place.extension === extension),
    }));
    this.reading.add(logits.onGpu, wishes, { draws, into });
  }

  /** The extensions that draw ahead from the row of this step. */
  private drawersAt(step: number): readonly number[] {
    return this.batch.flatMap(({ ahead = [] }, at) => (ahead.length > step ? [at] : []));
  }

  private extension(at: number): Extension {
    return itemAt(this.batch, at);
  }
}

/** Callers that tell no wishes get all rows whole. */
function wishOf({ wishes }: Extension, row: number): RowWish {
  return wishes?.[row] ?? wholeRow;
}
