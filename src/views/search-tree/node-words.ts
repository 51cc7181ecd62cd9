import type { NodeId } from '#run/search-events.ts';
import { type RunState, type Sequence, sequenceOf } from '#run/state.ts';
import { traceText } from '#run/trace-text.ts';
import type { TreeNodeState } from '#run/tree-state.ts';
import { amounts } from '#words/en/amounts.ts';
import { plural } from '#words/en/format.ts';

/** By trace: one that did not grow is the same object in every state. */
const steps = new WeakMap<Sequence, string>();

/** What a node's step says, its answer left out: `9 − 3 = 6`. Empty for the root and where nothing was thought. */
export function stepText(state: RunState, node: NodeId): string {
  const number = state.tree[node]?.sequence ?? null;
  const sequence = number === null ? undefined : sequenceOf(state, number);
  if (!sequence) return '';
  let text = steps.get(sequence);
  if (text === undefined) {
    text = readable(traceText(sequence.tokens.filter(({ role }) => role === 'thought' || role === 'wait')));
    steps.set(sequence, text);
  }
  return text;
}

/** Operators as a person writes them, and without the numbers left that a countdown step ends in. */
export function readable(text: string): string {
  return text
    .replace(/\s*\[[^[\]]*\]$|;$/, '')
    .replaceAll(' - ', ' − ')
    .replaceAll(' * ', ' × ');
}

/** What a node is called: its step, or its answer, or what it is. */
export function nodeName(state: RunState, node: NodeId): string {
  const known = state.tree[node];
  return (
    stepText(state, node) || known?.answer?.display || (known?.parent === null ? 'Start' : `Node ${node}`)
  );
}

/** The value that a node is coloured by: the mean of what came back, or else its score; null before either, and where it has none. */
export function nodeValue({ visits, value, score }: TreeNodeState): number | null {
  return visits > 0 ? value : score;
}

/** That value in words; that it was looked at and has none; null before either. */
export function nodeValueWords(node: TreeNodeState): string | null {
  const value = nodeValue(node);
  if (value !== null) return `${node.visits > 0 ? 'value' : 'score'} ${amounts.decimal(value)}`;
  return isUnjudged(node) ? 'not judged' : null;
}

/** Whether a verifier looked at the node and could not say what it is worth. */
export function isUnjudged({ verifier, score }: TreeNodeState): boolean {
  return verifier !== null && score === null;
}

/** A node and its numbers in one line, for those who hear the page. */
export function nodeSentence(state: RunState, node: NodeId): string {
  const known = state.tree[node];
  if (!known) return '';
  const parts = [
    nodeName(state, node),
    known.parent === null ? 'the prompt, before any step' : `step ${known.depth}`,
  ];
  if (known.answer && stepText(state, node)) parts.push(`answers ${known.answer.display}`);
  if (known.grade && known.grade.outcome !== 'ungraded') parts.push(known.grade.outcome);
  const said = nodeValueWords(known);
  if (said !== null) parts.push(said);
  if (known.visits > 0) parts.push(plural(known.visits, { one: '# visit', other: '# visits' }));
  if (known.end === 'dead') parts.push('cut off');
  if (known.status !== 'live') parts.push(known.status);
  return parts.join(', ');
}
