import type { NodeId } from './search-events.ts';
import type { RunState } from './state.ts';
import { sequenceOf } from './state.ts';
import type { LoggedToken } from './token.ts';
import { traceText } from './trace-text.ts';
import { pathTo } from './tree-state.ts';

/** Where in a run another may begin: after a node's step, or after so many tokens of a trace. */
export type BranchPlace =
  | { readonly kind: 'node'; readonly node: NodeId }
  | { readonly kind: 'trace'; readonly sequence: number; readonly tokens: number };

/**
 * The thought up to a place as a person reads and edits it: what the run itself started from, then what was written.
 * Tags and answers are left out. Written back by the model's own rules the text gives the same tokens again; where a
 * node's step is of several traces (rStar's sub-questions), only the one that finished it is there.
 */
export function thoughtAt(state: RunState, place: BranchPlace): string {
  const thought = tokensAt(state, place).filter(({ role }) => role === 'thought' || role === 'wait');
  return traceText([...startTokens(state.experiment?.start?.text ?? ''), ...thought]);
}

/** A number at the end stands alone: digits that the model wrote next may belong to it, and go before it. */
export function startTokens(text: string): readonly LoggedToken[] {
  const [, before = '', number = ''] = /^(.*?)(\d*)$/s.exec(text) ?? [];
  return [before, number]
    .filter((part) => part !== '')
    .map((part) => ({
      id: 0,
      text: part,
      placement: 'joined',
      role: 'thought',
      logprob: null,
      forced: true,
      alternatives: [],
    }));
}

/** What was written up to a place, tags and answers included. */
export function tokensAt(state: RunState, place: BranchPlace): readonly LoggedToken[] {
  switch (place.kind) {
    case 'node':
      return pathTo(state.tree, place.node).flatMap(({ sequence }) =>
        sequence === null ? [] : (sequenceOf(state, sequence)?.tokens ?? []),
      );
    case 'trace': {
      const trace = sequenceOf(state, place.sequence);
      if (!trace) return [];
      const before = trace.from === null ? [] : tokensAt(state, { kind: 'node', node: trace.from });
      return [...before, ...trace.tokens.slice(0, place.tokens)];
    }
  }
}
