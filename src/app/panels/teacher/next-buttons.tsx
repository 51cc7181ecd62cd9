import { tryNext } from '#words/en/try-next.ts';
import { verifiers } from '#words/en/verifiers.ts';
import { lookUp } from '#experiment/keys-of.ts';
import { strategies } from '#words/en/strategies.ts';
import { teacher } from '#words/en/teacher.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { OfferButton } from '#app/ui/offer-button.tsx';
import type { Next, NextExperiment } from './next-experiment.ts';
import { Marked } from './marked.tsx';
import { problems as problemWords } from '#words/en/problems.ts';
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
              <OfferButton
                icon="play"
                title={title}
                hint={tryNext.runs}
                disabled={busy}
                onClick={() => {
                  app.setup.setExperiment(experiment);
                  app.runs.start();
                }}
              >
                <Marked text={changes} />
              </OfferButton>
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
        title: tryNext.vote.title(next.samples),
        changes: tryNext.vote.changes(next.before),
      };
    case 'best-of':
      return {
        title: tryNext['best-of'].title(next.samples),
        changes: tryNext['best-of'].changes,
      };
    case 'judge':
      return {
        title:
          lookUp(tryNext.judge.title, next.verifier) ??
          tryNext.judge.any.title(verifiers[next.verifier].name),
        changes: lookUp(tryNext.judge.changes, next.verifier) ?? tryNext.judge.any.changes,
      };
    case 'stop-early':
      return {
        title: tryNext['stop-early'].title,
        changes: tryNext['stop-early'].changes(next.samples),
      };
    case 'search':
      return {
        title: tryNext.search.title(strategies[next.strategy].name),
        changes: next.another ? tryNext.search.another : tryNext.search.changes,
      };
    case 'wider':
    case 'narrower':
      return {
        title: tryNext[next.kind].title(next.width),
        changes: tryNext[next.kind].changes(next.before),
      };
    case 'simulations':
      return {
        title: tryNext.simulations.title(next.simulations),
        changes: tryNext.simulations.changes(next.before),
      };
    case 'deeper':
      return {
        title: tryNext.deeper.title(next.steps),
        changes: tryNext.deeper.changes(next.before),
      };
    case 'no-waits':
      return {
        title: tryNext['no-waits'].title,
        changes: tryNext['no-waits'].changes(next.waits),
      };
    case 'tokens':
      return {
        title: tryNext.tokens.title(next.tokens),
        changes: tryNext.tokens.changes(next.before),
      };
    case 'seed':
      return { title: tryNext.seed.title(next.seed), changes: tryNext.seed.changes };
    case 'another-problem':
      return {
        title: tryNext['another-problem'].title,
        changes: tryNext['another-problem'].changes(firstSentence(problemWords.text(next.problem))),
      };
    case 'scores-vote':
    case 'think-first':
    case 'check-itself':
    case 'budget':
      return tryNext[next.kind];
  }
}

/** A puzzle is several sentences; which one is meant is told by its first, which stands at the end of another. */
function firstSentence(text: string): string {
  const end = text.indexOf('. ');
  return end === -1 ? text : text.slice(0, end);
}
