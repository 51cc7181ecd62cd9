import * as v from 'valibot';
import { defaultExperiment } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { questionLimits } from '#experiment/problem.ts';
import type { LoggedValues } from '../facts/logged-elsewhere.ts';
import type { NodeId } from '../search-events.ts';
import { runFileFormat, runFileVersion } from '../run-file.ts';
import { type ForeignFile, foreignDamaged, foreignTooBig } from './foreign.ts';
import { readSnapshot, type Snapshot, type SnapshotEdge, type SnapshotNode } from './reasoners-snapshot.ts';
import { cutTo, foreignLimits, type ForeignNumbers, ForeignTree } from './tree-log.ts';

/**
 * Trees of LLM Reasoners' visualiser (Hao et al. 2024, arXiv 2404.05221; github.com/maitrix-org/llm-reasoners,
 * `reasoners/visualization`, what `TreeLog` writes as JSON): the whole tree after each iteration. Nodes hold the state, edges the
 * numbers, such as Q or reward; each node may name the edge that was selected below it.
 */
const logSchema = v.looseObject({ logs: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(10_000)) });
const marksIt = v.looseObject({ nodes: v.unknown(), edges: v.unknown() });

/** Null where it is no such log. */
export function readReasoners(content: unknown): ForeignFile | null {
  const read = v.safeParse(logSchema, content);
  if (!read.success || !v.is(marksIt, read.output.logs[0])) return null;
  const snapshots: Snapshot[] = [];
  for (const [number, log] of read.output.logs.entries()) {
    const snapshot = readSnapshot(log);
    if ('at' in snapshot) return foreignDamaged(['logs', number, snapshot.at].join('.'));
    if (snapshot.inOrder.length > foreignLimits.nodes) return foreignTooBig;
    snapshots.push(snapshot);
  }
  const experiment = nearestOf(snapshots);
  const tree = new ForeignTree(
    experiment,
    { tool: 'llm-reasoners', tree: 1, of: 1 },
    snapshots.flatMap(({ inOrder }) => inOrder.map(({ edge }) => (edge ? mainOf(edge) : null))),
  );
  const failed = growAll(tree, snapshots);
  if (failed) return failed;
  return {
    ok: true,
    file: { format: runFileFormat, version: runFileVersion, experiment, entries: tree.entries() },
    titles: [{ text: cutTo(problemText(snapshots), 100), right: null }],
  };
}

/** Adds what each snapshot has beyond those before it. */
function growAll(tree: ForeignTree, snapshots: readonly Snapshot[]): ForeignFile | null {
  /** By the ids of the log: our number, its parent's id, and its numbers as they were last. */
  const known = new Map<number, { readonly node: NodeId; readonly parent: number | null; said: string }>();
  for (const [number, { inOrder, selected }] of snapshots.entries()) {
    const at = `logs.${number}`;
    for (const level of levelsOf(inOrder.filter(({ id }) => !known.has(id)))) {
      const parents = level.map(({ parent }) => (parent === null ? null : (known.get(parent)?.node ?? null)));
      if (level.some(({ parent }) => parent === null)) {
        if (known.size > 0) return foreignDamaged(at);
        const [root] = level;
        if (root) known.set(root.id, { node: 0, parent: null, said: '' });
        continue;
      }
      const grown = tree.grow(
        level.flatMap((one, index) => {
          const parent = parents[index];
          return typeof parent === 'number' ? [{ parent, text: textOf(one), end: 'open' as const }] : [];
        }),
      );
      if (grown.length < level.length) return foreignDamaged(at);
      for (const [index, { id, parent }] of level.entries())
        known.set(id, { node: grown[index] ?? 0, parent, said: '' });
    }
    if (tree.size > foreignLimits.nodes) return foreignTooBig;
    const numbers: ForeignNumbers[] = [];
    for (const { id, parent, edge } of inOrder) {
      const one = known.get(id);
      if (one?.parent !== parent) return foreignDamaged(`${at}.edges`);
      if (!edge || tree.depthOf(one.node) > foreignLimits.depth) continue;
      const values = valuesOf(edge);
      const said = JSON.stringify(values);
      if (values.length > 0 && said !== one.said)
        numbers.push({ node: one.node, values, main: mainOf(edge) });
      one.said = said;
    }
    tree.number(numbers);
    if (selected.length > 0)
      tree.keep(
        number + 1,
        selected.flatMap((id) => known.get(id)?.node ?? []),
        [],
      );
  }
  return null;
}

/** Nodes by their depth, the shallowest first: each level came after the one above. */
function levelsOf(nodes: readonly SnapshotNode[]): readonly (readonly SnapshotNode[])[] {
  const levels = new Map<number, SnapshotNode[]>();
  for (const node of nodes) {
    const level = levels.get(node.depth);
    if (level) level.push(node);
    else levels.set(node.depth, [node]);
  }
  return [...levels].toSorted(([a], [b]) => a - b).map(([, level]) => level);
}

/** What its search went by: Q in MCTS, reward in beam search. */
function mainOf({ data }: SnapshotEdge): number | null {
  for (const name of ['Q', 'reward']) {
    const value = data[name];
    if (typeof value === 'number' && Number.isFinite(value)) return value;
  }
  return null;
}

function valuesOf({ data }: SnapshotEdge): LoggedValues {
  return Object.entries(data)
    .filter(([, value]) => typeof value === 'number' || value === null)
    .slice(0, 30)
    .map(([name, value]) => ({
      name: cutTo(name, 100),
      value: typeof value === 'number' && Number.isFinite(value) ? value : null,
    }));
}

/** The action that led there, and the state. */
function textOf({ data, edge }: SnapshotNode): string {
  const action = edge?.data['action'];
  const state = Object.entries(data)
    .filter(([name, value]) => !(name === 'action' && value === action))
    .map(([name, value]) => `${cutTo(name, 100)}: ${said(value)}`);
  return [...(action === undefined || action === null ? [] : [said(action)]), ...state].join('\n');
}

const said = (value: unknown): string =>
  cutTo(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''), 4000);

/** The log does not say what was asked; the first state often holds it. */
function problemText(snapshots: readonly Snapshot[]): string {
  const root = snapshots[0]?.inOrder[0];
  const text = root ? textOf(root).replace(/\s+/g, ' ').trim() : '';
  return text === '' ? '?' : cutTo(text, questionLimits.text);
}

function nearestOf(snapshots: readonly Snapshot[]): Experiment {
  const hasQ = snapshots.some(({ inOrder }) => inOrder.some(({ edge }) => edge && 'Q' in edge.data));
  return {
    ...defaultExperiment('question', hasQ ? 'mcts' : 'tree-of-thoughts'),
    problem: { family: 'question', text: problemText(snapshots) },
  };
}
