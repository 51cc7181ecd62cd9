import type { ReactNode } from 'react';
import { itemAt } from '#experiment/surely.ts';
import { higherFirst } from '#run/scored.ts';
import type { NodeId } from '#run/search-events.ts';
import type { RunState } from '#run/state.ts';
import { isUnjudged } from '#views/search-tree/node-words.ts';
import { amounts } from '#words/en/amounts.ts';
import { search } from '#words/en/search.ts';
import { tree } from '#words/en/tree.ts';
import { scoreReasonText } from '#words/reasons.ts';
import { NodeLink } from './node-link.tsx';
import numbers from './numbers-table.module.css';

type Node = RunState['tree'][number];

interface NodeTableProps {
  readonly state: RunState;
  readonly nodes: readonly NodeId[];
  readonly title: ReactNode;
  readonly columns: readonly { readonly name: string; readonly text: (node: Node) => string }[];
}

/** Nodes of a step, with what is said of each. */
export function NodeTable({ state, nodes, title, columns }: NodeTableProps) {
  return (
    <table className={numbers.root}>
      <caption>{title}</caption>
      <thead className="hidden-visually">
        <tr>
          <th scope="col">{search.columns.step}</th>
          {columns.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {nodes.map((node) => (
          <tr key={node}>
            <th scope="row">
              <NodeLink state={state} node={node} />
            </th>
            {columns.map(({ name, text }) => (
              <td key={name} title={name}>
                {text(itemAt(state.tree, node))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A node's score as the table says it. */
export const scoreText = (node: Node): string =>
  node.logged
    ? node.logged.main === null
      ? '–'
      : tree.logged(node.logged.main)
    : node.score !== null
      ? amounts.decimal(node.score)
      : isUnjudged(node)
        ? search.node.notJudged
        : '–';

/** The nodes, the best score first; equal ones in the order of their making. */
export function highestFirst(state: RunState, nodes: readonly NodeId[]): readonly NodeId[] {
  const scored = (id: NodeId) => {
    const { score, scoreLog } = itemAt(state.tree, id);
    return { score, log: scoreLog ?? -Infinity };
  };
  return nodes.toSorted((a, b) => higherFirst(scored(a), scored(b)) || a - b);
}

/** Where the scores come from; a reason that all share is said once. */
export function Reasons({ state, nodes }: { readonly state: RunState; readonly nodes: readonly NodeId[] }) {
  const reasons = new Set(
    nodes.flatMap((node) => {
      const own = state.tree[node]?.why;
      return own ? [scoreReasonText(own)] : [];
    }),
  );
  const [why] = reasons;
  const verifier = itemAt(state.tree, itemAt(nodes, 0)).verifier;
  return why !== undefined && verifier !== null && reasons.size === 1 ? (
    <p className="quiet">{search.step.reason({ verifier, why })}</p>
  ) : null;
}
