import type { PassageKind } from '#run/passages/passage-kinds.ts';
import styles from './kind-sign.module.css';

/** A sign beside the colour: marks that need no language. */
const signs = {
  plan: '◇',
  compute: '=',
  check: '✓',
  doubt: '?',
  backtrack: '↩',
  conclude: '∴',
  rest: '·',
} as const satisfies Record<PassageKind, string>;

/** The sign of a kind of passage, in its colour's box. What it stands for is said beside it or in a label. */
export function KindSign({ kind }: { readonly kind: PassageKind }) {
  return (
    <span className={styles.root} data-kind={kind} aria-hidden="true">
      {signs[kind]}
    </span>
  );
}
