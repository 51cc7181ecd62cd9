import { itemAt, surely } from '#experiment/surely.ts';
import { randomStream } from '#policy/runtime/random.ts';
import type { RunPart, Session } from '#policy/session/session.ts';
import type { Selection } from '#run/search-events.ts';
import { backUp } from '../shared/back-up.ts';
import type { Expansion } from './expand.ts';
import type { RStarNode } from './node.ts';
import type { RStarParameters } from './parameters.ts';
import { selectByUct } from './uct.ts';

/**
 * rStar's search (arXiv 2408.06195, section 3.2; `MCTS_backbone.py` where the paper is silent). A rollout goes down by UCT
 * to a node that has no children yet, or to an unvisited child, expands it, and goes on to random children, expanding on
 * the way, until a trace ends. The end's reward is added to every node of the way; a trace that was cut off brings 0.
 * Nodes made on the way stay in the tree.
 */
export async function* runRollouts(
  session: Session,
  { rollouts, exploration }: RStarParameters,
  root: RStarNode,
  expansion: Expansion,
): RunPart<void> {
  const random = randomStream(session.numbers.drawSeed(), 0);
  for (let number = 0; number < rollouts; number++) {
    const selections: Selection[] = [];
    const path = [root];
    let at = root;
    while (at.children.length > 0) {
      const selection = selectByUct(at, exploration, random);
      selections.push(selection);
      at = surely(
        at.children.find(({ id }) => id === selection.chosen),
        'chosen-child',
      );
      path.push(at);
      if (at.visits === 0) break;
    }
    yield { type: 'path-selected', simulation: number, selections, leaf: at.id };
    while (at.end === 'open') {
      if (at.children.length === 0) yield* expansion.expand(at);
      if (at.children.length === 0) return;
      at = itemAt(at.children, Math.floor(random.next() * at.children.length));
      path.push(at);
    }
    yield {
      type: 'backed-up',
      simulation: number,
      value: at.reward,
      path: backUp(path, at.reward, (node) => node),
    };
  }
}
