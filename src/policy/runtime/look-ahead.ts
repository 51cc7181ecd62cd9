import { pendingTokens, type Share } from './batch.ts';
import type { TokenId } from '../language-model.ts';
import { StepPace } from './pace.ts';
import type { DrawAhead, StepEngine } from './step-engine.ts';

/** Steps a call while someone watches tokens arrive. */
const mostWatched = 2;

/** Decides how far an engine that draws by itself goes in one call. */
export class LookAhead {
  private readonly pace: StepPace | null;

  constructor(engine: StepEngine, watched: boolean) {
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

  /** What came of a call: the tokens drawn for each share, and how many of them counted. */
  record(shares: readonly Share[], drawn: readonly (readonly TokenId[])[], counted: readonly number[]): void {
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
