import type { Sampling } from '#experiment/experiment.ts';
import type { Problem } from '#experiment/problem.ts';
import type { Answer, Grade, LoggedToken, RunEvent } from '#run/events.ts';
import type { LanguageModel } from '../language-model.ts';
import type { TokenBudget } from './budget.ts';
import type { Numbers } from './numbers.ts';
import type { Recall } from './recall.ts';

/** Everything that strategies and verifiers get to work with. It holds no reference answer. */
export interface Session {
  readonly problem: Problem;
  readonly model: LanguageModel;
  /** The model whose value head scores, if the experiment's verifier names one. Nothing is drawn from it. */
  readonly verifierModel?: LanguageModel;
  /** The model that completes traces a second time in rStar, if the experiment names one. It has its own token ids. */
  readonly discriminator?: LanguageModel;
  /** The beginning of a thought that a person wrote: prompts for thinking end with it, verifiers read it as first steps. */
  readonly start?: readonly LoggedToken[];
  /** True if a person pruned the tokens so far, a path of the search tree: it must not be followed. */
  readonly pruned?: (written: readonly LoggedToken[]) => boolean;
  readonly sampling: Sampling;
  /** Aborted when the person cancels; the model's calls then reject with AbortError. */
  readonly signal: AbortSignal;
  /** What the run may spend. Everything that draws tokens checks it first. */
  readonly budget: TokenBudget;
  /** Grades by the reference. Present only if the experiment's verifier is the oracle, and only for its use. */
  readonly oracle?: (answer: Answer) => Grade;
  /** Assigns the numbers of sequences, nodes and random streams, in request order. */
  readonly numbers: Numbers;
  /** The tokens of an interrupted run of the same experiment; absent in a run from the start. */
  readonly recall?: Recall;
}

/** A part of a run: yields events, returns a result. */
export type RunPart<T> = AsyncGenerator<RunEvent, T>;
