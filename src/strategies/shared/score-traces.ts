import type { Aggregation } from '../../experiment/verifier.ts';
import type { TokenId } from '../../policy/language-model.ts';
import type { Part } from '../../policy/session/session.ts';
import type { Answer, ChoiceRule, LoggedToken } from '../../run/events.ts';
import { higherFirst, type Scored } from '../../run/scored.ts';
import { aggregate, sumOf } from '../../verifiers/aggregate.ts';
import { splitSteps } from '../../verifiers/split-steps.ts';
import type { PartialTrace, Verifier } from '../../verifiers/verifier.ts';
import type { Trace } from './traces.ts';

/** A trace that takes part in a choice. */
export interface Candidate {
  readonly sequence: number;
  readonly answer: Answer | null;
  readonly trace: PartialTrace;
  /** Steps at its start that belong to earlier attempts: the verifier reads them, the score is not made of them. */
  readonly earlier?: number;
}

export interface ScoredCandidate extends Candidate, Scored {}

/** A whole trace as verifiers read it. */
export function candidateOf({ sequence, answer, tokens, reason }: Trace, prompt: readonly TokenId[], stepEnds: readonly string[]): Candidate {
  return { sequence, answer, trace: partialTrace(prompt, tokens, reason === 'end-of-text', answer, stepEnds) };
}

export function partialTrace(prompt: readonly TokenId[], tokens: readonly LoggedToken[], finished: boolean, answer: Answer | null, stepEnds: readonly string[]): PartialTrace {
  return { prompt, steps: splitSteps(tokens, stepEnds), finished, answer: finished ? answer : null };
}

/** Scores whole traces in one batch; one `trace-scored` each. */
export async function* scoreTraces(verifier: Verifier, aggregation: Aggregation, candidates: readonly Candidate[]): Part<readonly ScoredCandidate[]> {
  const judged = candidates.length > 0 ? yield* verifier.score(candidates.map(({ trace }) => trace)) : [];
  const scored: ScoredCandidate[] = [];
  for (const [index, candidate] of candidates.entries()) {
    const { steps: all, why } = judged[index]!;
    const { earlier = 0 } = candidate;
    // A verifier of whole traces gives one score only.
    const steps = all.length > earlier ? all.slice(earlier) : all.slice(-1);
    const score = aggregate(steps, aggregation);
    yield { type: 'trace-scored', sequence: candidate.sequence, steps, aggregation, ...score, verifier: verifier.kind, why };
    scored.push({ ...candidate, ...score });
  }
  return scored;
}

/** What of a scored trace a choice is made by; of a search's, `sequence` is its node. */
export type Voter = Pick<ScoredCandidate, 'sequence' | 'answer' | keyof Scored>;

export interface Choice {
  readonly answer: Answer | null;
  readonly by: ChoiceRule;
}

const nothing: Choice = { answer: null, by: { rule: 'no-answer' } };

/** The answer of the highest-scored trace; of equals, of the lowest-numbered. Traces without an answer cannot win. */
export function chooseBest(candidates: readonly ScoredCandidate[]): Choice {
  const [best] = candidates.filter(({ answer }) => answer !== null).toSorted((a, b) => higherFirst(a, b) || a.sequence - b.sequence);
  return best ? { answer: best.answer, by: { rule: 'best-score', score: best.score, sequence: best.sequence } } : nothing;
}

/** An answer and the scores of the traces that gave it, summed. */
export interface WeighedAnswer {
  readonly answer: Answer;
  readonly weight: number;
}

/**
 * The answers, heaviest first; of equals, the one whose first trace is the lowest-numbered. Each is written as that trace
 * writes it. Traces without an answer do not count.
 */
export function weighAnswers(voters: readonly Voter[]): readonly WeighedAnswer[] {
  const groups = new Map<string, { readonly answer: Answer; readonly scores: Scored[] }>();
  for (const { answer, ...score } of voters.toSorted((a, b) => a.sequence - b.sequence)) {
    if (!answer) continue;
    const group = groups.get(answer.key) ?? { answer, scores: [] };
    group.scores.push(score);
    groups.set(answer.key, group);
  }
  const weighed = [...groups.values()].map(({ answer, scores }) => ({ answer, sum: sumOf(scores) }));
  // Sorting is stable, so that equals stay in the order of their first traces.
  return weighed.toSorted((a, b) => higherFirst(a.sum, b.sum)).map(({ answer, sum }) => ({ answer, weight: sum.score }));
}

/** The answer whose traces' scores sum to the most (the voting verifier of DIVERSE, Li et al. 2022, arXiv 2206.02336). */
export function chooseByWeight(voters: readonly Voter[]): Choice {
  return heaviest(weighAnswers(voters));
}

/** The first of weighed answers. */
export function heaviest(answers: readonly WeighedAnswer[]): Choice {
  const [best] = answers;
  const total = answers.reduce((sum, { weight }) => sum + weight, 0);
  return best ? { answer: best.answer, by: { rule: 'weighted-vote', weight: best.weight, total } } : nothing;
}
