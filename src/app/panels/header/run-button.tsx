import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import styles from './header.module.css';
import { header } from '#words/en/header.ts';

/** Run, or stop what runs. One place, one width: it never moves under the finger. */
export function RunButton() {
  const app = useActions();
  const phase = useApp((state) => state.phase);
  const ranBefore = useApp((state) => state.log !== null && state.log.origin !== 'recorded');
  const blocked = useApp((state) => app.setup.blocked(state));
  if (phase !== 'idle') {
    return (
      <button
        type="button"
        className={classes('button', styles.runButton, 'button-danger')}
        onClick={app.runs.cancel}
        disabled={phase === 'stopping'}
      >
        <Icon name="stop" size={14} />
        {phase === 'stopping' ? header.stopping : header.cancel}
      </button>
    );
  }
  return (
    <button
      type="button"
      className={classes('button button-primary', styles.runButton)}
      onClick={app.runs.start}
      disabled={blocked !== null}
      title={blocked ?? header.runKeys}
    >
      <Icon name="play" size={14} />
      {ranBefore ? header.runAgain : header.run}
    </button>
  );
}
