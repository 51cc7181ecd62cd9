import { answerByOneTrace } from './shared/traces.ts';
import type { StrategyContext, StrategyRun } from './strategy.ts';

/** The answer at once: what the model knows without thinking. The baseline of Wei et al. 2022 (arXiv 2201.11903). */
export function direct(context: StrategyContext): StrategyRun {
  return answerByOneTrace(context, context.model.prompt(context.problem, { kind: 'answer-only' }));
}
