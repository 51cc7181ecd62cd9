import * as v from 'valibot';
import { foreignLimits } from './tree-log.ts';

/** One tree of LLM Reasoners' visualiser, held against what a tree is. */

const id = v.pipe(v.number(), v.integer());
const data = v.optional(
  v.pipe(
    v.nullable(v.record(v.string(), v.unknown())),
    v.transform((fields) => fields ?? {}),
  ),
  {},
);
const nodeSchema = v.looseObject({ id, data, selected_edge: v.optional(v.nullable(id)) });
const edgeSchema = v.looseObject({ id, source: id, target: id, data });
/** By their ids, or in a list. */
const snapshotSchema = v.looseObject({
  nodes: v.union([
    v.array(nodeSchema),
    v.pipe(
      v.record(v.string(), nodeSchema),
      v.transform((byId) => Object.values(byId)),
    ),
  ]),
  edges: v.union([
    v.array(edgeSchema),
    v.pipe(
      v.record(v.string(), edgeSchema),
      v.transform((byId) => Object.values(byId)),
    ),
  ]),
});

export type SnapshotEdge = v.InferOutput<typeof edgeSchema>;

export interface SnapshotNode {
  readonly id: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly depth: number;
  /** Null for the root. */
  readonly parent: number | null;
  readonly edge: SnapshotEdge | null;
}

export interface Snapshot {
  /** The root first, parents before their children, children in the order of their edges. */
  readonly inOrder: readonly SnapshotNode[];
  /** The path of selected edges from the root, without it. */
  readonly selected: readonly number[];
}

/** A place where it is no tree. */
export interface SnapshotFault {
  readonly at: string;
}

export function readSnapshot(log: unknown): Snapshot | SnapshotFault {
  const read = v.safeParse(snapshotSchema, log, { abortEarly: true });
  if (!read.success) return { at: v.getDotPath(read.issues[0]) ?? '' };
  const { nodes, edges } = read.output;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const below = new Map<number, SnapshotEdge[]>();
  const targets = new Set<number>();
  for (const edge of edges.toSorted((a, b) => a.id - b.id)) {
    if (targets.has(edge.target) || !byId.has(edge.target) || !byId.has(edge.source))
      return { at: `edges.${edge.id}` };
    targets.add(edge.target);
    const list = below.get(edge.source);
    if (list) list.push(edge);
    else below.set(edge.source, [edge]);
  }
  const [root, ...others] = nodes.filter((node) => !targets.has(node.id));
  if (!root || others.length > 0 || byId.size !== nodes.length) return { at: 'nodes' };
  const inOrder: SnapshotNode[] = [{ id: root.id, data: root.data, depth: 0, parent: null, edge: null }];
  // Grows while it is gone through. Each node is the target of one edge, so that none comes twice.
  for (const { id: from, depth } of inOrder)
    for (const edge of below.get(from) ?? []) {
      const node = byId.get(edge.target);
      if (depth >= foreignLimits.depth || !node) return { at: `edges.${edge.id}` };
      inOrder.push({ id: node.id, data: node.data, depth: depth + 1, parent: from, edge });
    }
  // Some nodes go round in a circle.
  if (inOrder.length !== nodes.length) return { at: 'edges' };
  return { inOrder, selected: selectedPath(root.id, byId, below) };
}

function selectedPath(
  root: number,
  nodes: ReadonlyMap<number, v.InferOutput<typeof nodeSchema>>,
  below: ReadonlyMap<number, readonly SnapshotEdge[]>,
): readonly number[] {
  const path: number[] = [];
  for (let at = root; ;) {
    const named = nodes.get(at)?.selected_edge;
    const edge = below.get(at)?.find((one) => one.id === named);
    if (!edge) return path;
    path.push(edge.target);
    at = edge.target;
  }
}
