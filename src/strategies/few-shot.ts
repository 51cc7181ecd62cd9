import { answerByOneTrace } from './shared/traces.ts';
import type { Session } from '../policy/session/session.ts';
import type { StrategyRun } from './strategy.ts';
import { workedExamples } from '../policy/prompts/worked-examples.ts';

/** Worked examples before the problem (Wei et al. 2022, arXiv 2201.11903, section 2). */
export function fewShot(session: Session, shots: number): StrategyRun {
  const examples = workedExamples(session.problem.family).slice(0, shots);
  return answerByOneTrace(session, session.model.prompt(session.problem, { kind: 'few-shot', examples }));
}
