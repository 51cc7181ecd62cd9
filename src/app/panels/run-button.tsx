import { useStore } from 'zustand';
import { header } from '#words/en/header.ts';
import { useActions, useApp } from '../store/use-app.tsx';
import { comparesArms } from '../store/compare.ts';
import { Icon } from '../ui/icon.tsx';
import { useKeyHint } from '../ui/key-hint.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { sideBySide } from './compare/side-by-side.ts';

const CompareButton = lazyPart(
  sideBySide,
  (part) => part.CompareButton,
  () => null,
);

/** Run, or stop what runs; where several stand side by side, all of them. There is one at a time, in one place: it never moves under the finger. */
export function RunButton() {
  const app = useActions();
  const phase = useApp((state) => state.phase);
  const ranBefore = useApp(
    (state) => state.log !== null && state.log.origin !== 'recorded' && !state.log.trees,
  );
  const blocked = useApp((state) => app.setup.blocked(state));
  const compared = useStore(app.runs.compare.store);
  const hint = useKeyHint();
  const comparing = useApp((state) => comparesArms(state, compared));
  if (comparing && phase === 'idle') return <CompareButton />;
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
      title={blocked ?? hint(header.runKeys)}
    >
      <Icon name="play" size={14} />
      {ranBefore ? header.runAgain : header.run}
    </button>
  );
}
