import { answerOf } from '#answers/answer-of.ts';
import { paired } from '#experiment/surely.ts';
import { draw, dropping, type Drawn } from '#policy/session/draw.ts';
import type { RunPart, Session } from '#policy/session/session.ts';
import type { LoggedToken } from '#run/events.ts';
import { endsStep, splitSteps } from '#verifiers/split-steps.ts';
import { partialTrace, type Candidate } from './score-traces.ts';
import { ids, thinkingOf } from './thinking.ts';

const wait = 'Wait';

interface Chain {
  readonly number: number;
  /** All attempts so far, without their answers. */
  thought: readonly LoggedToken[];
}

/** An attempt without its answer. */
interface Attempt {
  readonly chain: Chain;
  readonly drawn: Drawn;
  readonly closed: boolean;
}

/**
 * Chains of attempts inside one thought each: an attempt ends at the model's own "Wait" or at the end of its thinking,
 * and the next one starts with a "Wait" in its place. Each attempt is a sequence with an answer of its own, drawn after
 * the thought is closed; the chain goes on from the thought alone, as if that answer had not been given. All chains'
 * attempts of a round are drawn in one batch, then all their answers. A chain that has no room for another attempt and an
 * answer, in the context or in the budget, stops.
 */
export async function* reviseByWaiting(
  session: Session,
  { parallel, rounds }: { readonly parallel: number; readonly rounds: number },
): RunPart<readonly Candidate[]> {
  const { model, problem } = session;
  const prompt = model.prompt(problem, { kind: 'think', effort: 'high' });
  const thinking = thinkingOf(session);
  const word = rounds > 1 ? model.encode(wait) : [];
  const chains = Array.from({ length: parallel }, (_, index): Chain => ({ number: index + 1, thought: [] }));
  const candidates: Candidate[] = [];

  async function* attempt(round: number): RunPart<readonly Attempt[]> {
    const forced = round > 1 ? word : [];
    const going = chains.flatMap((chain) => {
      const length = prompt.length + chain.thought.length + forced.length;
      const room = thinking.room(length, parallel) - forced.length;
      return room > 0 ? [{ chain, room }] : [];
    });
    const drawn = yield* draw(
      session,
      going.map(({ chain, room }) => {
        const prefix = [...prompt, ...ids(chain.thought)];
        return {
          prefix,
          n: 1,
          prompt: model.describe(prefix),
          label: () => ({ kind: 'attempt', chain: chain.number, attempt: round }),
          forced,
          stop: [thinking.tags.close, wait],
          sampling: { maxTokens: Math.min(session.sampling.maxTokens, room) },
          staysOpen: true,
          filter: dropping((token) => !token.forced && (token.text === wait || thinking.ends(token))),
        };
      }),
    );
    return paired(going, drawn).flatMap(([{ chain }, draws]) =>
      draws.map((one) => ({
        chain,
        drawn: one,
        closed: one.tokens.at(-1)?.text === thinking.tags.close,
      })),
    );
  }

  async function* answer(attempts: readonly Attempt[]): RunPart<void> {
    const drawn = yield* draw(
      session,
      attempts.map(({ chain, drawn: { tokens, sequence }, closed }) => ({
        prefix: [...prompt, ...ids(chain.thought), ...ids(tokens)],
        n: 1,
        prompt: [],
        label: () => ({ kind: 'only-trace' }),
        continues: sequence,
        staysOpen: true,
        forced: closed ? [] : thinking.close,
      })),
    );
    for (const [{ chain, drawn: begun, closed }, [rest]] of paired(attempts, drawn)) {
      const written = [...begun.tokens, ...(rest?.tokens ?? [])];
      const reason = rest?.reason ?? 'length';
      yield { type: 'sequence-ended', sequence: begun.sequence, reason };
      const found = answerOf(problem, { tokens: written, reason });
      yield { type: 'answer-extracted', sequence: begun.sequence, answer: found };
      const trace = partialTrace(
        prompt,
        [...chain.thought, ...written],
        reason === 'end-of-text',
        found,
        model.info.stepEnds,
      );
      candidates.push({
        sequence: begun.sequence,
        answer: found,
        trace,
        earlier: wholeSteps(chain.thought, model.info.stepEnds),
      });
      chain.thought = [...chain.thought, ...(closed ? begun.tokens.slice(0, -1) : begun.tokens)];
    }
  }

  for (let round = 1; round <= rounds; round++) {
    const attempts = yield* attempt(round);
    if (attempts.length === 0) break;
    yield* answer(attempts);
  }
  return candidates;
}

/** Steps that ended before the next attempt began; one that did not end goes on into it. */
function wholeSteps(thought: readonly LoggedToken[], stepEnds: readonly string[]): number {
  return splitSteps(thought, stepEnds).filter((step) => endsStep(step, stepEnds)).length;
}
