import type { Aggregation } from '#experiment/verifier.ts';
import type { TokenId } from '#policy/language-model.ts';
import type { RunPart } from '#policy/session/session.ts';
import { majority } from '#answers/majority.ts';
import type { Answer, ChoiceRule, LoggedToken, RunEvent } from '#run/events.ts';
import { higherFirst, type Scored } from '#run/scored.ts';
import { judge, sumOf } from '#verifiers/aggregate.ts';
import { splitSteps } from '#verifiers/split-steps.ts';
import type { PartialTrace, Scores, Verifier } from '#verifiers/verifier.ts';
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
export function candidateOf(
  { sequence, answer, tokens, reason }: Trace,
  prompt: readonly TokenId[],
  stepEnds: readonly string[],
): Candidate {
  return {
    sequence,
    answer,
    trace: partialTrace(prompt, tokens, reason === 'end-of-text', answer, stepEnds),
  };
}

export function partialTrace(
  prompt: readonly TokenId[],
  tokens: readonly LoggedToken[],
  finished: boolean,
  answer: Answer | null,
  stepEnds: readonly string[],
): PartialTrace {
  return { prompt, steps: splitSteps(tokens, stepEnds), finished, answer: finished ? answer : null };
}

/** Scores whole traces in one batch; one `trace-scored` each. */
export async function* scoreTraces(
  verifier: Verifier,
  aggregation: Aggregation,
  candidates: readonly Candidate[],
): RunPart<readonly ScoredCandidate[]> {
  const judged = candidates.length > 0 ? yield* verifier.score(candidates.map(({ trace }) => trace)) : [];
  const scored: ScoredCandidate[] = [];
  for (const [index, candidate] of candidates.entries()) {
    const { steps, why, ...score } = own(candidate, judged[index]!, aggregation);
    yield {
      type: 'trace-scored',
      sequence: candidate.sequence,
      steps,
      aggregation,
      ...score,
      verifier: verifier.kind,
      why,
    };
    scored.push({ ...candidate, ...score });
  }
  return scored;
}

/**
 * The scores as they are by now, drawing nothing: what was found out since may have changed what the verifier says of the
 * traces. One `trace-scored` for each whose score is another.
 */
export function* rescoreTraces(
  verifier: Verifier,
  aggregation: Aggregation,
  scored: readonly ScoredCandidate[],
): Generator<RunEvent, readonly ScoredCandidate[]> {
  const judged = verifier.rescore?.(scored.map(({ trace }) => trace));
  if (!judged) return scored;
  const now: ScoredCandidate[] = [];
  for (const [index, candidate] of scored.entries()) {
    const { steps, why, ...score } = own(candidate, judged[index]!, aggregation);
    if (higherFirst(score, candidate) !== 0)
      yield {
        type: 'trace-scored',
        sequence: candidate.sequence,
        steps,
        aggregation,
        ...score,
        verifier: verifier.kind,
        why: { kind: 'again', why },
      };
    const { log: _, ...unscored } = candidate;
    now.push({ ...unscored, ...score });
  }
  return now;
}

/** What of a trace's scores is the candidate's own. */
function own({ earlier = 0 }: Candidate, { steps: all, why }: Scores, aggregation: Aggregation) {
  // A verifier of whole traces gives one score only.
  const steps = all.length > earlier ? all.slice(earlier) : all.slice(-1);
  return { steps, ...judge({ steps, why }, aggregation) };
}

/** What of a scored trace a choice is made by; of a search's, `sequence` is its node. */
export type Voter = Pick<ScoredCandidate, 'sequence' | 'answer' | keyof Scored>;

export interface Choice {
  readonly answer: Answer | null;
  readonly by: ChoiceRule;
}

/** A trace that can win a choice by scores. */
interface JudgedVoter extends Voter {
  readonly answer: Answer;
  readonly score: number;
}

/** Those that have an answer and a score: one that was not measured is never chosen over one that was. */
export function judgedVoters<One extends Voter>(voters: readonly One[]): readonly (One & JudgedVoter)[] {
  return voters.filter((voter): voter is One & JudgedVoter => voter.answer !== null && voter.score !== null);
}

/**
 * The answer of the highest-scored trace; of equals, of the lowest-numbered. Traces without an answer cannot win. Where no
 * trace with an answer has a score, there is nothing to choose by, and the answers vote.
 */
export function chooseBest(candidates: readonly ScoredCandidate[]): Choice {
  const [best] = judgedVoters(candidates).toSorted((a, b) => higherFirst(a, b) || a.sequence - b.sequence);
  return best
    ? { answer: best.answer, by: { rule: 'best-score', score: best.score, sequence: best.sequence } }
    : voteUnjudged(candidates);
}

/** The most common answer of traces that have no scores; no answer where there is none. */
export function voteUnjudged(voters: readonly Voter[]): Choice {
  const { winner, rule } = majority(
    voters.toSorted((a, b) => a.sequence - b.sequence).map(({ answer }) => answer),
  );
  return { answer: winner, by: rule };
}

/** The choice as the log tells it: where nothing that could win was judged, that comes first. */
export function* tellChoice(choice: Choice, voters: readonly Voter[]): Generator<RunEvent> {
  const answers = voters.filter(({ answer }) => answer !== null).length;
  if (answers > 0 && judgedVoters(voters).length === 0) {
    yield { type: 'decided', decision: { kind: 'vote-unjudged', answers } };
  }
  yield { type: 'answer-chosen', ...choice };
}

/** An answer and the scores of the traces that gave it, summed. */
export interface WeighedAnswer {
  readonly answer: Answer;
  readonly weight: number;
}

/**
 * The answers, heaviest first; of equals, the one whose first trace is the lowest-numbered. Each is written as that trace
 * writes it. Traces without an answer or a score do not count.
 */
export function weighAnswers(voters: readonly Voter[]): readonly WeighedAnswer[] {
  const groups = new Map<string, { readonly answer: Answer; readonly scores: Scored[] }>();
  for (const { answer, ...score } of judgedVoters(voters).toSorted((a, b) => a.sequence - b.sequence)) {
    const group = groups.get(answer.key) ?? { answer, scores: [] };
    group.scores.push(score);
    groups.set(answer.key, group);
  }
  const weighed = [...groups.values()].map(({ answer, scores }) => ({ answer, sum: sumOf(scores) }));
  // Sorting is stable, so that equals stay in the order of their first traces.
  return weighed
    .toSorted((a, b) => higherFirst(a.sum, b.sum))
    .map(({ answer, sum }) => ({ answer, weight: sum.score }));
}

/**
 * The answer whose traces' scores sum to the most (the voting verifier of DIVERSE, Li et al. 2022, arXiv 2206.02336). Where
 * no trace with an answer has a score, each has one vote.
 */
export function chooseByWeight(voters: readonly Voter[]): Choice {
  const answers = weighAnswers(voters);
  const [best] = answers;
  const total = answers.reduce((sum, { weight }) => sum + weight, 0);
  return best
    ? { answer: best.answer, by: { rule: 'weighted-vote', weight: best.weight, total } }
    : voteUnjudged(voters);
}
