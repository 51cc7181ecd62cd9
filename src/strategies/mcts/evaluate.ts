import { extractFromTrace } from '#answers/extract.ts';
import { paired } from '#experiment/surely.ts';
import { draw } from '#policy/session/draw.ts';
import type { RunPart, Session } from '#policy/session/session.ts';
import type { ScoreReason, VerifierReason } from '#run/facts/score-reason.ts';
import type { Score } from '#run/score.ts';
import { judge } from '#run/aggregate.ts';
import type { PartialTrace, Verifier } from '#verifiers/verifier.ts';
import { splitSteps } from '#verifiers/split-steps.ts';
import { deadScore, traceOf, type TreeNode } from '../shared/tree-node.ts';
import type { MctsParameters } from './parameters.ts';

/** A leaf's value and where it comes from; null where nothing was measured. */
interface Value {
  readonly score: Score;
  readonly why: ScoreReason;
}

/** What a verifier says of a leaf, or of the end of a rollout. */
interface Judged {
  readonly score: Score;
  readonly why: VerifierReason;
}

/** A completion of a leaf. */
interface Rollout extends PartialTrace {
  readonly cutByBudget: boolean;
}

/**
 * Values of leaves, in one batch, in [0, 1]; null where the budget did not last.
 *
 * `value`: the verifier's score of the last step, as AlphaZero's value head. `rollout`: one completion from the leaf,
 * whose finished trace the verifier scores; 0 where it is cut off, but nothing where only the budget cut it. `mix`: their
 * mean (AlphaGo's λ = ½; Silver et al. 2016), where both are known. A finished trace has nothing to roll out and is scored
 * as it is, 0 where nothing was written; a dead node is worth 0.
 */
export async function* evaluateLeaves(
  session: Session,
  verifier: Verifier,
  leaves: readonly TreeNode[],
  evaluation: MctsParameters['evaluation'],
): RunPart<readonly Score[]> {
  const open = evaluation === 'value' ? [] : leaves.filter((leaf) => leaf.end === 'open');
  const rollouts = yield* rollOut(session, open);
  const byValue = leaves.filter(
    (leaf) => leaf.end === 'terminal' || (leaf.end === 'open' && evaluation !== 'rollout'),
  );
  const ended = open.flatMap((leaf) => {
    const rollout = rollouts.get(leaf);
    return rollout?.finished ? [{ leaf, rollout }] : [];
  });
  const judged =
    byValue.length + ended.length > 0
      ? yield* verifier.score([...byValue.map(traceOf), ...ended.map(({ rollout }) => rollout)])
      : [];
  const values = judged.map((scores) => judge(scores, 'last'));
  const own = (leaf: TreeNode) => values[byValue.indexOf(leaf)] ?? notJudged;
  const rolled = (leaf: TreeNode) =>
    rolledValue(rollouts.get(leaf), values[byValue.length + ended.findIndex((one) => one.leaf === leaf)]);

  const found: Score[] = [];
  for (const leaf of leaves) {
    const { score, why } = valueOf(leaf, evaluation, own, rolled);
    yield { type: 'node-scored', node: leaf.id, score, verifier: verifier.kind, why };
    found.push(score);
  }
  return found;
}

const notJudged: Judged = { score: null, why: { kind: 'budget-spent' } };

/** What a rollout came to; where nothing is known of its end, why. */
type Rolled =
  | {
      readonly score: number;
      readonly ended: { readonly worth: number; readonly why: VerifierReason } | null;
    }
  | { readonly score: null; readonly why: VerifierReason };

/** What a rollout says of the leaf it starts from; `end` is the verifier's word on a finished one. */
function rolledValue(rollout: Rollout | undefined, end: Judged | undefined): Rolled {
  if (!rollout || rollout.cutByBudget) return { score: null, why: notJudged.why };
  if (!rollout.finished) return { score: 0, ended: null };
  if (!end || end.score === null) return { score: null, why: (end ?? notJudged).why };
  return { score: end.score, ended: { worth: end.score, why: end.why } };
}

function valueOf(
  leaf: TreeNode,
  evaluation: MctsParameters['evaluation'],
  own: (leaf: TreeNode) => Judged,
  rolled: (leaf: TreeNode) => Rolled,
): Value {
  if (leaf.end === 'dead') return deadScore(leaf);
  if (leaf.end === 'terminal')
    return leaf.steps.length === 0 ? { score: 0, why: { kind: 'cannot-answer' } } : own(leaf);
  switch (evaluation) {
    case 'value':
      return own(leaf);
    case 'rollout': {
      const there = rolled(leaf);
      if (there.score === null) return there;
      return { score: there.score, why: { kind: 'rollout', rollout: { ended: there.ended } } };
    }
    case 'mix': {
      const [here, there] = [own(leaf), rolled(leaf)];
      if (here.score === null) return here;
      if (there.score === null) return there;
      return {
        score: (here.score + there.score) / 2,
        why: {
          kind: 'mean-with-rollout',
          value: here.score,
          why: here.why,
          rollout: { ended: there.ended },
        },
      };
    }
  }
}

/** One completion from each leaf, to the end of its text. */
async function* rollOut(
  session: Session,
  leaves: readonly TreeNode[],
): RunPart<ReadonlyMap<TreeNode, Rollout>> {
  const { model, problem } = session;
  const drawn = yield* draw(
    session,
    leaves.map((leaf) => ({
      prefix: leaf.path,
      n: 1,
      from: leaf.id,
      prompt: [],
      label: () => ({ kind: 'node-rollout', node: leaf.id }),
    })),
  );
  const rollouts = new Map<TreeNode, Rollout>();
  for (const [leaf, [rollout]] of paired(leaves, drawn)) {
    if (!rollout) continue;
    const steps = [...leaf.steps, ...splitSteps(rollout.tokens, model.info.stepEnds)];
    const finished = rollout.reason === 'end-of-text';
    const answer = finished ? extractFromTrace(problem, steps.flat()) : null;
    if (finished) yield { type: 'answer-extracted', sequence: rollout.sequence, answer };
    rollouts.set(leaf, {
      prompt: traceOf(leaf).prompt,
      steps,
      finished,
      answer,
      cutByBudget: rollout.cutByBudget ?? false,
    });
  }
  return rollouts;
}
