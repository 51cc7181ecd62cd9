import type { NodeId } from '#run/search-events.ts';
import { type RunState, sequenceOf } from '#run/state.ts';
import { textBySequence } from '#run/step-text.ts';
import { traceText } from '#run/trace-text.ts';
import { nodeValue, type TreeNodeState } from '#run/tree-state.ts';
import { tree } from '#words/en/tree.ts';
import { ownText, readable, subQuestion } from './sub-question.ts';

/** What a node's step says, its answer left out: `9 − 3 = 6`; where it answers a sub-question, after that one. Empty for the root and where nothing was thought. */
export function stepText(state: RunState, node: NodeId): string {
  const number = state.tree[node]?.sequence ?? null;
  const sequence = number === null ? undefined : sequenceOf(state, number);
  if (!sequence) return '';
  const question = subQuestion(state, sequence);
  return question === '' ? thoughtOf(sequence) : `${question} ${ownText(sequence)}`;
}

const thoughtOf = textBySequence(({ tokens }) =>
  readable(traceText(tokens.filter(({ role }) => role === 'thought' || role === 'wait'))),
);

/** Without the blanks around operators, where there is little room. */
export function compact(text: string): string {
  return text.replace(/ ([−+×÷*/=<>]) /g, '$1');
}

/** What a node is called: its step, or its answer, or what it is. */
export function nodeName(state: RunState, node: NodeId): string {
  const known = state.tree[node];
  return (
    stepText(state, node) || known?.answer?.display || (known?.parent === null ? tree.start : tree.node(node))
  );
}

/** The value that a node is coloured by, in words; that it was looked at and has none; null before either. */
export function nodeValueWords(node: TreeNodeState): string | null {
  if (node.logged) return node.logged.main === null ? null : tree.inLog(node.logged.main);
  const value = nodeValue(node);
  if (value !== null) return node.visits > 0 ? tree.value(value) : tree.score(value);
  return isUnjudged(node) ? tree.notJudged : null;
}

/** Whether a verifier looked at the node and could not say what it is worth. */
export function isUnjudged({ verifier, score }: TreeNodeState): boolean {
  return verifier !== null && score === null;
}

/** A node and its numbers in one line, for those who hear the page. */
export function nodeSentence(state: RunState, node: NodeId): string {
  const known = state.tree[node];
  if (!known) return '';
  const { answer, grade } = known;
  return tree.spoken({
    name: nodeName(state, node),
    depth: known.depth,
    answer: answer && stepText(state, node) ? answer.display : null,
    outcome: grade && grade.outcome !== 'ungraded' ? grade.outcome : null,
    valued: nodeValueWords(known),
    visits: known.visits,
    cutOff: known.end === 'dead',
    status: known.status,
  });
}
