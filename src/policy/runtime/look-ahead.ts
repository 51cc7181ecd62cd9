import { pendingTokens, type Share } from './batch.ts';
import type { TokenId } from '../language-model.ts';
import { StepPace } from './pace.ts';
import type { DrawAhead, ForwardOutput, StepEngine } from './step-engine.ts';

/** Steps a call while someone watches tokens arrive. */
const mostWatched = 2;

/** What is done with a step that was taken ahead. */
export interface LookAheadSink {
  /** Yields to the event loop. */
  breathe(): Promise<void>;
  /** The token was fed, and its row, number `row` of the output, is the share's next one. */
  append(share: Share, token: TokenId, row: number): void;
  /** Forwards that were made, and tokens that were fed for nothing. */
  took(forwards: number, takenBack: number): void;
}

/** Decides how far an engine that draws by itself goes in one call, and holds its draws against those of the tasks. */
export class LookAhead {
  private readonly pace: StepPace | null;

  /** @param watched someone watches the tokens arrive, so that few come at a time */
  constructor(
    private readonly engine: StepEngine,
    watched: boolean,
  ) {
    const { ahead, digests } = engine;
    this.pace =
      ahead !== undefined && digests === true
        ? new StepPace(watched ? Math.min(mostWatched, ahead.most + 1) : ahead.most + 1, ahead.roundTrip)
        : null;
  }

  /**
   * What to draw ahead for each share. Nothing where a sequence has more to feed than this call takes: its next piece
   * would wait for the steps of the others.
   */
  draws(shares: readonly Share[]): readonly (readonly DrawAhead[])[] {
    if (this.pace === null) return [];
    const steps = this.pace.next - 1;
    const fedWhole = ({ running, extension: { tokens, outputs } }: Share) =>
      pendingTokens(running) === tokens.length && outputs === 1;
    if (steps === 0 || !shares.every(fedWhole)) return [];
    return shares.map(({ running: { task } }) => task.draws(steps));
  }

  /**
   * Hands the rows of steps that the engine took by itself to their tasks, the first of each share in `rows`, step by step and
   * as long as its draws are those of the task. What was fed behind is taken back.
   */
  async digest(
    shares: readonly Share[],
    { drawn = [] }: ForwardOutput,
    rows: readonly number[],
    to: LookAheadSink,
  ): Promise<void> {
    const most = Math.max(0, ...drawn.map(({ length }) => length));
    const counted = shares.map(() => 0);
    to.took(most, 0);
    for (let step = 0; step < most && counted.includes(step); step++) {
      // Who reads the tokens may end a sequence over them, as between two calls.
      await to.breathe();
      shares.forEach((share, at) => {
        const { task, holding } = share.running;
        const token = drawn[at]?.[step];
        if (token === undefined || counted[at] !== step || task.state !== 'open') return;
        if (task.tokens[holding.length] !== token) return;
        counted[at] = step + 1;
        to.append(share, token, (rows[at] ?? 0) + step);
      });
    }
    shares.forEach(({ running: { holding } }, at) => {
      const backwards = (drawn[at]?.length ?? 0) - (counted[at] ?? 0);
      if (backwards > 0) this.engine.shorten?.(holding.slot, holding.length);
      to.took(0, backwards);
    });
    this.record(shares, drawn, counted);
  }

  private record(
    shares: readonly Share[],
    drawn: readonly (readonly TokenId[])[],
    counted: readonly number[],
  ): void {
    const result = { steps: 0, ends: 0, judged: 0, wrong: 0 };
    shares.forEach(({ running: { task } }, at) => {
      const right = counted[at] ?? 0;
      const isOpen = task.state === 'open';
      const isWrong = isOpen && right < (drawn[at]?.length ?? 0);
      result.steps += 1 + right;
      result.ends += isOpen ? 0 : 1;
      result.judged += right + (isWrong ? 1 : 0);
      result.wrong += isWrong ? 1 : 0;
    });
    this.pace?.record(result);
  }
}
