import type { NodeId } from '../../../run/search-events.ts';
import type { RunState, Sequence } from '../../../run/state.ts';
import { sequenceOf } from '../../../run/state.ts';
import { traceText } from '../../../run/trace-text.ts';
import { pathTo } from '../../../run/tree-state.ts';
import type { LoggedToken } from '../../../run/token.ts';

/** The thought that leads to a node, its own step included, as it was written and may be edited. */
export function pathText(state: RunState, node: NodeId): string {
  const tokens = pathTo(state.tree, node).flatMap(({ sequence }) => (sequence === null ? [] : (sequenceOf(state, sequence)?.tokens ?? [])));
  // A search that started from an edited thought has it in its root's prompt.
  const begun = state.experiment?.start?.text ?? '';
  return [begun, thoughtText(tokens)].filter((text) => text !== '').join(' ');
}

/** The thought of a trace up to a token, that one included. */
export function textUpTo(state: RunState, sequence: Sequence, index: number): string {
  const begun = state.experiment?.start?.text ?? '';
  return [begun, thoughtText(sequence.tokens.slice(0, index + 1))].filter((text) => text !== '').join(' ');
}

/** Answers and tags are no part of a thought that goes on. */
function thoughtText(tokens: readonly LoggedToken[]): string {
  return traceText(tokens.filter(({ role }) => role === 'thought' || role === 'wait'));
}
