import type { Experiment } from '#experiment/experiment.ts';
import { setup } from '#words/en/setup.ts';
import { useActions } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import styles from './run-foot.module.css';
import { setupChanges } from './setup-changes.ts';

/** As many changes are named as there is room for. */
const named = 2;

/** How what is set up differs from the run on the stage, and the way back to what that ran with. */
export function ChangedNote({ run, draft }: { readonly run: Experiment; readonly draft: Experiment }) {
  const app = useActions();
  const changes = setupChanges(run, draft);
  return (
    <div className={styles.note}>
      <Icon name="sliders" size={13} />
      <span className={styles.changes} title={setup.changed(changes, 0)}>
        {setup.changed(changes.slice(0, named), Math.max(0, changes.length - named))}
      </span>
      <button
        type="button"
        className={styles.takeBack}
        title={setup.takeBackHelp}
        onClick={() => app.setup.setExperiment(run)}
      >
        {setup.takeBack}
      </button>
    </div>
  );
}
