/** What one call forgets of those before it: the last fifty count most. */
const memory = 0.98;
/** Of what is known of draws ahead; longer, as nothing is learnt of them while none are made. */
const longMemory = 0.995;
/** Steps that a sequence is taken to go on for, before anything is known. */
const usualRun = 32;
/** Draws ahead that are taken to be right, before anything is known. */
const trusted = 8;

/** What came of a call. */
export interface CallResult {
  /** Steps that counted, each sequence's by itself. */
  readonly steps: number;
  /** Sequences that ended in it. */
  readonly ends: number;
  /** Draws ahead that were compared with the ones that count. */
  readonly judged: number;
  /** Those that were others. */
  readonly wrong: number;
}

/**
 * How many steps a round trip is worth. `k` of them cost `k + r` times a step, `r` being the round trip; and a sequence that
 * ends within them has run on for half of them, while the next one waited. If one step in `1 / e` is such an end, or a
 * wrong draw, a step that counts costs about `(1 + r / k) (1 + e k / 2)`, which is least at `k = √(2 r / e)`.
 */
export class StepPace {
  private known: CallResult = { steps: usualRun, ends: 1, judged: 0, wrong: 0 };

  /** @param most steps that a call may take */
  constructor(
    private readonly most: number,
    private readonly roundTrip: number,
  ) {}

  /** Steps of the next call. */
  get next(): number {
    const { steps, ends, judged, wrong } = this.known;
    const lost = ends / steps + wrong / (judged + trusted);
    return Math.max(1, Math.min(this.most, Math.round(Math.sqrt((2 * this.roundTrip) / lost))));
  }

  record({ steps, ends, judged, wrong }: CallResult): void {
    const { known } = this;
    this.known = {
      steps: known.steps * memory + steps,
      ends: known.ends * memory + ends,
      judged: known.judged * longMemory + judged,
      wrong: known.wrong * longMemory + wrong,
    };
  }
}
