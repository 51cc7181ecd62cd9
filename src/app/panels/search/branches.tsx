import { Rich } from '#views/rich.tsx';
import { search } from '#words/en/search.ts';
import type { Branch } from '#app/store/app-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import styles from './branches.module.css';

/** The original run and what was tried from it: the way back. */
export function Branches() {
  const app = useActions();
  const branches = useApp((state) => state.branches);
  const log = useApp((state) => state.log);
  const busy = useApp((state) => state.phase !== 'idle');
  return (
    <nav className={styles.root} aria-label={search.branches.label}>
      <ol>
        {branches.map((branch) => (
          <li key={branch.name}>
            <button
              type="button"
              className={styles.branch}
              aria-current={branch.log === log ? 'true' : undefined}
              disabled={busy && branch.log !== log}
              title={titleOf(branch)}
              onClick={() => app.runs.showBranch(branch)}
            >
              {branch.name}
              {branch.start && (
                <span className={classes('quiet mono', styles.start)} translate="no">
                  …{branch.start.slice(-18)}
                </span>
              )}
              {branch.pruned && (
                <span className={classes('quiet', styles.start)}>
                  <Rich
                    text={search.branches.without(`…${branch.pruned.slice(-18)}`)}
                    parts={{
                      step: <span className="mono" translate="no" />,
                    }}
                  />
                </span>
              )}
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            className="button button-small"
            onClick={() => app.runs.showSideBySide({ kind: 'branches' })}
          >
            <Icon name="compare" size={13} />
            {search.branches.sideBySide}
          </button>
        </li>
      </ol>
    </nav>
  );
}

function titleOf({ start, pruned }: Branch): string {
  if (pruned !== undefined) return search.branches.neverFollows(pruned);
  return start ?? search.branches.original;
}
