import { extractFromTrace } from '../../answers/extract.ts';
import { draw } from '../../policy/session/draw.ts';
import type { Part, Session } from '../../policy/session/session.ts';
import type { Scores, PartialTrace, Verifier } from '../../verifiers/verifier.ts';
import { splitSteps } from '../../verifiers/split-steps.ts';
import { deadWhy, traceOf, type TreeNode } from '../shared/search-tree.ts';
import type { Parameters } from './parameters.ts';

/**
 * Values of leaves, in one batch, in [0, 1]; null where the budget did not last.
 *
 * `value`: the verifier's score of the last step, as AlphaZero's value head. `rollout`: one completion from the leaf,
 * whose finished trace the verifier scores; 0 where it is cut off. `mix`: their mean (AlphaGo's λ = ½; Silver et al.
 * 2016). A finished trace has nothing to roll out and is scored as it is; a dead node is worth 0.
 */
export async function* evaluateLeaves(
  session: Session,
  verifier: Verifier,
  leaves: readonly TreeNode[],
  evaluation: Parameters['evaluation'],
): Part<readonly (number | null)[]> {
  const open = evaluation === 'value' ? [] : leaves.filter((leaf) => leaf.end === 'open');
  const rollouts = yield* rollOut(session, open);
  const byValue = leaves.filter((leaf) => leaf.end === 'terminal' || (leaf.end === 'open' && evaluation !== 'rollout'));
  const ended = open.filter((leaf) => rollouts.get(leaf)?.finished);
  const judged: readonly Scores[] =
    byValue.length + ended.length > 0 ? yield* verifier.score([...byValue.map(traceOf), ...ended.map((leaf) => rollouts.get(leaf)!)]) : [];
  const own = (leaf: TreeNode) => judged[byValue.indexOf(leaf)];
  const end = (leaf: TreeNode) => (ended.includes(leaf) ? judged[byValue.length + ended.indexOf(leaf)] : undefined);

  const values: (number | null)[] = [];
  for (const leaf of leaves) {
    const found = valueOf(leaf, evaluation, own(leaf), end(leaf), rollouts.get(leaf) !== undefined);
    if (found) yield { type: 'node-scored', node: leaf.id, score: found.value, verifier: verifier.kind, why: found.why };
    values.push(found?.value ?? null);
  }
  return values;
}

function valueOf(leaf: TreeNode, evaluation: Parameters['evaluation'], own: Scores | undefined, end: Scores | undefined, rolled: boolean): { value: number; why: string } | null {
  if (leaf.end === 'dead') return { value: 0, why: deadWhy(leaf) };
  if (leaf.end === 'terminal' || evaluation === 'value') return own ? { value: lastOf(own), why: own.why } : null;
  if (!rolled) return null;
  const reached = end ? lastOf(end) : 0;
  const why = end ? `a rollout from here ended worth ${reached.toFixed(2)} (${end.why})` : 'a rollout from here was cut off, worth 0';
  if (evaluation === 'rollout') return { value: reached, why };
  return own ? { value: (lastOf(own) + reached) / 2, why: `the mean of ${lastOf(own).toFixed(2)} (${own.why}) and of ${why}` } : null;
}

/** The state's own score; 0 where no step was judged. */
const lastOf = ({ steps }: Scores): number => steps.at(-1) ?? 0;

/** One completion from each leaf, to the end of its text. */
async function* rollOut(session: Session, leaves: readonly TreeNode[]): Part<ReadonlyMap<TreeNode, PartialTrace>> {
  const { model, problem } = session;
  const drawn = yield* draw(
    session,
    leaves.map((leaf) => ({ prefix: leaf.path, n: 1, from: leaf.id, prompt: [], label: () => `Rollout from node ${leaf.id}` })),
  );
  const rollouts = new Map<TreeNode, PartialTrace>();
  for (const [index, leaf] of leaves.entries()) {
    const [rollout] = drawn[index]!;
    if (!rollout) continue;
    const steps = [...leaf.steps, ...splitSteps(rollout.tokens, model.info.stepEnds)];
    const finished = rollout.reason === 'end-of-text';
    const answer = finished ? extractFromTrace(problem, steps.flat()) : null;
    if (finished) yield { type: 'answer-extracted', sequence: rollout.sequence, answer };
    rollouts.set(leaf, { prompt: traceOf(leaf).prompt, steps, finished, answer });
  }
  return rollouts;
}
