import { pendingTokens, type Share } from './batch.ts';
import type { TokenId } from '../language-model.ts';
import { StepPace } from './pace.ts';
import type { DrawAhead, ForwardOutput, StepEngine } from './step-engine.ts';

/** Steps a call while someone watches tokens arrive. */
const mostWatched = 2;

/** Hands on a token that was fed ahead; the row after it is number `row` of the output. */
type Append = (share: Share, token: TokenId, row: number) => void;

/** Decides how far an engine that draws by itself goes in one call, and holds its draws against those of the tasks. */
export class LookAhead {
  /** Steps that were taken. */
  forwards = 0;
  /** Tokens that were fed in them for nothing. */
  takenBackTokens = 0;
  private readonly pace: StepPace | null;

  /**
   * @param watched someone watches the tokens arrive, so that few come at a time
   * @param breathe yields to the event loop
   */
  constructor(
    private readonly engine: StepEngine,
    watched: boolean,
    private readonly breathe: () => Promise<void>,
  ) {
    const { ahead, digests } = engine;
    this.pace =
      ahead !== undefined && digests === true
        ? new StepPace(watched ? Math.min(mostWatched, ahead.most + 1) : ahead.most + 1, ahead.roundTrip)
        : null;
  }

  /**
   * What to draw ahead for each share. Nothing where a sequence has more to feed than this call takes: its next piece
   * would wait for the steps of the others; nor where one may join soon.
   */
  draws(shares: readonly Share[], active: number, waiting: number): readonly (readonly DrawAhead[])[] {
    const mayJoin = waiting > 0 && active < this.engine.slots;
    if (this.pace === null || mayJoin || shares.length < active) return [];
    const steps = this.pace.next - 1;
    const fedWhole = ({ running, extension: { tokens, outputs } }: Share) =>
      pendingTokens(running) === tokens.length && outputs === 1;
    if (steps === 0 || !shares.every(fedWhole)) return [];
    return shares.map(({ running: { task } }) => task.draws?.(steps) ?? []);
  }

  /**
   * Hands the rows of steps that the engine took by itself to their tasks, the first of each share in `rows`, step by step and
   * as long as its draws are those of the task. What was fed behind is taken back.
   */
  async digest(
    shares: readonly Share[],
    { drawn = [] }: ForwardOutput,
    rows: readonly number[],
    append: Append,
  ): Promise<void> {
    const most = Math.max(0, ...drawn.map(({ length }) => length));
    const counted = shares.map(() => 0);
    this.forwards += most;
    for (let step = 0; step < most && counted.includes(step); step++) {
      // Who reads the tokens may end a sequence over them, as between two calls.
      await this.breathe();
      shares.forEach((share, at) => {
        const { task, holding } = share.running;
        const token = drawn[at]?.[step];
        if (token === undefined || counted[at] !== step || task.state !== 'open') return;
        if (task.tokens[holding.length] !== token) return;
        counted[at] = step + 1;
        append(share, token, (rows[at] ?? 0) + step);
      });
    }
    shares.forEach(({ running: { holding } }, at) => {
      const backwards = (drawn[at]?.length ?? 0) - (counted[at] ?? 0);
      if (backwards > 0) this.engine.shorten?.(holding.slot, holding.length);
      this.takenBackTokens += backwards;
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
