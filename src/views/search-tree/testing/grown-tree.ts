import fc from 'fast-check';
import { fold } from '#run/fold.ts';
import { answerFor, logOf, tokensOf } from '#run/testing/fixtures.ts';
import type { RunEvent } from '#run/events.ts';
import { emptyRun, type RunState } from '#run/state.ts';
import { type ShownTree, shownTree } from '../shown-tree.ts';

/** What makes a tree: how its nodes choose their parents, and what happened to them. */
export interface TreeHabit {
  /** 0: any node may be the parent of the next one, so that the tree is wide; 1: the newest one is, a chain. */
  readonly depth: number;
  readonly seed: number;
}

export const treeHabits: fc.Arbitrary<TreeHabit> = fc.record({
  depth: fc.constantFrom(0, 0.2, 0.5, 0.8),
  seed: fc.nat(1e9),
});

/** A search of that many nodes at most eight steps deep, some visited, some pruned, some with an answer, which has chosen one. */
export function grownState(nodes: number, habit: TreeHabit, deepest = 8): RunState {
  return fold(
    emptyRun,
    grownEvents(nodes, habit, deepest).map((event, at) => ({ at, event })),
  );
}

/** Its events, from the start of the run to the choice of an answer. */
export function grownEvents(nodes: number, { depth, seed }: TreeHabit, deepest = 8): readonly RunEvent[] {
  const random = numbers(seed);
  const events: RunEvent[] = [logOf(['4'])[0]!.event, made(0, null, null, false)];
  const depths = [0];
  const open = [0];
  const visited: number[] = [];
  const pruned: number[] = [];
  let answering: number | null = null;
  for (let node = 1; node < nodes; node++) {
    const parent = random() < depth ? open.at(-1)! : open[Math.floor(random() * open.length)]!;
    depths[node] = depths[parent]! + 1;
    const ends = depths[node]! >= deepest || (node > 3 && random() < 0.2);
    if (!ends) open.push(node);
    events.push({
      type: 'sequence-started',
      sequence: node,
      label: { kind: 'step', step: depths[node]!, draw: null },
      prompt: [],
      from: parent,
    });
    for (const token of tokensOf(`${node} + ${parent} = ${node + parent}`))
      events.push({ type: 'token', sequence: node, token });
    events.push({ type: 'sequence-ended', sequence: node, reason: ends ? 'end-of-text' : 'stop' });
    events.push(made(node, parent, node, ends));
    if (ends) {
      answering ??= node;
      events.push({ type: 'answer-extracted', sequence: node, answer: answerFor(String(node)) });
    }
    const fate = random();
    if (fate < 0.3) visited.push(node);
    else if (fate < 0.5) pruned.push(node);
  }
  events.push({ type: 'nodes-kept', round: 1, kept: [], pruned, why: { kind: 'trace-cut' } });
  // A path of a log is no longer than a search is deep.
  for (let at = 0; at < visited.length; at += 100)
    events.push({
      type: 'backed-up',
      simulation: at / 100,
      value: 1,
      path: visited.slice(at, at + 100).map((node) => ({
        node,
        visitsBefore: 0,
        visitsAfter: 1 + Math.floor(random() * 20),
        valueBefore: 0,
        valueAfter: random(),
      })),
    });
  if (answering !== null)
    events.push({
      type: 'answer-chosen',
      answer: answerFor(String(answering)),
      by: { rule: 'best-node', node: answering, score: 1 },
    });
  return events;
}

function made(node: number, parent: number | null, sequence: number | null, ends: boolean): RunEvent {
  return { type: 'node-created', node, parent, sequence, end: ends ? 'terminal' : 'open', prior: null };
}

/** Numbers in [0, 1) from a seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const nothing: ReadonlySet<number> = new Set();

/** All of a tree, node by node. */
export function wholeTree(tree: RunState['tree'], folded: ReadonlySet<number> = nothing): ShownTree {
  return shownTree(tree, {
    rows: Infinity,
    gathers: false,
    folded,
    opened: nothing,
    always: nothing,
    first: nothing,
  });
}
