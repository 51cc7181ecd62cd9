import { extractFromTrace } from '#answers/extract.ts';
import { paired } from '#experiment/surely.ts';
import type { TokenId } from '#policy/language-model.ts';
import { draw, type Drawn, type DrawRequest } from '#policy/session/draw.ts';
import type { RunPart, Session } from '#policy/session/session.ts';
import type { LoggedToken, RunEvent } from '#run/events.ts';
import type { Prior } from '#experiment/strategies/mcts.ts';
import { splitSteps } from '#verifiers/split-steps.ts';
import { endOfNode, nodeMade } from './node-made.ts';
import { priorsOf } from './priors.ts';
import type { TreeNode } from './tree-node.ts';

/** Steps wanted from a node. */
export interface Growth {
  readonly node: TreeNode;
  readonly n: number;
  /** Write on to the end of the text instead of the end of the step. */
  readonly toEnd?: boolean;
}

/** What one request came to. */
interface Grown {
  readonly made: readonly TreeNode[];
  /** For each draw the node that has its step: a new one, or a sibling that was there before. */
  readonly drawn: readonly TreeNode[];
}

/** The tree of a search. Its nodes are numbered in the order of their making. */
export class TreeBuilder {
  readonly root: TreeNode;

  private constructor(
    private readonly session: Session,
    prompt: readonly TokenId[],
    private readonly maxSteps: number,
    private readonly prior: Prior,
  ) {
    this.root = {
      id: session.numbers.node(),
      parent: null,
      depth: 0,
      step: [],
      steps: [],
      path: prompt,
      end: 'open',
      pruned: false,
      cutByBudget: false,
      answer: null,
      sequence: null,
      logprob: 0,
      children: [],
      draws: 0,
      prior: null,
    };
  }

  /**
   * A tree with its root, the prompt for one chain of steps.
   *
   * @param prior what the nodes' priors are; those who do not search by them have the policy's probability of the step.
   */
  static *start(session: Session, maxSteps: number, prior: Prior = 'sum'): Generator<RunEvent, TreeBuilder> {
    const prompt = session.model.prompt(session.problem, { kind: 'steps' });
    const tree = new TreeBuilder(session, prompt, maxSteps, prior);
    yield* nodeMade(tree.root);
    return tree;
  }

  /** Whether the budget has a token for each of these draws; if not, `grow` makes nothing. */
  canGrow(requests: readonly Growth[]): boolean {
    const draws = requests.reduce((sum, { n }) => sum + n, 0);
    return draws === 0 || this.session.budget.allowance(draws, Infinity) > 0;
  }

  /**
   * Samples next steps from several nodes in one batch and makes nodes of them. A step equal to a sibling's, token for
   * token, is dropped. Since a node's text holds its parents' text, two nodes have the same text only if they are
   * siblings: no further search for duplicates is needed. Priors of all children of a grown node are made anew, those of
   * steps drawn again among them.
   *
   * @returns the new nodes by request, in the order they were drawn.
   */
  async *grow(requests: readonly Growth[]): RunPart<readonly (readonly TreeNode[])[]> {
    const drawn = yield* draw(this.session, this.drawsFor(requests));
    const grown: (readonly TreeNode[])[] = [];
    for (const [{ node }, steps] of paired(requests, drawn))
      grown.push((yield* this.attachAll(node, steps)).made);
    return grown;
  }

  /**
   * The same, for those who count draws.
   *
   * @returns by request, for each draw the node that has its step, new or old; a node may be there several times.
   */
  async *sample(requests: readonly Growth[]): RunPart<readonly (readonly TreeNode[])[]> {
    const drawn = yield* draw(this.session, this.drawsFor(requests));
    const sampled: (readonly TreeNode[])[] = [];
    for (const [{ node }, steps] of paired(requests, drawn))
      sampled.push((yield* this.attachAll(node, steps)).drawn);
    return sampled;
  }

  private drawsFor(requests: readonly Growth[]): readonly DrawRequest[] {
    return requests.map(({ node, n, toEnd = false }) => ({
      prefix: node.path,
      n,
      from: node.id,
      prompt: [],
      ...(toEnd ? {} : { stop: this.session.model.info.stepEnds }),
      label: (index) => ({ kind: 'step', step: node.depth + 1, draw: n > 1 ? index + 1 : null }),
    }));
  }

  private *attachAll(node: TreeNode, steps: readonly Drawn[]): Generator<RunEvent, Grown> {
    const made: TreeNode[] = [];
    const drawn: TreeNode[] = [];
    const dropped: RunEvent[] = [];
    for (const step of steps) {
      const same = node.children.find((child) => sameTokens(child.step, step.tokens));
      if (same) {
        same.draws += 1;
        dropped.push({ type: 'step-dropped', sequence: step.sequence, sameAs: same.id });
        drawn.push(same);
        continue;
      }
      const child = this.attach(node, step);
      made.push(child);
      drawn.push(child);
    }
    const priors = priorsOf(node.children, this.prior);
    for (const [child, prior] of paired(node.children, priors)) child.prior = prior;
    for (const child of made) yield* nodeMade(child);
    yield* dropped;
    return { made, drawn };
  }

  private attach(parent: TreeNode, { sequence, tokens, reason, logprob, cutByBudget }: Drawn): TreeNode {
    const depth = parent.depth + 1;
    const steps = [...parent.steps, ...splitSteps(tokens, this.session.model.info.stepEnds)];
    const pruned = this.session.pruned?.(steps.flat()) ?? false;
    const end = endOfNode({ pruned, reason, depth, maxSteps: this.maxSteps });
    const child: TreeNode = {
      id: this.session.numbers.node(),
      parent,
      depth,
      step: tokens,
      steps,
      end,
      pruned,
      cutByBudget: cutByBudget ?? false,
      sequence,
      logprob,
      children: [],
      draws: 1,
      prior: null,
      path: [...parent.path, ...tokens.map((token) => token.id)],
      answer: end === 'terminal' ? extractFromTrace(this.session.problem, steps.flat()) : null,
    };
    parent.children.push(child);
    return child;
  }
}

function sameTokens(a: readonly LoggedToken[], b: readonly LoggedToken[]): boolean {
  return a.length === b.length && a.every((token, place) => token.id === b[place]?.id);
}
