import { itemAt } from '#experiment/surely.ts';
import { log } from '#run/portable-math.ts';
import type { RandomStream } from '#policy/runtime/random.ts';
import type { Selection, SelectionRow } from '#run/search-events.ts';
import type { RStarNode } from './node.ts';

/**
 * The selection table of a node by UCT (Kocsis and Szepesvári 2006; arXiv 2408.06195, section 3.2):
 *
 *     score = Q / N_child + c · √(ln N_parent / N_child)
 *
 * As in the paper's code, children without a visit go first, one of them at random; their second term is shown as 0. Of
 * equal scores the earlier node wins.
 */
export function selectByUct(parent: RStarNode, c: number, random: RandomStream): Selection {
  const prior = 1 / parent.children.length;
  const logVisits = log(Math.max(1, parent.visits));
  const rows = parent.children.map(({ id, visits, total }): SelectionRow => {
    const q = visits === 0 ? 0 : total / visits;
    const exploration = visits === 0 ? 0 : c * Math.sqrt(logVisits / visits);
    return { node: id, q, prior, visits, pending: 0, exploration, score: q + exploration };
  });
  const unvisited = rows.filter(({ visits }) => visits === 0);
  const chosen =
    unvisited.length > 0
      ? itemAt(unvisited, Math.floor(random.next() * unvisited.length))
      : rows.reduce((a, b) => (b.score > a.score ? b : a));
  return { parent: parent.id, parentVisits: parent.visits, rule: 'uct', c, rows, chosen: chosen.node };
}
