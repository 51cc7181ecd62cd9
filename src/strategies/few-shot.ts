import { answerByOneTrace } from './shared/traces.ts';
import type { StrategyContext, StrategyRun } from './strategy.ts';
import { workedExamples } from './worked-examples.ts';

/** Worked examples before the problem (Wei et al. 2022, arXiv 2201.11903, section 2). */
export function fewShot(context: StrategyContext, shots: number): StrategyRun {
  const examples = workedExamples(context.problem.family).slice(0, shots);
  return answerByOneTrace(context, context.model.prompt(context.problem, { kind: 'few-shot', examples }));
}
