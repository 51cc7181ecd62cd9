import type { NodeEnd, NodeId } from '#run/search-events.ts';
import type { RunEvent } from '#run/events.ts';

/** A node as the log tells it. */
export interface ReplayedNode {
  readonly id: NodeId;
  readonly parent: NodeId | null;
  readonly end: NodeEnd;
  readonly words: string;
  score: number | null;
  visits: number;
  value: number;
  /** Values that were backed up from here: it was the last of a simulation's path. */
  readonly own: number[];
  readonly children: NodeId[];
}

/** The tree that the events tell of; throws where they contradict themselves. */
export function replay(events: readonly RunEvent[]): ReadonlyMap<NodeId, ReplayedNode> {
  const nodes = new Map<NodeId, ReplayedNode>();
  const words = new Map<number, string[]>();
  const at = (id: NodeId): ReplayedNode => {
    const node = nodes.get(id);
    if (!node) throw new Error(`node ${id} was spoken of before it was made`);
    return node;
  };
  for (const event of events) {
    switch (event.type) {
      case 'token':
        words.set(event.sequence, [...(words.get(event.sequence) ?? []), event.token.text]);
        break;
      case 'node-created': {
        if (nodes.has(event.node)) throw new Error(`node ${event.node} was made twice`);
        if (event.parent !== null) at(event.parent).children.push(event.node);
        const text = event.sequence === null ? '' : (words.get(event.sequence) ?? []).join(' ');
        nodes.set(event.node, {
          id: event.node,
          parent: event.parent,
          end: event.end,
          words: text,
          score: null,
          visits: 0,
          value: 0,
          own: [],
          children: [],
        });
        break;
      }
      case 'step-dropped':
        at(event.sameAs);
        break;
      case 'node-scored':
        at(event.node).score = event.score;
        break;
      case 'nodes-kept':
        [...event.kept, ...event.pruned].forEach(at);
        break;
      case 'path-selected':
        for (const { parent, rows, chosen } of event.selections) {
          const children = at(parent).children;
          if (rows.some(({ node }) => !children.includes(node)) || !children.includes(chosen))
            throw new Error(`a stranger was selected at ${parent}`);
        }
        break;
      case 'backed-up':
        for (const { node, visitsBefore, visitsAfter, valueBefore, valueAfter } of event.path) {
          const known = at(node);
          if (known.visits !== visitsBefore || known.value !== valueBefore)
            throw new Error(`a backup of ${node} starts from what it never was`);
          [known.visits, known.value] = [visitsAfter, valueAfter];
        }
        at(event.path.at(-1)!.node).own.push(event.value);
        break;
      case 'backtracked':
        if (at(event.from).parent !== event.to)
          throw new Error(`${event.to} is not the parent of ${event.from}`);
        break;
      default:
        break;
    }
  }
  return nodes;
}
