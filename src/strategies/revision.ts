import { chooseBest } from '#answers/choose.ts';
import type { StrategyOf } from '#experiment/experiment.ts';
import type { Session } from '#policy/session/session.ts';
import { createVerifier } from '#verifiers/create-verifier.ts';
import type { Verifier } from '#verifiers/verifier.ts';
import { scoreTraces, tellChoice } from './shared/score-traces.ts';
import { reviseByWaiting } from './shared/revise-by-waiting.ts';
import { reviseInWords } from './shared/revise-in-words.ts';
import type { StrategyRun } from './strategy.ts';

export type Revision = StrategyOf<'revision'>;

/**
 * Sequential revision, and its grid with parallel sampling (Snell et al. 2024, arXiv 2408.03314, section 6): `parallel`
 * chains of `rounds` attempts, each attempt written with the chain's earlier ones in view. A verifier scores every attempt
 * of every chain, and the best one's answer is taken: a later attempt may be worse than an earlier one.
 *
 * The paper fine-tunes a model to revise. What stands in for that depends on the model, and is less:
 *
 * - A model that follows instructions is shown its last attempts and asked in words for a better one.
 * - Any other model must mark its thinking and is asked to think hard; an attempt is what it writes up to its own "Wait"
 *   or the end of its thinking, and a revision is the thought so far, "Wait", and what it then writes. It was trained
 *   on such thoughts, where each attempt follows a failed one, and it does not know that the last one may have been right.
 */
export async function* revision(
  session: Session,
  params: Revision,
  verifier: Verifier = createVerifier(params.verifier, session),
): StrategyRun {
  const revise = session.model.info.capabilities.instructions ? reviseInWords : reviseByWaiting;
  const candidates = yield* revise(session, params);
  const scored = yield* scoreTraces(verifier, params.aggregation, candidates);
  yield* tellChoice(chooseBest(scored), scored);
}
