import { majority, type Majority } from '#answers/majority.ts';
import type { StrategyOf } from '#experiment/experiment.ts';
import { itemAt } from '#experiment/surely.ts';
import type { Session } from '#policy/session/session.ts';
import { regularisedBeta } from './regularised-beta.ts';
import { sampleTraces, type Trace } from './shared/traces.ts';
import type { StrategyRun } from './strategy.ts';

export type AdaptiveConsistency = StrategyOf<'adaptive-consistency'>;

/**
 * Self-consistency that stops once the vote is decided (Aggarwal et al. 2023, arXiv 2305.11860, section 3). Traces are
 * drawn in batches; after each the vote is looked at. Traces without an answer do not vote, but count as drawn.
 */
export async function* adaptiveConsistency(session: Session, params: AdaptiveConsistency): StrategyRun {
  const { samples, batch, effort, stop, confidence } = params;
  const prompt = session.model.prompt(session.problem, { kind: 'think', effort });
  const traces: Trace[] = [];
  for (;;) {
    const from = traces.length;
    const drawn = yield* sampleTraces(
      session,
      prompt,
      Math.min(batch, samples - from),
      (sequence, answer) => ({ type: 'vote-cast', sequence, answer }),
      (index) => ({ kind: 'trace', number: from + index + 1 }),
    );
    traces.push(...drawn);
    const vote = majority(traces.map(({ answer }) => answer));
    const remaining = samples - traces.length;
    if (drawn.length === 0 || remaining === 0) {
      yield { type: 'answer-chosen', answer: vote.winner, by: vote.rule };
      return;
    }
    const lead = leadProbability(vote);
    const decided =
      stop === 'certain' ? isCertain(vote, remaining) : vote.groups.length > 0 && lead >= confidence;
    const [first, second] = vote.groups;
    yield {
      type: 'decided',
      decision: {
        kind: 'stop-sampling',
        stop: decided,
        traces: traces.length,
        limit: samples,
        first: first?.votes ?? 0,
        second: second?.votes ?? 0,
        lead: stop === 'confident' ? { probability: lead, wanted: confidence } : null,
      },
    };
    if (decided) {
      const of = vote.groups.reduce((sum, group) => sum + group.votes, 0);
      yield {
        type: 'answer-chosen',
        answer: vote.winner,
        by: { rule: 'decided-early', votes: first?.votes ?? 0, of, limit: samples },
      };
      return;
    }
  }
}

/**
 * True when no outcome of the remaining samples can change the winner. A tie goes to the answer whose first vote came
 * first, so that the leader may be caught up with by answers that came later, but not by one that came before it.
 */
export function isCertain({ groups }: Majority, remaining: number): boolean {
  const [leader, ...others] = groups;
  if (!leader) return remaining === 0;
  // An answer that nobody has given yet would need more votes than the leader has.
  if (remaining > leader.votes) return false;
  return others.every((other) => {
    const most = other.votes + remaining;
    return most < leader.votes || (most === leader.votes && firstOf(leader) < firstOf(other));
  });
}

/**
 * How likely the first of the two leading answers is really the likelier of them: with v1 and v2 votes and a uniform
 * prior, p ~ Beta(v1 + 1, v2 + 1) and P(p > 1/2) = I_1/2(v2 + 1, v1 + 1) (Aggarwal et al. 2023, section 3, Beta).
 */
export function leadProbability({ groups }: Majority): number {
  return regularisedBeta(0.5, (groups[1]?.votes ?? 0) + 1, (groups[0]?.votes ?? 0) + 1);
}

/** The trace that gave the answer first. */
const firstOf = ({ sequences }: Majority['groups'][number]): number => itemAt(sequences, 0);
