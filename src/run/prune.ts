import * as v from 'valibot';
import { type Experiment, prunedSchema, type Start } from '#experiment/experiment.ts';
import { startTokens, tokensAt } from './branch.ts';
import type { NodeId } from './search-events.ts';
import type { RunState } from './state.ts';
import type { LoggedToken } from './token.ts';
import { traceText } from './trace-text.ts';

/**
 * The path to a node in writing, its own step included: what the run itself started from, then all that was written,
 * tags and answers too, so that a step that only answers is not taken for the step before it.
 */
export function pathText(start: string, written: readonly LoggedToken[]): string {
  return traceText([...startTokens(start), ...written]);
}

/** The experiment that does not follow a node's step; null for the root, and where no more can be pruned. */
export function prunedAt(state: RunState, node: NodeId): Experiment | null {
  const { experiment } = state;
  if (!experiment || state.tree[node]?.parent == null) return null;
  const path = pathText(experiment.start?.text ?? '', tokensAt(state, { kind: 'node', node }));
  const pruned = [...new Set([...(experiment.pruned ?? []), path])];
  return v.is(prunedSchema, pruned) ? { ...experiment, pruned } : null;
}

/** Tells the paths that an experiment prunes from all others; null where it prunes none. */
export function prunes({
  start,
  pruned,
}: {
  readonly start?: Start;
  readonly pruned?: readonly string[];
}): ((written: readonly LoggedToken[]) => boolean) | null {
  if (!pruned) return null;
  const paths = new Set(pruned);
  return (written) => paths.has(pathText(start?.text ?? '', written));
}
