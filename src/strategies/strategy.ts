import type { Sampling } from '../experiment/experiment.ts';
import type { Problem } from '../experiment/problem.ts';
import type { LanguageModel } from '../policy/language-model.ts';
import type { RunEvent } from '../run/events.ts';
import type { TokenBudget } from './shared/budget.ts';
import type { Numbers } from './shared/numbers.ts';

/** What a strategy works with. It sees the problem, never the reference answer. */
export interface StrategyContext {
  readonly problem: Problem;
  readonly model: LanguageModel;
  readonly sampling: Sampling;
  /** Aborted when the person cancels; the model's calls then reject with AbortError. */
  readonly signal: AbortSignal;
  /** What the run may spend. Everything that draws tokens asks it first. */
  readonly budget: TokenBudget;
  /** Hands out the numbers of sequences, nodes and random streams, in request order. */
  readonly numbers: Numbers;
}

/**
 * A strategy at work: the events it causes, in order, ending in `answer-chosen`. Decisions are taken in rounds and in
 * request order, so that the same seed gives the same decisions whatever finished first.
 */
export type StrategyRun = AsyncGenerator<RunEvent, void>;

/** A part of a strategy: events on the way, a result at the end. */
export type Part<T> = AsyncGenerator<RunEvent, T>;
