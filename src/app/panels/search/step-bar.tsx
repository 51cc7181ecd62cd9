import { type AlgorithmStepKind, algorithmSteps, stepAt } from '#run/algorithm-steps.ts';
import { search } from '#words/en/search.ts';
import { experimentOf } from '#app/store/main-tab.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { useKeyHint } from '#app/ui/key-hint.ts';
import { nextOfKind, stepKindsOf } from './step-kinds.ts';
import { classes } from '#views/classes.ts';
import styles from './step-bar.module.css';

/** Back and forth by the algorithm's own steps, and from any step to the next of one kind. */
export function StepBar() {
  const app = useActions();
  const hint = useKeyHint();
  const log = useApp((state) => state.log);
  const cursor = useApp((state) => state.cursor);
  const strategy = experimentOf(log)?.strategy;
  if (!log || !strategy) return null;
  const steps = algorithmSteps(log.entries);
  const current = stepAt(steps, cursor);
  const number = current ? steps.indexOf(current) + 1 : 0;
  const there = new Set(steps.map(({ kind }) => kind));
  const kinds = stepKindsOf(strategy).filter((kind) => there.has(kind));
  return (
    <fieldset className={styles.root} aria-label={search.stepBar.label}>
      <button
        type="button"
        className="button button-small button-icon"
        aria-label={search.stepBar.back}
        title={hint(search.stepBar.backKey)}
        disabled={number <= 1 && cursor <= (steps[0]?.cursor ?? 0)}
        onClick={() => app.view.stepAlgorithm(-1)}
      >
        <Icon name="stepBack" size={14} />
      </button>
      <button
        type="button"
        className="button button-small button-icon"
        aria-label={search.stepBar.on}
        title={hint(search.stepBar.onKey)}
        disabled={(steps.at(-1)?.cursor ?? 0) <= cursor}
        onClick={() => app.view.stepAlgorithm(1)}
      >
        <Icon name="stepOn" size={14} />
      </button>
      <span
        className={styles.kinds}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is for form fields
        role="group"
        aria-label={search.stepBar.kinds}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls where it is too long, by arrow keys too
        tabIndex={0}
      >
        {kinds.map((kind) => (
          <KindButton
            key={kind}
            kind={kind}
            current={current?.kind === kind && current.cursor === cursor}
            next={nextOfKind(steps, cursor, kind)}
            onGo={app.view.seek}
          />
        ))}
      </span>
      <span className={classes(styles.count, 'mono')} title={search.stepBar.count}>
        {number} / {steps.length}
      </span>
    </fieldset>
  );
}

interface KindButtonProps {
  readonly kind: AlgorithmStepKind;
  readonly current: boolean;
  readonly next: number | null;
  readonly onGo: (cursor: number) => void;
}

function KindButton({ kind, current, next, onGo }: KindButtonProps) {
  const name = search.steps[kind];
  return (
    <button
      type="button"
      className={styles.kind}
      aria-current={current ? 'step' : undefined}
      disabled={next === null && !current}
      title={search.stepBar.nextOf(name)}
      onClick={() => next !== null && onGo(next)}
    >
      {name}
    </button>
  );
}
