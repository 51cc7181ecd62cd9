import type { StrategyOf } from '#experiment/experiment.ts';
import { paired, surely } from '#experiment/surely.ts';
import type { RunPart, Session } from '#policy/session/session.ts';
import type { Scored } from '#run/scored.ts';
import type { Verifier } from '#verifiers/verifier.ts';
import { byScore, chooseFinished, type ScoredNode } from './shared/best-node.ts';
import { lookAhead } from './shared/lookahead.ts';
import { mustJudgeSteps, rescoreNodes, scoreNodes, unjudgedOf, whyBest } from './shared/score-nodes.ts';
import { TreeBuilder, type Growth } from './shared/tree-builder.ts';
import type { TreeNode } from './shared/tree-node.ts';
import type { StrategyRun } from './strategy.ts';

type Parameters = StrategyOf<'beam-search'>;

/**
 * Step-level beam search guided by a verifier (Beeching, Tunstall and Rush 2024; Snell et al. 2024, arXiv 2408.03314,
 * section 5.2). `width` beams of `expansion` draws each are the post's n = width × expansion and m = expansion.
 *
 * Where the texts are silent, as the code of search-and-learn (`beam_search.py`, `diverse_verifier_tree_search.py`):
 * every round draws n steps in all, so that where fewer beams than `width` go on each draws more, the first ones one
 * more than the rest; the first round draws all n from the prompt; a beam that finishes leaves its place to others and
 * competes at the end by its aggregated score, or votes by it; the last round writes on to the end of the text.
 *
 * DVTS: `width` subtrees that know nothing of each other, each drawing `expansion` steps and going on with the best.
 * They share the tree's nodes where they draw the same steps. At the end all that each subtree drew in its last round
 * competes, or votes, once for each draw, as in the code (`score.py` votes over `width` × `expansion` completions); there
 * a step that did not end the text votes by the number in it, here it has no answer.
 *
 * Other than there: of equal scores the earlier node is kept (argsort keeps the later); lookahead is scored in both
 * variants, as the paper has it (the code of the beam variant draws it but scores without); duplicates are dropped
 * among all draws of a round, finished ones too; a trace that was cut off cannot win. Where the budget left no score for
 * a step, it goes on only if there is room beside those that have one.
 */
export async function* beamSearch(session: Session, params: Parameters, verifier: Verifier): StrategyRun {
  mustJudgeSteps(verifier);
  const tree = yield* TreeBuilder.start(session, params.maxSteps);
  const search = new BeamSearch(session, params, verifier, tree);
  yield* params.variant === 'beam' ? search.beams() : search.subtrees();
  yield* chooseFinished(params.choose, yield* rescoreNodes(verifier, search.finished, params.aggregation));
}

/** A subtree that goes on: where, and what it drew last. */
interface Subtree {
  readonly head: TreeNode;
  readonly drawn: readonly TreeNode[];
}

class BeamSearch {
  readonly finished: ScoredNode[] = [];
  private readonly scores = new Map<TreeNode, Scored>();

  constructor(
    private readonly session: Session,
    private readonly params: Parameters,
    private readonly verifier: Verifier,
    private readonly tree: TreeBuilder,
  ) {}

  async *beams(): RunPart<void> {
    const { width, expansion, maxSteps } = this.params;
    let beams: readonly TreeNode[] = [this.tree.root];
    for (let round = 1; round <= maxSteps && beams.length > 0; round++) {
      const requests = this.requests(beams, spread(width * expansion, beams.length), round);
      if (!this.tree.canGrow(requests)) return;
      const made = (yield* this.tree.grow(requests)).flat();
      const scored = yield* this.score(made, round);
      this.finished.push(...scored.filter(({ node }) => node.end === 'terminal'));
      const open = scored.filter(({ node }) => node.end === 'open').toSorted(byScore);
      beams = open.slice(0, width).map(({ node }) => node);
      yield {
        type: 'nodes-kept',
        round,
        kept: ids(beams),
        pruned: ids(open.slice(width).map(({ node }) => node)),
        why: whyBest(
          beams.length,
          open.map(({ score }) => score),
          this.params.aggregation,
          this.finished.length,
        ),
      };
    }
  }

  async *subtrees(): RunPart<void> {
    const { width, expansion, maxSteps } = this.params;
    /** Of what has ended in the last round of its subtree, how often it was drawn there. */
    const votes = new Map<TreeNode, number>();
    const finish = (drawn: readonly TreeNode[]) => {
      for (const node of drawn) if (node.end === 'terminal') votes.set(node, (votes.get(node) ?? 0) + 1);
    };
    let going: readonly Subtree[] = Array.from({ length: width }, () => ({
      head: this.tree.root,
      drawn: [],
    }));
    for (let round = 1; round <= maxSteps && going.length > 0; round++) {
      const requests = this.requests(
        going.map(({ head }) => head),
        going.map(() => expansion),
        round,
      );
      if (!this.tree.canGrow(requests)) break;
      const reached = yield* this.tree.sample(requests);
      const all = [...new Set(reached.flat())];
      yield* this.score(
        all.filter((node) => !this.scores.has(node)),
        round,
      );
      const next: Subtree[] = [];
      for (const drawn of reached) {
        const best = drawn
          .filter((node) => node.end !== 'dead')
          .map((node) => this.scored(node))
          .toSorted(byScore)[0]?.node;
        if (best?.end === 'open') next.push({ head: best, drawn });
        else finish(drawn);
      }
      going = next;
      const heads = going.map(({ head }) => head);
      const open = all.filter((node) => node.end === 'open');
      yield {
        type: 'nodes-kept',
        round,
        kept: ids(open.filter((node) => heads.includes(node))),
        pruned: ids(open.filter((node) => !heads.includes(node))),
        why: {
          kind: 'best-of-subtrees',
          subtrees: requests.length,
          by: this.params.aggregation,
          unjudged: unjudgedOf(open.map((node) => this.scored(node).score)),
          finished: votes.size,
        },
      };
    }
    // Where the budget ended the search.
    for (const { drawn } of going) finish(drawn);
    for (const [node, draws] of votes) this.finished.push({ ...this.scored(node), draws });
  }

  private requests(nodes: readonly TreeNode[], draws: readonly number[], round: number): readonly Growth[] {
    const toEnd = round === this.params.maxSteps;
    return paired(nodes, draws).map(([node, n]) => ({ node, n, toEnd }));
  }

  private async *score(nodes: readonly TreeNode[], round: number): RunPart<readonly ScoredNode[]> {
    const { lookahead, aggregation, maxSteps } = this.params;
    const ahead = yield* lookAhead(this.session, nodes, round === maxSteps ? 0 : lookahead);
    const scores = yield* scoreNodes(this.verifier, nodes, aggregation, ahead);
    nodes.forEach((node, index) => this.scores.set(node, scores[index] ?? { score: null }));
    return nodes.map((node) => this.scored(node));
  }

  private scored(node: TreeNode): ScoredNode {
    return { node, ...surely(this.scores.get(node), 'score') };
  }
}

/** `total` dealt out over `parts` in turn: 16 over 3 is 6, 5, 5. */
function spread(total: number, parts: number): readonly number[] {
  return Array.from(
    { length: parts },
    (_, index) => Math.floor(total / parts) + (index < total % parts ? 1 : 0),
  );
}

const ids = (nodes: readonly TreeNode[]): readonly number[] => nodes.map(({ id }) => id);
