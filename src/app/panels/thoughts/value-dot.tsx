import { amounts } from '#words/en/amounts.ts';
import { nodeValue, type TreeNodeState } from '#run/tree-state.ts';
import { classes } from '#views/classes.ts';
import { nodeValueWords } from '#views/search-tree/node-words.ts';
import { valueColour } from '#views/search-tree/value-ramp.ts';
import { thoughts } from '#words/en/thoughts.ts';
import { tree as treeWords } from '#words/en/tree.ts';
import styles from './value-dot.module.css';

/** What a node is worth: a number, beside a dot of the colour it has in the tree; how often it was visited, where that is counted. */
export function ValueDot({ node }: { readonly node: TreeNodeState }) {
  const value = nodeValue(node);
  const visits = node.visits > 0 ? thoughts.visitsSpoken(node.visits) : null;
  const title = [nodeValueWords(node), visits].filter((part) => part !== null).join(amounts.comma);
  if (title === '') return null;
  return (
    <span className={classes(styles.root, 'mono')} title={title}>
      {node.visits > 0 && <span className={styles.visits}>{thoughts.visits(node.visits)}</span>}
      {value !== null && (
        <>
          <span className={styles.dot} aria-hidden="true" style={{ background: valueColour(value) }} />
          {node.logged?.main != null ? treeWords.logged(node.logged.main) : treeWords.decimal(value)}
        </>
      )}
    </span>
  );
}
