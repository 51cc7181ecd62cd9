import { chooseByWeight } from '#answers/choose.ts';
import { majority } from '#answers/majority.ts';
import type { StrategyOf } from '#experiment/experiment.ts';
import { TokenBudget } from '#policy/session/budget.ts';
import type { RunPart, Session } from '#policy/session/session.ts';
import { createVerifier } from '#verifiers/create-verifier.ts';
import type { Verifier } from '#verifiers/verifier.ts';
import { beamSearch } from './beam-search.ts';
import {
  candidateOf,
  rescoreTraces,
  scoreTraces,
  tellChoice,
  type Candidate,
  type ScoredCandidate,
} from './shared/score-traces.ts';
import { sampleTraces } from './shared/traces.ts';
import type { StrategyRun } from './strategy.ts';

export type ComputeOptimal = StrategyOf<'compute-optimal'>;
export type Difficulty = 'easy' | 'medium' | 'hard';

/** A problem is easy from the one ease on and hard below the other. */
export const easeThresholds = { easy: 0.75, hard: 0.35 } as const;

/**
 * Of the search on hard problems: M = 4 as Snell et al. 2024 (section 5.3, beam width 4), enough steps for any trace, and the
 * answer whose ends' scores sum to the most, as the paper chooses after a search too (section 5.1, best-of-N weighted).
 */
const beam = {
  kind: 'beam-search',
  variant: 'beam',
  width: 4,
  expansion: 4,
  lookahead: 0,
  maxSteps: 16,
  aggregation: 'last',
  choose: 'weighted-vote',
} as const;
/** Traces drawn together. */
const largestBatch = 32;

/**
 * Spends a given number of tokens as the problem's difficulty asks for (Snell et al. 2024, arXiv 2408.03314, section 3).
 * The paper (section 3.2) bins difficulty by the mean verifier score of 2048 samples into five; here a few samples must do, so that
 * their agreement is asked as well and there are three bins: ease = (share of the most common answer + mean score) / 2.
 *
 * - easy: the majority of the probe, and the rest of the tokens is saved.
 * - medium: as many more traces as the tokens allow; weighted vote over all, the probe's among them.
 * - hard: beam search guided by the verifier, whose finished traces vote by their scores; where it finishes nothing, the
 *   probe's weighted vote. With a verifier that cannot judge steps, as medium.
 *
 * A trace's score is its last step's, as in the paper (section 5.1). The mean is over the traces that were judged; where
 * none was, the agreement is the ease.
 */
export async function* computeOptimal(session: Session, params: ComputeOptimal): StrategyRun {
  const limit = Math.min(params.tokens, session.budget.remaining);
  if (limit < 1) {
    yield { type: 'answer-chosen', answer: null, by: { rule: 'no-answer' } };
    return;
  }
  const inner: Session = { ...session, budget: new BudgetWithin(limit, session.budget) };
  const verifier = createVerifier(params.verifier, inner);
  const probe = yield* drawCandidates(inner, params.probe, 0);
  const drawn = inner.budget.spent;
  const scored = yield* scoreTraces(verifier, 'last', probe);
  const difficulty = yield* estimate(scored, inner.budget, verifier);
  switch (difficulty) {
    case 'easy': {
      const { winner, rule } = majority(scored.map(({ answer }) => answer));
      yield { type: 'answer-chosen', answer: winner, by: rule };
      return;
    }
    case 'medium':
      yield* vote(inner, verifier, probe, (inner.budget.spent - drawn) / Math.max(1, probe.length));
      return;
    case 'hard':
      for await (const event of beamSearch(inner, { ...beam, verifier: params.verifier }, verifier)) {
        if (event.type === 'answer-chosen' && event.answer === null)
          yield* voteOf(yield* rescoreTraces(verifier, 'last', scored));
        else yield event;
      }
  }
}

/** Weighted vote of the probe and as many further traces as the budget holds, their scoring at the probe's cost. */
async function* vote(
  session: Session,
  verifier: Verifier,
  probe: readonly Candidate[],
  scoringCost: number,
): RunPart<void> {
  const { budget } = session;
  const longest = Math.max(1, ...probe.map(({ trace }) => trace.steps.flat().length));
  const all = [...probe];
  let owed = 0;
  for (;;) {
    const n = Math.min(largestBatch, Math.floor((budget.remaining - owed) / (longest + scoringCost)));
    const before = budget.spent;
    const more = n > 0 ? yield* drawCandidates(session, n, all.length) : [];
    all.push(...more);
    owed += more.length * scoringCost;
    // A model that writes nothing spends nothing and would be asked for ever.
    if (budget.spent === before) break;
  }
  yield* voteOf(yield* scoreTraces(verifier, 'last', all));
}

const voteOf = (scored: readonly ScoredCandidate[]) => tellChoice(chooseByWeight(scored), scored);

async function* drawCandidates(session: Session, n: number, from: number): RunPart<readonly Candidate[]> {
  const { model, problem } = session;
  const prompt = model.prompt(problem, { kind: 'think', effort: 'low' });
  const traces = yield* sampleTraces(session, prompt, n, undefined, (index) => ({
    kind: 'trace',
    number: from + index + 1,
  }));
  return traces.map((trace) => candidateOf(trace, prompt, model.info.stepEnds));
}

async function* estimate(
  probe: readonly ScoredCandidate[],
  budget: TokenBudget,
  verifier: Verifier,
): RunPart<Difficulty> {
  const votes = majority(probe.map(({ answer }) => answer)).groups[0]?.votes ?? 0;
  const of = Math.max(1, probe.length);
  const agreement = votes / of;
  const scores = probe.map(({ score }) => score).filter((score) => score !== null);
  const mean = scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const ease = mean === null ? agreement : (agreement + mean) / 2;
  const looks = difficultyOf(ease);
  const difficulty = looks === 'hard' && verifier.judges === 'traces' ? 'medium' : looks;
  yield {
    type: 'decided',
    decision: {
      kind: 'difficulty',
      looks,
      plan: difficulty,
      agreement,
      mean,
      judged: scores.length,
      of: probe.length,
      ease,
      easyFrom: easeThresholds.easy,
      hardBelow: easeThresholds.hard,
      tokensLeft: budget.remaining,
    },
  };
  return difficulty;
}

export function difficultyOf(ease: number): Difficulty {
  if (ease >= easeThresholds.easy) return 'easy';
  return ease < easeThresholds.hard ? 'hard' : 'medium';
}

/** A limit of its own inside another budget, which is charged too. */
class BudgetWithin extends TokenBudget {
  constructor(
    limit: number,
    private readonly outer: TokenBudget,
  ) {
    super(limit);
  }

  override spend(tokens: number): void {
    super.spend(tokens);
    this.outer.spend(tokens);
  }
}
