import type { NodeId } from '#run/search-events.ts';
import type { RunState } from '#run/state.ts';
import { nodeName, stepText, valueOf } from '#views/search-tree/node-words.ts';
import { valueColour } from '#views/search-tree/value-ramp.ts';
import { useActions } from '#app/store/use-app.tsx';

/** A node's step, which selects it. */
export function NodeLink({ state, node }: { readonly state: RunState; readonly node: NodeId }) {
  const app = useActions();
  const known = state.tree[node];
  const value = known ? valueOf(known) : null;
  const answer = known?.answer && stepText(state, node) !== '' ? ` → ${known.answer.display}` : '';
  const name = `${nodeName(state, node)}${answer}`;
  return (
    <button
      type="button"
      className="node-link mono"
      title={name}
      onClick={() => app.view.select({ kind: 'node', node })}
    >
      <span
        className="node-dot"
        aria-hidden="true"
        style={value === null ? undefined : { background: valueColour(value) }}
      />
      <span className="node-link-text">{name}</span>
    </button>
  );
}
