import type { Sampling } from '#experiment/experiment.ts';
import type { Problem } from '#experiment/problem.ts';
import type { Answer, Grade, LoggedToken, RunEvent } from '#run/events.ts';
import type { LanguageModel } from '../language-model.ts';
import type { TokenBudget } from './budget.ts';
import type { Numbers } from './numbers.ts';
import type { Recall } from './recall.ts';

/** What a run works with: strategies and verifiers get it, and nothing else. It holds no reference answer. */
export interface Session {
  readonly problem: Problem;
  readonly model: LanguageModel;
  /** Whose value head scores, where the experiment's verifier names a model for it. It only reads: nothing is drawn from it. */
  readonly verifierModel?: LanguageModel;
  /** Who completes traces a second time in rStar, where the experiment names a model for it: it reads and writes tokens of its own numbering. */
  readonly discriminator?: LanguageModel;
  /** A thought that a person began: the model's prompts for thinking end with it, verifiers read it as first steps. */
  readonly start?: readonly LoggedToken[];
  /** Whether a person pruned what was written so far, in a path of a search tree: it is not to be followed. */
  readonly pruned?: (written: readonly LoggedToken[]) => boolean;
  readonly sampling: Sampling;
  /** Aborted when the person cancels; the model's calls then reject with AbortError. */
  readonly signal: AbortSignal;
  /** What the run may spend. Everything that draws tokens asks it first. */
  readonly budget: TokenBudget;
  /** Grades by the reference. Only in a run whose experiment names the oracle as its verifier, and only for that one. */
  readonly oracle?: (answer: Answer) => Grade;
  /** Hands out the numbers of sequences, nodes and random streams, in request order. */
  readonly numbers: Numbers;
  /** What an interrupted run of the same experiment had drawn; absent where this run begins anew. */
  readonly recall?: Recall;
}

/** A part of a run: events on the way, a result at the end. */
export type Part<T> = AsyncGenerator<RunEvent, T>;
