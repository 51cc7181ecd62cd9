import { useMemo } from 'react';
import type { Fault } from '#run/facts/fault.ts';
import type { NodeId } from '#run/search-events.ts';
import type { RunState, Sequence } from '#run/state.ts';
import type { FalseStep } from '#verifiers/false-steps.ts';
import { laterPart } from './later-part.ts';
import { usePart } from './ui/use-part.ts';

/** The rules of the problem families: checked by rule, not by the model. Fetched where something is shown that they can judge. */
export const stepRules = laterPart(() => import('#verifiers/false-steps.ts'));

/** The steps of a trace that are false by rule, as places in its tokens; [] while the rules have not come. */
export function useFalseSteps(state: RunState, sequence: Sequence): readonly FalseStep[] {
  const rules = usePart(stepRules);
  // Kept by sequence, so that it costs nothing to ask again.
  return rules?.falseSteps(state, sequence) ?? none;
}

/** The nodes of the search tree whose own step is false by rule, with what is wrong; empty while the rules have not come. */
export function useFalseNodes(state: RunState): ReadonlyMap<NodeId, Fault> {
  const rules = usePart(stepRules);
  return useMemo(() => rules?.falseNodes(state) ?? noNodes, [rules, state]);
}

const none: readonly FalseStep[] = [];
const noNodes: ReadonlyMap<NodeId, Fault> = new Map();
