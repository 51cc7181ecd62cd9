import { prunedAt } from '#run/prune.ts';
import type { RunState } from '#run/state.ts';
import type { TreeNodeState } from '#run/tree-state.ts';
import { search } from '#words/en/search.ts';
import { sameExperiment } from '#app/store/same-experiment.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';

/** Runs again without a step. Not while a run is under way: its log is not complete yet. */
export function PruneButton({ state, node }: { readonly state: RunState; readonly node: TreeNodeState }) {
  const app = useActions();
  const busy = useApp((one) => one.phase !== 'idle');
  const without = prunedAt(state, node.node);
  const already = without !== null && state.experiment !== null && sameExperiment(without, state.experiment);
  const possible = without !== null && !already;
  return (
    <button
      type="button"
      className="button button-small"
      disabled={busy || !possible}
      title={titleOf(already, possible)}
      onClick={() => app.runs.prune(node.node)}
    >
      <Icon name="close" size={13} />
      {search.prune.button}
    </button>
  );
}

function titleOf(already: boolean, possible: boolean): string {
  if (already) return search.prune.already;
  return possible ? search.prune.help : search.prune.full;
}
