import { answerOf } from '#answers/answer-of.ts';
import type { TokenId } from '#policy/language-model.ts';
import type { Answer, RunEvent } from '#run/events.ts';
import type { SequenceLabel } from '#run/facts/label.ts';
import type { RunPart, Session } from '#policy/session/session.ts';
import { draw, type Drawn } from '#policy/session/draw.ts';

/** A whole trace with the answer that was read from it; null where none was found. */
export interface Trace extends Drawn {
  readonly answer: Answer | null;
}

/**
 * Samples n traces from one prompt, in one batch, and reads the answer of each as it ends.
 *
 * @param onAnswer what else an answer causes, a vote say.
 * @param label where the traces are not the run's only ones.
 * @returns the traces in order; fewer than n where the budget is spent.
 */
export async function* sampleTraces(
  session: Session,
  prompt: readonly TokenId[],
  n: number,
  onAnswer?: (sequence: number, answer: Answer) => RunEvent,
  label: (index: number) => SequenceLabel = (index) =>
    n === 1 ? { kind: 'only-trace' } : { kind: 'trace', number: index + 1 },
): RunPart<readonly Trace[]> {
  const answers = new Map<number, Answer | null>();
  function* read(drawn: Drawn): Iterable<RunEvent> {
    const { sequence } = drawn;
    const answer = answerOf(session.problem, drawn);
    answers.set(sequence, answer);
    yield { type: 'answer-extracted', sequence, answer };
    if (answer && onAnswer) yield onAnswer(sequence, answer);
  }
  const [drawn = []] = yield* draw(
    session,
    [{ prefix: prompt, n, label, prompt: session.model.describe(prompt) }],
    read,
  );
  return drawn.map((trace) => ({ ...trace, answer: answers.get(trace.sequence) ?? null }));
}

/** Samples one trace and takes its answer. */
export async function* answerByOneTrace(session: Session, prompt: readonly TokenId[]): RunPart<void> {
  const [trace] = yield* sampleTraces(session, prompt, 1);
  const answer = trace?.answer ?? null;
  yield { type: 'answer-chosen', answer, by: { rule: answer ? 'only-trace' : 'no-answer' } };
}
