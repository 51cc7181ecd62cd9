import { chooseBest, chooseByWeight } from '#answers/choose.ts';
import type { StrategyOf } from '#experiment/experiment.ts';
import type { Session } from '#policy/session/session.ts';
import { createVerifier } from '#verifiers/create-verifier.ts';
import type { Verifier } from '#verifiers/verifier.ts';
import { candidateOf, scoreTraces, tellChoice } from './shared/score-traces.ts';
import { sampleTraces } from './shared/traces.ts';
import type { StrategyRun } from './strategy.ts';

export type BestOfN = StrategyOf<'best-of-n'>;

/**
 * Best-of-N: N traces, a verifier's score for each, and the answer of the best one (Cobbe et al. 2021, arXiv 2110.14168,
 * section 4.2) or the one whose scores sum to the most (voting verifier; Li et al. 2022, arXiv 2206.02336).
 */
export async function* bestOfN(
  session: Session,
  params: BestOfN,
  verifier: Verifier = createVerifier(params.verifier, session),
): StrategyRun {
  const prompt = session.model.prompt(session.problem, { kind: 'think', effort: params.effort });
  const traces = yield* sampleTraces(session, prompt, params.samples);
  const candidates = traces.map((trace) => candidateOf(trace, prompt, session.model.info.stepEnds));
  const scored = yield* scoreTraces(verifier, params.aggregation, candidates);
  yield* tellChoice(choose(params.choose)(scored), scored);
}

function choose(how: BestOfN['choose']): typeof chooseBest {
  switch (how) {
    case 'best':
      return chooseBest;
    case 'weighted-vote':
      return chooseByWeight;
  }
}
