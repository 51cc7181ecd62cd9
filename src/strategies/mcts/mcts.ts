import type { RunPart, Session } from '#policy/session/session.ts';
import type { RunEvent } from '#run/events.ts';
import type { Verifier } from '#verifiers/verifier.ts';
import { mustJudgeSteps, rescoreNodes } from '../shared/score-nodes.ts';
import { TreeBuilder, type Growth } from '../shared/tree-builder.ts';
import type { TreeNode } from '../shared/tree-node.ts';
import type { StrategyRun } from '../strategy.ts';
import { backUp } from '../shared/back-up.ts';
import { evaluateLeaves } from './evaluate.ts';
import type { MctsParameters } from './parameters.ts';
import { takesPart } from './puct.ts';
import { readOut } from './readout.ts';
import { growthOf, release, selectBatch, type Simulation } from './simulation.ts';
import { Statistics } from './statistics.ts';

/**
 * Monte-Carlo tree search with PUCT (Silver et al. 2017, arXiv 1712.01815; over the steps of a language model: Feng et
 * al. 2023, arXiv 2309.17179). As in AlphaZero the root is expanded before the first simulation, without a visit. A
 * simulation then selects a path down to a leaf, expands the leaf, evaluates it, and backs its value up. A leaf that has
 * ended is not expanded and not evaluated twice: its value is remembered. The search ends where the budget leaves a leaf
 * without a value: nothing is backed up for it.
 *
 * Stops early where nothing is left to find: every leaf has ended and has its value, and no widening is on.
 */
export async function* mcts(session: Session, params: MctsParameters, verifier: Verifier): StrategyRun {
  if (params.evaluation !== 'rollout') mustJudgeSteps(verifier);
  const tree = yield* TreeBuilder.start(session, params.maxSteps, params.prior);
  const search = new Mcts(session, params, verifier);
  const root = [{ node: tree.root, n: params.expansion }];
  if (tree.canGrow(root)) search.count(root, yield* tree.grow(root));
  for (let done = 0; done < params.simulations && tree.root.children.length > 0;) {
    if (search.isExhausted()) {
      yield {
        type: 'decided',
        decision: { kind: 'all-valued', simulations: done },
      };
      break;
    }
    const batch = selectBatch(
      done,
      Math.min(params.parallel, params.simulations - done),
      tree.root,
      search.statistics,
      params.exploration,
    );
    const growth = growthOf(batch, search.statistics, params);
    if (!tree.canGrow(growth)) break;
    for (const { number, selections, leaf } of batch)
      yield { type: 'path-selected', simulation: number, selections, leaf: leaf.id };
    search.count(growth, yield* tree.grow(growth));
    if (!(yield* search.evaluateAndBackUp(batch))) break;
    done += batch.length;
  }
  yield* search.rescore();
  yield* readOut(params.readout, tree.root, search.terminals, search.statistics);
}

class Mcts {
  readonly statistics = new Statistics();
  readonly terminals: TreeNode[] = [];
  /** Leaves that are still to be evaluated. */
  private unvalued = 0;

  constructor(
    private readonly session: Session,
    private readonly params: MctsParameters,
    private readonly verifier: Verifier,
  ) {}

  /** Whether every leaf has ended and has its value, and no node may be widened. */
  isExhausted(): boolean {
    return this.unvalued === 0 && this.params.widening === 0;
  }

  /** The second half of a batch. Returns false where the budget did not last. */
  async *evaluateAndBackUp(batch: readonly Simulation[]): RunPart<boolean> {
    yield* this.evaluate(batch);
    let all = true;
    for (const simulation of batch) {
      release(simulation, this.statistics);
      const { value } = this.statistics.of(simulation.leaf);
      if (value === null) all = false;
      else
        yield {
          type: 'backed-up',
          simulation: simulation.number,
          value,
          path: backUp(simulation.path, value, (node) => this.statistics.of(node)),
        };
    }
    return all;
  }

  /** Values the leaves that have no value yet. */
  private async *evaluate(batch: readonly Simulation[]): RunPart<void> {
    const leaves = [...new Set(batch.map(({ leaf }) => leaf))].filter(
      (leaf) => this.statistics.of(leaf).value === null,
    );
    const values = yield* evaluateLeaves(this.session, this.verifier, leaves, this.params.evaluation);
    for (const [index, leaf] of leaves.entries()) {
      const value = values[index] ?? null;
      this.statistics.of(leaf).value = value;
      if (value !== null) this.unvalued -= 1;
    }
  }

  /** Brings the values of finished traces up to date. The means above them stay what the simulations brought back. */
  *rescore(): Generator<RunEvent> {
    const valued = this.terminals
      .map((node) => ({ node, score: this.statistics.of(node).value }))
      .filter(({ score }) => score !== null);
    for (const { node, score } of yield* rescoreNodes(this.verifier, valued, 'last'))
      this.statistics.of(node).value = score;
  }

  /** Counts the draws and the new leaves. */
  count(growth: readonly Growth[], made: readonly (readonly TreeNode[])[]): void {
    for (const { node, n } of growth) this.statistics.of(node).drawn += n;
    for (const node of made.flat()) {
      if (!takesPart(node)) continue;
      this.unvalued += 1;
      if (node.end === 'terminal') this.terminals.push(node);
    }
  }
}
