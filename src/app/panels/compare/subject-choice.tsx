import { choosableTraces } from '#answers/choose-again.ts';
import { compare } from '#words/en/compare.ts';
import type { Subject } from '#app/store/compare.ts';
import { hasBranches } from '#app/store/sides.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { classes } from '#views/classes.ts';
import styles from './compare-bar.module.css';

/** What stands side by side, where there is more than one thing that can. */
export function SubjectChoice({ subject }: { readonly subject: Subject }) {
  const app = useActions();
  const branched = useApp(hasBranches);
  const log = useApp((state) => state.log);
  const choosable = useApp(({ view }) => choosableTraces(view).length > 1);
  const ofRun = subject.kind === 'choices' ? subject.log : choosable ? log : null;
  if (!branched && !ofRun) return null;
  const subjects: readonly Subject[] = [
    { kind: 'arms' },
    ...(branched ? [{ kind: 'branches' } as const] : []),
    ...(ofRun ? [{ kind: 'choices', log: ofRun, ways: null } as const] : []),
  ];
  return (
    <select
      className={classes('field-select', styles.subject)}
      aria-label={compare.subject.label}
      value={subject.kind}
      onChange={(event) => {
        const next = subjects.find(({ kind }) => kind === event.currentTarget.value);
        if (next) app.runs.showSideBySide(next);
      }}
    >
      {subjects.map(({ kind }) => (
        <option key={kind} value={kind}>
          {compare.subject[kind]}
        </option>
      ))}
    </select>
  );
}
