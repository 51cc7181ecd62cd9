import type { Effort } from '../experiment/experiment.ts';
import { answerByOneTrace } from './shared/traces.ts';
import type { StrategyContext, StrategyRun } from './strategy.ts';

/** One trace of thought, then the answer, without examples (Kojima et al. 2022, arXiv 2205.11916). */
export function chainOfThought(context: StrategyContext, effort: Effort): StrategyRun {
  return answerByOneTrace(context, context.model.prompt(context.problem, { kind: 'think', effort }));
}
