import type { NodeId } from './search-events.ts';
import type { RunState } from './state.ts';
import { sequenceOf } from './state.ts';
import { traceText } from './trace-text.ts';

/** Longer steps are cut: they stand amid a sentence. */
const mostCharacters = 60;

/**
 * A node's step in a few characters: `9 − 3 = 6`. Control tags are left out, and what stands in brackets at its end (the
 * numbers that are left, in a countdown). Null for the root and where nothing was written.
 */
export function nodeText(state: RunState, node: NodeId): string | null {
  const sequence = state.tree[node]?.sequence ?? null;
  const tokens = sequence === null ? [] : (sequenceOf(state, sequence)?.tokens ?? []);
  const text = traceText(tokens.filter(({ role }) => role !== 'control'))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*\[[^[\]]*\]$|;$/, '')
    .replaceAll(' - ', ' − ')
    .replaceAll(' * ', ' × ');
  if (text === '') return null;
  return text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters - 1)}…`;
}
