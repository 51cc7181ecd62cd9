import { paired } from '#experiment/surely.ts';
import type { Aggregation } from '#experiment/verifier.ts';
import type { TokenId } from '#policy/language-model.ts';
import type { RunPart } from '#policy/session/session.ts';
import { type Choice, judgedVoters, type Voter } from '#answers/choose.ts';
import type { Answer, LoggedToken, RunEvent } from '#run/events.ts';
import { higherFirst, type Scored } from '#run/scored.ts';
import { judge } from '#run/aggregate.ts';
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
  for (const [candidate, scores] of paired(candidates, judged)) {
    const { steps, why, ...score } = own(candidate, scores, aggregation);
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
  for (const [candidate, scores] of paired(scored, judged)) {
    const { steps, why, ...score } = own(candidate, scores, aggregation);
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

/** The choice as the log tells it: where nothing that could win was judged, that comes first. */
export function* tellChoice(choice: Choice, voters: readonly Voter[]): Generator<RunEvent> {
  const answers = voters.filter(({ answer }) => answer !== null).length;
  if (answers > 0 && judgedVoters(voters).length === 0) {
    yield { type: 'decided', decision: { kind: 'vote-unjudged', answers } };
  }
  yield { type: 'answer-chosen', ...choice };
}
