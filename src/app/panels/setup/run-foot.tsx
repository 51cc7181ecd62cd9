import { useStore } from 'zustand';
import { setup } from '#words/en/setup.ts';
import { fieldFaultText } from '#app/store/field-fault-text.ts';
import { comparesArms } from '#app/store/compare.ts';
import { engineOf, missingGpu } from '#app/store/library-state.ts';
import { experimentOf } from '#app/store/main-tab.ts';
import { sameExperiment } from '#app/store/same-experiment.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import { RunButton } from '../run-button.tsx';
import { sideBySide } from '../compare/side-by-side.ts';
import { side } from '../side.ts';
import styles from './run-foot.module.css';

const ChangedNote = lazyPart(side, (part) => part.ChangedNote);
const CompareNote = lazyPart(
  sideBySide,
  (part) => part.CompareNote,
  () => null,
);

/** Run, always in sight, and above it why it cannot, or how what it would run differs from what is shown. */
export function RunFoot() {
  const app = useActions();
  const typo = useApp((state) => Object.values(state.invalid)[0]);
  const blocked = useApp((state) => app.setup.blocked(state));
  const draft = useApp((state) => state.draft);
  /** That there is no GPU stands by the model, and so does what to do. */
  const saidAbove = useApp(({ library }) => {
    const { ships, elsewhere } = engineOf(draft.model, library);
    return !ships && !elsewhere && missingGpu(library) !== null;
  });
  const compared = useStore(app.runs.compare.store);
  const comparing = useApp((state) => comparesArms(state, compared));
  const shown = useApp((state) => (state.tab === 'compare' ? null : experimentOf(state.log)));
  return (
    <section className={styles.root} aria-label={setup.run}>
      <div role="alert">
        {typo && (
          <p className={styles.invalid}>
            <Icon name="warning" size={14} />
            {fieldFaultText(typo)}
          </p>
        )}
      </div>
      {blocked !== null && !saidAbove && !typo && !comparing && (
        <p className={styles.note}>
          <Icon name="warning" size={13} />
          <span className={styles.why} title={blocked}>
            {blocked}
          </span>
        </p>
      )}
      {shown && !sameExperiment(shown, draft) && <ChangedNote run={shown} draft={draft} />}
      {comparing && !typo && <CompareNote />}
      <RunButton />
    </section>
  );
}
