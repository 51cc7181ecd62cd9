import { extractFromTrace } from '../../answers/extract.ts';
import { exp } from '../../policy/runtime/portable-math.ts';
import type { TokenId } from '../../policy/language-model.ts';
import type { Answer, LoggedToken } from '../../run/events.ts';
import type { AnyEvent } from '../../run/search-events.ts';
import type { NodeEnd, NodeId } from '../../run/search-events.ts';
import type { PartialTrace } from '../../verifiers/verifier.ts';
import type { Part, Session } from '../../policy/session/session.ts';
import { draw, type Drawn } from '../../policy/session/draw.ts';

/** A partial trace: its step and, through its parents, all steps before it. */
export interface TreeNode {
  readonly id: NodeId;
  readonly parent: TreeNode | null;
  readonly depth: number;
  readonly step: readonly LoggedToken[];
  /** Prompt and all steps so far. */
  readonly path: readonly TokenId[];
  readonly end: NodeEnd;
  /** Of a terminal node. */
  readonly answer: Answer | null;
  readonly sequence: number | null;
  /** Sum of the step's log-probabilities. */
  readonly logprob: number;
  readonly children: TreeNode[];
  /** The policy's probability of the step, normalised over its siblings; null for the root. */
  prior: number | null;
}

/** Steps wanted from a node. */
export interface Growth {
  readonly node: TreeNode;
  readonly n: number;
}

/** The tree of a search. Its nodes are numbered in the order of their making. */
export class SearchTree {
  readonly root: TreeNode;

  private constructor(
    private readonly session: Session,
    prompt: readonly TokenId[],
    private readonly maxSteps: number,
  ) {
    this.root = {
      id: session.numbers.node(), parent: null, depth: 0, step: [], path: prompt, end: 'open', answer: null,
      sequence: null, logprob: 0, children: [], prior: null,
    };
  }

  /** A tree with its root, the prompt for one chain of steps. */
  static *start(session: Session, maxSteps: number): Generator<AnyEvent, SearchTree> {
    const prompt = session.model.prompt(session.problem, { kind: 'think', effort: 'low' });
    const tree = new SearchTree(session, prompt, maxSteps);
    yield { type: 'node-created', node: tree.root.id, parent: null, sequence: null, end: 'open', prior: null };
    return tree;
  }

  /**
   * Samples next steps from several nodes in one batch and makes nodes of them. A step equal to a sibling's, token for
   * token, is dropped. Priors of all children of a grown node are normalised anew over the siblings.
   *
   * @returns the new nodes by request, best prior first within none: in the order they were drawn.
   */
  async *grow(requests: readonly Growth[]): Part<readonly (readonly TreeNode[])[]> {
    const { model } = this.session;
    const drawn = yield* draw(
      this.session,
      requests.map(({ node, n }) => ({
        prefix: node.path,
        n,
        from: node.id,
        prompt: [],
        stop: model.info.stepEnds,
        label: (index) => `Step ${node.depth + 1}${n > 1 ? `, draw ${index + 1}` : ''}`,
      })),
    );
    const grown: TreeNode[][] = [];
    for (const [index, { node }] of requests.entries()) {
      const made: TreeNode[] = [];
      for (const step of drawn[index]!) {
        const same = node.children.find((child) => sameTokens(child.step, step.tokens));
        if (same) yield { type: 'step-dropped', sequence: step.sequence, sameAs: same.id };
        else made.push(this.attach(node, step));
      }
      normalisePriors(node.children);
      for (const child of made) {
        yield { type: 'node-created', node: child.id, parent: node.id, sequence: child.sequence, end: child.end, prior: child.prior };
        if (child.end === 'terminal') yield { type: 'answer-extracted', sequence: child.sequence!, answer: child.answer };
      }
      grown.push(made);
    }
    return grown;
  }

  private attach(parent: TreeNode, { sequence, tokens, reason, logprob }: Drawn): TreeNode {
    const depth = parent.depth + 1;
    const end: NodeEnd = reason === 'end-of-text' ? 'terminal' : reason === 'stop' && depth < this.maxSteps ? 'open' : 'dead';
    const trace = [...ancestors(parent).flatMap((node) => node.step), ...tokens];
    const child: TreeNode = {
      id: this.session.numbers.node(), parent, depth, step: tokens, end, sequence, logprob, children: [], prior: null,
      path: [...parent.path, ...tokens.map((token) => token.id)],
      answer: end === 'terminal' ? extractFromTrace(this.session.problem, trace) : null,
    };
    parent.children.push(child);
    return child;
  }
}

/** Root first, the node itself last. */
export function ancestors(node: TreeNode): readonly TreeNode[] {
  const path: TreeNode[] = [];
  for (let at: TreeNode | null = node; at; at = at.parent) path.unshift(at);
  return path;
}

/** The node's partial trace, as verifiers read it. */
export function traceOf(node: TreeNode): PartialTrace {
  const [root, ...steps] = ancestors(node);
  return { prompt: root!.path, steps: steps.map((ancestor) => ancestor.step), finished: node.end === 'terminal', answer: node.answer };
}

function sameTokens(a: readonly LoggedToken[], b: readonly LoggedToken[]): boolean {
  return a.length === b.length && a.every((token, place) => token.id === b[place]!.id);
}

/** Softmax of the steps' summed log-probabilities over the siblings: the share of the policy's own probability. */
function normalisePriors(siblings: readonly TreeNode[]): void {
  const most = Math.max(...siblings.map((node) => node.logprob));
  const weights = siblings.map((node) => exp(node.logprob - most));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  siblings.forEach((node, index) => (node.prior = weights[index]! / sum));
}
