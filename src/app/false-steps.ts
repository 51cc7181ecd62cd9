import { useMemo } from 'react';
import { type FalseReason, type FalseStep, falseReason } from '#run/facts/false-step.ts';
import type { Fault } from '#run/facts/fault.ts';
import type { NodeId } from '#run/search-events.ts';
import type { RunState, Sequence } from '#run/state.ts';
import { laterPart } from './later-part.ts';
import { usePart } from './ui/use-part.ts';

/** The rules of the problem families: checked by rule, not by the model. Fetched where something is shown that they can judge. */
export const stepRules = laterPart(() => import('#verifiers/false-steps.ts'));

/** The steps of a trace that are false by rule, as places in its tokens; [] while the rules have not come. */
export function useFalseSteps(state: RunState, sequence: Sequence): readonly FalseStep[] {
  const rules = usePart(stepRules);
  // Kept by sequence, so that it costs nothing to ask again.
  return state.elsewhere ? none : (rules?.falseSteps(state, sequence) ?? none);
}

/** Of some nodes of the search tree those whose own step is false by rule, and why; empty while the rules have not come. */
export function useFalseNodes(state: RunState, nodes: readonly NodeId[]): ReadonlyMap<NodeId, FalseReason> {
  const rules = usePart(stepRules);
  return useMemo(
    // How another program writes its steps, the rules do not know.
    () =>
      rules && !state.elsewhere
        ? new Map(
            [...rules.falseNodes(state, nodes)]
              .filter(([node, fault]) => !isGraded(state, node, fault))
              .map(([node, fault]) => [node, falseReason(fault)]),
          )
        : noNodes,
    [rules, state, nodes],
  );
}

/** An answer that is wrong has its cross: the step that it stands at may be true. */
const isGraded = ({ tree }: RunState, node: NodeId, { kind }: Fault): boolean =>
  kind.startsWith('answer-') && tree[node]?.grade?.outcome === 'wrong';

const none: readonly FalseStep[] = [];
const noNodes: ReadonlyMap<NodeId, FalseReason> = new Map();
