import type { RunPart, Session } from '#policy/session/session.ts';
import type { BacktrackReason } from '#run/facts/search-reason.ts';
import type { Verifier } from '#verifiers/verifier.ts';
import type { ScoredNode } from '../shared/best-node.ts';
import { reaches, unjudgedOf } from '../shared/score-nodes.ts';
import type { TreeBuilder } from '../shared/tree-builder.ts';
import type { TreeNode } from '../shared/tree-node.ts';
import { byValue, valueThoughts } from './evaluate.ts';
import { generateThoughts } from './generate.ts';
import type { TreeOfThoughtsParameters } from './parameters.ts';

/**
 * Tree of thoughts, depth first: the best thought first, back to the parent where all thoughts are worth less than the
 * threshold or have been tried (Yao et al. 2023, arXiv 2305.10601, algorithm 2). A thought worth exactly the threshold
 * is followed (the paper asks for more), so that a verifier that says 0 or 1 can be used with a threshold of 1. As in
 * the paper's code, the search goes on after a finished trace until `maxVisits` states have been visited; the root is
 * not counted. A thought that the budget left without a value is not followed.
 *
 * @returns the finished states.
 */
export async function* depthFirst(
  session: Session,
  params: TreeOfThoughtsParameters,
  verifier: Verifier,
  tree: TreeBuilder,
): RunPart<readonly ScoredNode[]> {
  const search = new DepthFirst(session, params, verifier, tree);
  yield* search.follow(tree.root);
  return search.finished;
}

class DepthFirst {
  readonly finished: ScoredNode[] = [];
  private visits = 0;
  private rounds = 0;
  private stopped = false;

  constructor(
    private readonly session: Session,
    private readonly params: TreeOfThoughtsParameters,
    private readonly verifier: Verifier,
    private readonly tree: TreeBuilder,
  ) {}

  /** Searches below an open state. Returns why the search leaves it. */
  async *follow(state: TreeNode): RunPart<BacktrackReason> {
    const { threshold, maxVisits } = this.params;
    const made = yield* generateThoughts(this.tree, [state], this.params);
    if (!made) return this.stop({ kind: 'budget-spent' });
    const thoughts = yield* valueThoughts(this.session, this.verifier, made.flat(), this.params);
    const sorted = thoughts.toSorted(byValue);
    const kept = sorted.filter(({ node, value }) => node.end !== 'dead' && reaches(value, threshold));
    const pruned = sorted.filter((thought) => !kept.includes(thought));
    const unjudged = unjudgedOf(sorted.map(({ value }) => value));
    yield {
      type: 'nodes-kept',
      round: ++this.rounds,
      kept: kept.map(({ node }) => node.id),
      pruned: pruned.map(({ node }) => node.id),
      why: {
        kind: 'worth',
        kept: kept.length,
        of: sorted.length,
        threshold,
        by: this.params.evaluate,
        unjudged,
      },
    };
    for (const thought of kept) {
      if (this.visits === maxVisits) return this.stop({ kind: 'states-visited', count: maxVisits });
      this.visits += 1;
      const why = yield* this.visit(thought);
      if (this.stopped) return why;
      yield { type: 'backtracked', from: thought.node.id, to: state.id, why };
    }
    return kept.length > 0
      ? { kind: 'all-tried' }
      : { kind: 'none-worth', threshold, unjudged: unjudged > 0 };
  }

  private async *visit(thought: ScoredNode): RunPart<BacktrackReason> {
    if (thought.node.end === 'open') return yield* this.follow(thought.node);
    this.finished.push(thought);
    return { kind: 'trace-finished' };
  }

  private stop(why: BacktrackReason): BacktrackReason {
    this.stopped = true;
    return why;
  }
}
