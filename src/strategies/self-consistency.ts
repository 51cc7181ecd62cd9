import { majority } from '#answers/majority.ts';
import type { StrategyOf } from '#experiment/experiment.ts';
import type { Session } from '#policy/session/session.ts';
import type { StrategyRun } from './strategy.ts';
import { sampleTraces } from './shared/traces.ts';

/**
 * Many traces at a temperature above zero, then the answer that most of them reach (Wang et al. 2022,
 * arXiv 2203.11171, section 2: the unweighted sum). Traces without an answer do not vote.
 */
export async function* selfConsistency(
  session: Session,
  { samples, effort }: StrategyOf<'self-consistency'>,
): StrategyRun {
  const prompt = session.model.prompt(session.problem, { kind: 'think', effort });
  const traces = yield* sampleTraces(session, prompt, samples, (sequence, answer) => ({
    type: 'vote-cast',
    sequence,
    answer,
  }));
  const { winner, rule } = majority(traces.map((trace) => trace.answer));
  yield { type: 'answer-chosen', answer: winner, by: rule };
}
