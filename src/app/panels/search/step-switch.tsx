import { search } from '#words/en/search.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';

/** In a search: between the current step's numbers and what was selected last. */
export function StepSwitch() {
  const app = useActions();
  const selection = useApp((state) => state.selection);
  const selected = selection !== null && selection.kind !== 'step';
  if (!selected) return null;
  return (
    <button
      type="button"
      className="button button-small inspector-switch"
      onClick={() => app.view.select({ kind: 'step' })}
    >
      {search.tree.whatStepDid}
    </button>
  );
}
