import { extractFromTrace } from '../answers/extract.ts';
import type { TokenId } from '../policy/language-model.ts';
import type { Answer, LoggedToken, RunEvent } from '../run/events.ts';
import type { StrategyContext } from './strategy.ts';

/** Alternatives logged with each token: what the page shows when a person points at it. */
const alternativesPerToken = 5;

/**
 * Samples n traces from one prompt, in one batch, and reads the answer of each as it ends. Traces are numbered from 0.
 *
 * @param onAnswer what else an answer causes, a vote say.
 * @returns the answers by trace; null where none was found.
 */
export async function* sampleTraces(
  context: StrategyContext,
  prompt: readonly TokenId[],
  n: number,
  onAnswer?: (sequence: number, answer: Answer) => RunEvent,
): AsyncGenerator<RunEvent, readonly (Answer | null)[]> {
  const { problem, model, sampling, seed, signal } = context;
  const described = model.describe(prompt);
  for (let sequence = 0; sequence < n; sequence++) {
    yield { type: 'sequence-started', sequence, label: n === 1 ? 'Trace' : `Trace ${sequence + 1}`, prompt: described };
  }
  const written: LoggedToken[][] = Array.from({ length: n }, () => []);
  const answers: (Answer | null)[] = Array.from({ length: n }, () => null);
  for await (const event of model.sample(prompt, { ...sampling, n, seed, alternatives: alternativesPerToken }, signal)) {
    const sequence = event.index;
    switch (event.type) {
      case 'token':
        written[sequence]!.push(event.token);
        yield { type: 'token', sequence, token: event.token };
        break;
      case 'end': {
        yield { type: 'sequence-ended', sequence, reason: event.reason };
        const answer = extractFromTrace(problem, written[sequence]!);
        answers[sequence] = answer;
        yield { type: 'answer-extracted', sequence, answer };
        if (answer && onAnswer) yield onAnswer(sequence, answer);
        break;
      }
    }
  }
  return answers;
}

/** Samples one trace and takes its answer. */
export async function* answerByOneTrace(context: StrategyContext, prompt: readonly TokenId[]): AsyncGenerator<RunEvent, void> {
  const [answer = null] = yield* sampleTraces(context, prompt, 1);
  yield { type: 'answer-chosen', answer, by: { rule: answer ? 'only-trace' : 'no-answer' } };
}
