import { answerByOneTrace } from './shared/traces.ts';
import type { Session } from '#policy/session/session.ts';
import type { StrategyRun } from './strategy.ts';

/** The answer at once: what the model knows without thinking. The baseline of Wei et al. 2022 (arXiv 2201.11903). */
export function direct(session: Session): StrategyRun {
  return answerByOneTrace(session, session.model.prompt(session.problem, { kind: 'answer-only' }));
}
