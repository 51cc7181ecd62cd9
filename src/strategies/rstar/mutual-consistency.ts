import { extractFromTrace } from '#answers/extract.ts';
import { paired } from '#experiment/surely.ts';
import { draw } from '#policy/session/draw.ts';
import { randomStream } from '#policy/runtime/random.ts';
import type { RunPart, Session } from '#policy/session/session.ts';
import { translation } from '#policy/translation.ts';
import type { TraceCandidate } from './candidates.ts';
import type { RStarParameters } from './parameters.ts';

/** A candidate and what second samplings of it came to. */
export interface Checked extends TraceCandidate {
  /** The key of each second sampling's answer; null where it has none. Those that the budget did not let come to their end are left out. */
  readonly answers: readonly (string | null)[];
  /** How many of them are its own. */
  readonly agreeing: number;
}

/**
 * How many of a trace's steps the second sampling is given: the share, rounded up as in the paper's code, but at least
 * one step is left to be written, and where there are two, one is given ("a randomly sampled step i < d").
 */
export function givenSteps(steps: number, share: number): number {
  return Math.max(0, Math.min(steps - 1, Math.ceil(steps * share)));
}

/**
 * rStar's discriminator (arXiv 2408.06195, section 3.3): each trace is cut after a random share of its steps, and second
 * samplings complete it. They are written by the model that the experiment names for it, from that model's own prompt, or by this
 * one, drawn anew; with the run's own settings, so that at temperature 0 they can only say what the greedy trace says.
 *
 * The authors' code (`do_discriminate.py`) differs in where it cuts and how it draws: at evenly spaced places between the bounds
 * (`mask_solution_trace`, by words), at temperature 1. The paper cuts at random steps, as here.
 *
 * Throws PolicyError `unsupported` where the other model does not know a token that a trace is written with.
 */
export async function* check(
  session: Session,
  { checks, maskFrom, maskTo }: RStarParameters,
  candidates: readonly TraceCandidate[],
): RunPart<readonly Checked[]> {
  const { model, problem, sampling, discriminator: writer = model } = session;
  const random = randomStream(session.numbers.drawSeed(), 0);
  const [least, most] = [Math.min(maskFrom, maskTo), Math.max(maskFrom, maskTo)];
  const by = writer === model ? null : writer.info.name;
  const prompt = writer.prompt(problem, { kind: 'steps' });
  const idOf = translation(model.info, writer.info);
  const masked = candidates.flatMap((candidate) =>
    Array.from({ length: checks }, (_, index) => {
      const [node] = candidate.nodes;
      const { id, steps } = node;
      const given = steps.slice(0, givenSteps(steps.length, least + (most - least) * random.next())).flat();
      return { candidate, node: id, given, number: index + 1 };
    }),
  );
  const drawn = yield* draw(
    { ...session, model: writer },
    masked.map(({ node, given, number }) => {
      const prefix = [...prompt, ...given.map((token) => idOf(token.id))];
      return {
        prefix,
        n: 1,
        from: node,
        prompt: writer.describe(prefix),
        label: () => ({ kind: 'check', node, number, by }),
      };
    }),
  );
  const answers = new Map(
    candidates.map((candidate): [TraceCandidate, (string | null)[]] => [candidate, []]),
  );
  for (const [{ candidate, given }, [completion]] of paired(masked, drawn)) {
    if (!completion || completion.cutByBudget) continue;
    const answer =
      completion.reason === 'end-of-text'
        ? extractFromTrace(problem, [...given, ...completion.tokens])
        : null;
    yield { type: 'answer-extracted', sequence: completion.sequence, answer };
    // One that the budget cut off has said nothing yet.
    const cut = completion.reason === 'length' && completion.tokens.length < sampling.maxTokens;
    if (!cut) answers.get(candidate)?.push(answer?.key ?? null);
  }
  return candidates.map((candidate) => {
    const own = answers.get(candidate) ?? [];
    return { ...candidate, answers: own, agreeing: own.filter((key) => key === candidate.answer.key).length };
  });
}
