import { extractFromTrace } from '#answers/extract.ts';
import { paired } from '#experiment/surely.ts';
import { draw, type Drawn } from '#policy/session/draw.ts';
import type { RunPart, Session } from '#policy/session/session.ts';
import type { LoggedToken } from '#run/events.ts';
import type { PartialTrace } from '#verifiers/verifier.ts';
import { traceOf, type TreeNode } from './tree-node.ts';

interface Ahead {
  readonly node: TreeNode;
  readonly steps: (readonly LoggedToken[])[];
  last: Drawn | null;
}

/**
 * Writes each open node's trace on for up to `steps` steps, greedily and only to be scored: the verifier looks at the
 * end of it, the tree does not keep it (lookahead search; Snell et al. 2024, arXiv 2408.03314, section 5.2, at
 * temperature 0 as there). A trace that ends on the way is scored as it ended.
 *
 * @returns what the verifier is to see of a node.
 */
export async function* lookAhead(
  session: Session,
  nodes: readonly TreeNode[],
  steps: number,
): RunPart<(node: TreeNode) => PartialTrace> {
  const { model, problem } = session;
  const ahead = nodes
    .filter((node) => node.end === 'open')
    .map((node): Ahead => ({ node, steps: [], last: null }));
  for (let round = 0; round < steps; round++) {
    const open = ahead.filter(({ last }) => last === null || last.reason === 'stop');
    const drawn = yield* draw(
      session,
      open.map(({ node, last, steps: written }) => ({
        prefix: [...node.path, ...written.flat().map((token) => token.id)],
        n: 1,
        from: node.id,
        prompt: [],
        stop: model.info.stepEnds,
        sampling: { temperature: 0 },
        label: () => ({ kind: 'lookahead', node: node.id }),
        staysOpen: true,
        ...(last ? { continues: last.sequence } : {}),
      })),
    );
    for (const [item, [step]] of paired(open, drawn)) {
      if (!step) continue;
      if (step.tokens.length > 0) item.steps.push(step.tokens);
      item.last = step;
    }
  }
  for (const { last } of ahead)
    if (last) yield { type: 'sequence-ended', sequence: last.sequence, reason: last.reason };

  const traces = new Map(
    ahead.map(({ node, steps: written, last }): [TreeNode, PartialTrace] => {
      const all = [...node.steps, ...written];
      const finished = last?.reason === 'end-of-text';
      return [
        node,
        {
          prompt: traceOf(node).prompt,
          steps: all,
          finished,
          answer: finished ? extractFromTrace(problem, all.flat()) : null,
        },
      ];
    }),
  );
  return (node) => traces.get(node) ?? traceOf(node);
}
