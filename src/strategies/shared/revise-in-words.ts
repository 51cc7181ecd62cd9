import { answerOf } from '#answers/answer-of.ts';
import { paired } from '#experiment/surely.ts';
import type { TokenId } from '#policy/language-model.ts';
import { draw } from '#policy/session/draw.ts';
import type { LoggedToken } from '#run/events.ts';
import type { RunPart, Session } from '#policy/session/session.ts';
import { reviseWords, revisionBegin } from '#policy/prompts/revise.ts';
import { splitTrace } from '#run/trace-text.ts';
import { candidateOf, type Candidate } from './score-traces.ts';

/** Attempts shown again, at most (Snell et al. 2024, arXiv 2408.03314, section 6.1: up to four). */
const mostShown = 4;

/** Chains of attempts, each asked for in words with the last ones in view. The first is a plain chain of thought. */
export async function* reviseInWords(
  session: Session,
  { parallel, rounds }: { readonly parallel: number; readonly rounds: number },
): RunPart<readonly Candidate[]> {
  const { model, problem } = session;
  const chains: string[][] = Array.from({ length: parallel }, () => []);
  const candidates: Candidate[] = [];
  for (let round = 1; round <= rounds; round++) {
    const requests = chains.flatMap((attempts, chain) => {
      const prefix =
        attempts.length === 0 ? model.prompt(problem, { kind: 'steps' }) : fitting(session, attempts);
      return prefix
        ? [
            {
              attempts,
              prefix,
              n: 1,
              label: () => ({ kind: 'attempt' as const, chain: chain + 1, attempt: round }),
              prompt: model.describe(prefix),
            },
          ]
        : [];
    });
    const drawn = yield* draw(session, requests, (ended) => [
      { type: 'answer-extracted', sequence: ended.sequence, answer: answerOf(problem, ended) },
    ]);
    for (const [{ attempts, prefix }, [attempt]] of paired(requests, drawn)) {
      if (!attempt) return candidates;
      candidates.push(
        candidateOf({ ...attempt, answer: answerOf(problem, attempt) }, prefix, model.info.stepEnds),
      );
      attempts.push(shownAs(attempt.tokens));
    }
  }
  return candidates;
}

/** What is shown of an attempt: its solution, as chats show earlier replies; a thought that came to none instead. */
function shownAs(tokens: readonly LoggedToken[]): string {
  const { thought, answer } = splitTrace(tokens);
  return answer.trim() === '' ? thought : answer;
}

/** The prompt with as many of the last attempts as the context holds beside a new one of the same length; null where not one fits. */
function fitting({ model, problem }: Session, attempts: readonly string[]): readonly TokenId[] | null {
  for (let shown = mostShown; shown >= 1; shown--) {
    const last = attempts.slice(-shown);
    const prefix = model.prompt(problem, {
      kind: 'ask',
      words: reviseWords(problem, last),
      begin: revisionBegin(last),
    });
    if (prefix.length * (1 + 1 / shown) < model.info.context) return prefix;
  }
  return null;
}
