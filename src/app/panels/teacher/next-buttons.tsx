import { verifiers } from '#words/en/verifiers.ts';
import { lookUp } from '#experiment/keys-of.ts';
import { problemText } from '#experiment/problem.ts';
import { strategies } from '#words/en/strategies.ts';
import { teacher } from '#words/en/teacher.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import type { Next, NextExperiment } from './changes.ts';
import { Marked } from './marked.tsx';
import styles from './teacher.module.css';

/** What to try next: each button sets up exactly that and runs it. */
export function NextButtons({ offered }: { readonly offered: readonly NextExperiment[] }) {
  const app = useActions();
  const busy = useApp((state) => state.phase !== 'idle');
  if (offered.length === 0) return null;
  return (
    <section className={styles.part} aria-label={teacher.parts.next}>
      <h3 className={styles.head}>{teacher.parts.next}</h3>
      <ul className={styles.next}>
        {offered.map(({ next, experiment }) => {
          const { title, changes } = wordsOf(next);
          return (
            <li key={`${next.kind} ${title}`}>
              <button
                type="button"
                className={styles.nextButton}
                title={teacher.runs}
                disabled={busy}
                onClick={() => {
                  app.setup.setExperiment(experiment);
                  app.runs.start();
                }}
              >
                <Icon name="play" size={13} />
                <span className={styles.nextTitle}>{title}</span>
                <span className={styles.nextChanges}>
                  <Marked text={changes} />
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function wordsOf(next: Next): { readonly title: string; readonly changes: string } {
  switch (next.kind) {
    case 'vote':
      return {
        title: teacher.next.vote.title(next.samples),
        changes: teacher.next.vote.changes(next.before),
      };
    case 'best-of':
      return { title: teacher.next['best-of'].title(next.samples), changes: teacher.next['best-of'].changes };
    case 'judge':
      return {
        title:
          lookUp(teacher.next.judge.title, next.verifier) ??
          teacher.next.judge.any.title(verifiers[next.verifier].name),
        changes: lookUp(teacher.next.judge.changes, next.verifier) ?? teacher.next.judge.any.changes,
      };
    case 'stop-early':
      return {
        title: teacher.next['stop-early'].title,
        changes: teacher.next['stop-early'].changes(next.samples),
      };
    case 'search':
      return {
        title: teacher.next.search.title(strategies[next.strategy].name),
        changes: teacher.next.search.changes,
      };
    case 'wider':
    case 'narrower':
      return {
        title: teacher.next[next.kind].title(next.width),
        changes: teacher.next[next.kind].changes(next.before),
      };
    case 'simulations':
      return {
        title: teacher.next.simulations.title(next.simulations),
        changes: teacher.next.simulations.changes(next.before),
      };
    case 'deeper':
      return {
        title: teacher.next.deeper.title(next.steps),
        changes: teacher.next.deeper.changes(next.before),
      };
    case 'no-waits':
      return { title: teacher.next['no-waits'].title, changes: teacher.next['no-waits'].changes(next.waits) };
    case 'tokens':
      return {
        title: teacher.next.tokens.title(next.tokens),
        changes: teacher.next.tokens.changes(next.before),
      };
    case 'seed':
      return { title: teacher.next.seed.title(next.seed), changes: teacher.next.seed.changes };
    case 'another-problem':
      return {
        title: teacher.next['another-problem'].title,
        changes: teacher.next['another-problem'].changes(problemText(next.problem)),
      };
    case 'scores-vote':
    case 'think-first':
    case 'check-itself':
    case 'budget':
      return teacher.next[next.kind];
  }
}
