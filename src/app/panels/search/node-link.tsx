import type { NodeId } from '#run/search-events.ts';
import type { RunState } from '#run/state.ts';
import { nodeValue } from '#run/tree-state.ts';
import { nodeName, stepText } from '#views/search-tree/node-words.ts';
import { valueColour } from '#views/search-tree/value-ramp.ts';
import { search } from '#words/en/search.ts';
import { useActions } from '#app/store/use-app.tsx';
import { classes } from '#views/classes.ts';
import styles from './node-link.module.css';

/** A node's step, which selects it. */
export function NodeLink({ state, node }: { readonly state: RunState; readonly node: NodeId }) {
  const app = useActions();
  const known = state.tree[node];
  const value = known ? nodeValue(known) : null;
  const step = nodeName(state, node);
  const name =
    known?.answer && stepText(state, node) !== ''
      ? search.node.answer({ step, answer: known.answer.display })
      : step;
  return (
    <button
      type="button"
      className={classes(styles.root, 'mono')}
      title={name}
      onClick={() => app.view.select({ kind: 'node', node })}
    >
      <span
        className={styles.dot}
        aria-hidden="true"
        style={value === null ? undefined : { background: valueColour(value) }}
      />
      <span className={styles.text} translate="no">
        {name}
      </span>
    </button>
  );
}
