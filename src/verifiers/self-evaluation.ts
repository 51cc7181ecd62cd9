import { isKeyOf } from '#experiment/keys-of.ts';
import { paired } from '#experiment/surely.ts';
import type { VerifierOf } from '#experiment/verifier.ts';
import { draw } from '#policy/session/draw.ts';
import type { RunPart, Session } from '#policy/session/session.ts';
import { valueWords } from '#policy/prompts/judge.ts';
import { traceText } from '#run/trace-text.ts';
import { wholePrefix } from './prefixes.ts';
import { whyDrawn } from './unjudged.ts';
import type { PartialTrace, Scores, Verifier } from './verifier.ts';

/** What a word is worth in the code of Tree of Thoughts (Game of 24). */
const worth = { sure: 20, likely: 1, impossible: 0.001 } as const;
const longestReply = 64;

/** What is known of a state: how many replies there were, and what they come to. */
interface Replies {
  readonly drawn: number;
  readonly score: number;
}

/**
 * Asks the model to value each state in words: sure, likely or impossible (Yao et al. 2023, arXiv 2305.10601, section 3
 * and the authors' code, which sums 20, 1 and 0.001 over the evaluations). The sum is divided by what it would be if all
 * said "sure", so that it lies in [0, 1] and its order is the paper's: all "likely" is 0.05. A reply without one of the
 * words counts 0; one that the budget cut off counts as not drawn, and without a reply there is no score. Replies are
 * drawn, logged and paid for; a state is asked about until it has a score. Needs a model that follows instructions, or one
 * that has learnt the words: its reply is one of them.
 */
export function selfEvaluationVerifier(
  session: Session,
  { evaluations }: VerifierOf<'self-evaluation'>,
): Verifier {
  const { problem, model } = session;
  const reply = model.info.capabilities.value
    ? { stop: valueWords, longest: 1 }
    : { stop: ['\n'], longest: longestReply };
  const known = new Map<string, Replies>();

  async function* ask(states: readonly PartialTrace[]): RunPart<void> {
    const open = new Map(
      states.map((state) => [keyOf(state), state] as const).filter(([key]) => !known.has(key)),
    );
    const requests = [...open.values()].map(({ steps, finished }) => {
      const prefix = model.prompt(problem, { kind: 'value', steps, finished });
      return {
        prefix,
        n: evaluations,
        prompt: model.describe(prefix),
        stop: reply.stop,
        sampling: { maxTokens: Math.min(reply.longest, session.sampling.maxTokens) },
        label: (index: number) => ({ kind: 'evaluation' as const, step: steps.length, number: index + 1 }),
      };
    });
    const drawn = yield* draw(session, requests);
    for (const [key, draws] of paired([...open.keys()], drawn)) {
      const replies = draws.filter(({ cutByBudget }) => !cutByBudget);
      const sum = replies.reduce((total, { tokens }) => total + worthOf(traceText(tokens)), 0);
      if (replies.length > 0)
        known.set(key, { drawn: replies.length, score: sum / (worth.sure * replies.length) });
    }
  }

  return {
    kind: 'self-evaluation',
    judges: 'steps',
    async *score(traces) {
      const states = traces.map(statesOf);
      yield* ask(states.flat());
      return states.map((own): Scores => {
        const replies = own.map((state) => known.get(keyOf(state)));
        return {
          steps: replies.map((said) => said?.score ?? null),
          why: whyDrawn(
            replies.map((said) => ({ drawn: said?.drawn ?? 0, wanted: evaluations })),
            (missing) => ({ kind: 'said-of-steps', missing }),
          ),
        };
      });
    },
  };
}

/** The trace as it was after each step. */
function statesOf(trace: PartialTrace): readonly PartialTrace[] {
  return trace.steps.map((_, index) => {
    const last = index === trace.steps.length - 1;
    return {
      prompt: trace.prompt,
      steps: trace.steps.slice(0, index + 1),
      finished: trace.finished && last,
      answer: last ? trace.answer : null,
    };
  });
}

const keyOf = (state: PartialTrace): string => `${state.finished} ${wholePrefix(state).join(' ')}`;

/** The last of the words in a reply counts: what was said before it led to it. */
export function worthOf(reply: string): number {
  const word = [...reply.toLowerCase().matchAll(/\b(?:sure|likely|impossible)\b/g)].at(-1)?.[0];
  return word !== undefined && isKeyOf(worth, word) ? worth[word] : 0;
}
