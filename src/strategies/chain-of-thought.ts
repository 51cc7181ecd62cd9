import type { StrategyOf } from '#experiment/experiment.ts';
import { answerByOneTrace } from './shared/traces.ts';
import type { Session } from '#policy/session/session.ts';
import type { StrategyRun } from './strategy.ts';

/** One trace of thought, then the answer, without examples (Kojima et al. 2022, arXiv 2205.11916). */
export function chainOfThought(
  session: Session,
  { effort }: Pick<StrategyOf<'chain-of-thought'>, 'effort'>,
): StrategyRun {
  return answerByOneTrace(session, session.model.prompt(session.problem, { kind: 'think', effort }));
}
