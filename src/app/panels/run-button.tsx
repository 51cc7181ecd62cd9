import { header } from '#words/en/header.ts';
import { useActions, useApp } from '../store/use-app.tsx';
import { Icon } from '../ui/icon.tsx';

/** Run, or stop what runs. There is one at a time, in one place: it never moves under the finger. */
export function RunButton() {
  const app = useActions();
  const phase = useApp((state) => state.phase);
  const ranBefore = useApp(
    (state) => state.log !== null && state.log.origin !== 'recorded' && !state.log.trees,
  );
  const blocked = useApp((state) => app.setup.blocked(state));
  if (phase !== 'idle') {
    return (
      <button
        type="button"
        className="button button-danger"
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
      className="button button-primary"
      onClick={app.runs.start}
      disabled={blocked !== null}
      title={blocked ?? header.runKeys}
    >
      <Icon name="play" size={14} />
      {ranBefore ? header.runAgain : header.run}
    </button>
  );
}
