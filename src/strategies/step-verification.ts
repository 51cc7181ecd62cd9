import type { StrategyOf } from '#experiment/experiment.ts';
import type { Session } from '#policy/session/session.ts';
import type { KeptReason } from '#run/facts/search-reason.ts';
import type { Score } from '#run/score.ts';
import { createVerifier } from '#verifiers/create-verifier.ts';
import type { Verifier } from '#verifiers/verifier.ts';
import { mustJudgeSteps, reaches, scoreNodes } from './shared/score-nodes.ts';
import { TreeBuilder } from './shared/tree-builder.ts';
import type { TreeNode } from './shared/tree-node.ts';
import type { StrategyRun } from './strategy.ts';

export type StepVerification = StrategyOf<'step-verification'>;

/**
 * One trace whose every step must pass: a step is drawn and scored (the last step's score alone: what came before has
 * passed already), kept if it reaches the threshold, and drawn again if not, as long as the retries last; they are one
 * store for the whole trace. The scores are those of process supervision (Lightman et al. 2023, arXiv 2305.20050); the
 * loop is rejection sampling a step at a time, without going back.
 *
 * Where nothing says what to do: without retries left there is no answer, since a step that failed would be in it. A step
 * equal to one that failed already fails unseen and costs a retry like any other. At temperature 0 there is no second
 * draw: it would be the same. A step that could not be judged has not passed, and ends the run: the next one could not be
 * judged either.
 */
export async function* stepVerification(
  session: Session,
  params: StepVerification,
  verifier: Verifier = createVerifier(params.verifier, session, 'steps'),
): StrategyRun {
  mustJudgeSteps(verifier);
  const { threshold, maxSteps } = params;
  const tree = yield* TreeBuilder.start(session, maxSteps);
  let retries = session.sampling.temperature === 0 ? 0 : params.retries;
  let at = tree.root;
  for (let round = 1; at.end === 'open'; round++) {
    if (!tree.canGrow([{ node: at, n: 1 }])) {
      yield { type: 'decided', decision: { kind: 'stop-at-budget', passed: at.depth } };
      break;
    }
    const [made = []] = yield* tree.grow([{ node: at, n: 1 }]);
    const passed: TreeNode[] = [];
    let unjudged = false;
    for (const node of made) {
      const [scored] = yield* scoreNodes(verifier, [node], 'last');
      const score = scored?.score ?? null;
      const passes = node.end !== 'dead' && reaches(score, threshold);
      yield {
        type: 'nodes-kept',
        round,
        kept: passes ? [node.id] : [],
        pruned: passes ? [] : [node.id],
        why: whyKept(node, score, threshold),
      };
      if (passes) passed.push(node);
      else if (node.end !== 'dead' && score === null) unjudged = true;
    }
    if (unjudged) {
      yield { type: 'decided', decision: { kind: 'stop-unjudged', passed: at.depth } };
      break;
    }
    const [next] = passed;
    if (next) at = next;
    else if (retries > 0) retries -= 1;
    else {
      yield {
        type: 'decided',
        decision: { kind: 'out-of-retries', passed: at.depth, retries: params.retries },
      };
      break;
    }
  }
  const answer = at.end === 'terminal' ? at.answer : null;
  yield { type: 'answer-chosen', answer, by: { rule: answer ? 'only-trace' : 'no-answer' } };
}

function whyKept(node: TreeNode, score: Score, threshold: number): KeptReason {
  if (node.pruned) return { kind: 'by-hand' };
  return node.end === 'dead' ? { kind: 'trace-cut' } : { kind: 'threshold', score, threshold };
}
