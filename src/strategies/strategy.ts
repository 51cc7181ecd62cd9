import type { Sampling } from '../experiment/experiment.ts';
import type { Problem } from '../experiment/problem.ts';
import type { LanguageModel } from '../policy/language-model.ts';
import type { RunEvent } from '../run/events.ts';

/** What a strategy works with. It sees the problem, never the reference answer. */
export interface StrategyContext {
  readonly problem: Problem;
  readonly model: LanguageModel;
  readonly sampling: Sampling;
  readonly seed: number;
  /** Aborted when the person cancels; the model's calls then reject with AbortError. */
  readonly signal: AbortSignal;
}

/**
 * A strategy at work: the events it causes, in order, ending in `answer-chosen`. Decisions are taken in rounds and in
 * request order, so that the same seed gives the same decisions whatever finished first.
 */
export type StrategyRun = AsyncGenerator<RunEvent, void>;
