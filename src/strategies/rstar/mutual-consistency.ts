import { extractFromTrace } from '../../answers/extract.ts';
import { draw } from '../../policy/session/draw.ts';
import { randomStream } from '../../policy/runtime/random.ts';
import type { Part, Session } from '../../policy/session/session.ts';
import type { RStarNode } from './node.ts';
import type { Parameters } from './parameters.ts';

export interface Checked {
  readonly node: RStarNode;
  /** The share of second samplings that reach its answer; null where the budget left none. */
  readonly agreement: number | null;
}

/**
 * How many of a trace's steps the second sampling is given: the share, rounded up as in the paper's code, but at least
 * one step is left to be written, and where there are two, one is given ("a randomly sampled step i < d").
 */
export function givenSteps(steps: number, share: number): number {
  return Math.max(0, Math.min(steps - 1, Math.ceil(steps * share)));
}

/**
 * rStar's discriminator (arXiv 2408.06195, section 3.3): each trace is cut after a random share of its steps, a second
 * sampling completes it, and the share of completions that come to the trace's own answer is its mutual consistency. The
 * second model is this one again, drawn anew with the run's own settings; at temperature 0 it can only say what the
 * greedy trace says. The paper's code cuts at evenly spaced places between the bounds, by words; the paper itself at
 * random steps, as here. Its code drops a problem where no candidate has the reference answer; nothing here knows it.
 */
export async function* checkAgreement(session: Session, { checks, maskFrom, maskTo }: Parameters, candidates: readonly RStarNode[]): Part<readonly Checked[]> {
  const { model, problem } = session;
  const random = randomStream(session.numbers.drawSeed(), 0);
  const [least, most] = [Math.min(maskFrom, maskTo), Math.max(maskFrom, maskTo)];
  const prompt = model.prompt(problem, { kind: 'steps' });
  const masked = candidates.flatMap((node) =>
    Array.from({ length: checks }, (_, index) => {
      const given = node.steps.slice(0, givenSteps(node.steps.length, least + (most - least) * random.next())).flat();
      return { node, given, label: `Check ${index + 1} of node ${node.id}` };
    }),
  );
  const drawn = yield* draw(
    session,
    masked.map(({ node, given, label }) => ({
      prefix: [...prompt, ...given.map(({ id }) => id)], n: 1, from: node.id, prompt: [...model.describe(prompt), ...given], label: () => label,
    })),
  );
  const agreeing = new Map<RStarNode, number>();
  const written = new Map<RStarNode, number>();
  for (const [index, { node, given }] of masked.entries()) {
    const [completion] = drawn[index]!;
    if (!completion) continue;
    const answer = completion.reason === 'end-of-text' ? extractFromTrace(problem, [...given, ...completion.tokens]) : null;
    yield { type: 'answer-extracted', sequence: completion.sequence, answer };
    written.set(node, (written.get(node) ?? 0) + 1);
    if (answer?.key === node.answer!.key) agreeing.set(node, (agreeing.get(node) ?? 0) + 1);
  }
  return candidates.map((node) => {
    const of = written.get(node) ?? 0;
    return { node, agreement: of === 0 ? null : (agreeing.get(node) ?? 0) / of };
  });
}
