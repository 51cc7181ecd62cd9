import { useEffect, useRef, useState } from 'react';
import { runOfPage, setupsOf } from '#learn/chapter.ts';
import { grpoTargets } from '#learn/grpo-targets.ts';
import { laterPart } from '#app/later-part.ts';
import { areaFragment } from '#app/store/areas.ts';
import { sameExperiment } from '#app/store/same-experiment.ts';
import { useActions } from '#app/store/use-app.tsx';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import { sourceUrl } from '#experiment/sources.ts';
import { teacher } from '#words/en/teacher.ts';
import { lessonWords } from '#words/en/lessons.ts';
import { type PageWords, saidOf } from '#words/lesson-words.ts';
import { Marked } from '../teacher/marked.tsx';
import type { ChapterPart } from '#words/chapter-parts.ts';
import { GuessForm } from './guess-form.tsx';
import { LessonFormula } from './lesson-formula.tsx';
import styles from './lesson.module.css';
import { TaskBox } from './task-box.tsx';
import { usePageProgress } from './page-progress.ts';
import { type PageState, usePageState } from './use-task.ts';
import { Widget } from './widgets.tsx';

const SourceCode = lazyPart(
  laterPart(() => import('./source-code.tsx')),
  (part) => part.SourceCode,
);

/** What a page says once its task is done, with the facts of the run; null where the run lacks one of them. */
export function saidAfter(words: PageWords, { page, ran, beside, done }: PageState): string | null {
  // It reads only what the page declares: a test runs every page.
  return done ? saidOf(words, page.facts ?? [], beside ?? (ran ? { ran } : {})) : null;
}

/** One page: what it is about, a guess, what to do, and what came of it. */
export function LessonPage({ part, at }: { readonly part: ChapterPart; readonly at: number }) {
  const page = part.chapter.pages[at];
  const { guess, pageDone, choose, see } = usePageProgress(page);
  const sweeps = page?.widget === 'sweep';
  const state = usePageState(part, at, pageDone);
  // A page that is opened anew begins at its title.
  const [doneBefore] = useState(state?.done ?? false);
  useOpened(part, at);
  const words = page && part.words.pages[page.id];
  if (!state || !page || !words) return null;
  const after = saidAfter(words, state);
  const said = (
    <div aria-live="polite">{after !== null && <After text={after} first={sweeps} still={doneBefore} />}</div>
  );
  return (
    <div className={styles.content}>
      <h3 className={styles.title}>{words.title}</h3>
      <p>
        <Marked text={words.text} />
      </p>
      {page.guess && words.guess && (
        <GuessForm
          words={words.guess}
          guess={page.guess}
          chosen={guess}
          revealed={state.done}
          onChoose={choose}
        />
      )}
      <TaskBox part={part} at={at} state={state} words={words} />
      {/* What a curve comes to stands above it, so that both are seen together. */}
      {sweeps && said}
      <Widget page={page} done={state.done} onDone={see} />
      {!sweeps && said}
      {page.formula && (
        <div>
          <LessonFormula name={page.formula} run={state.ran} />
          {words.letters && <p className={styles.letters}>{words.letters}</p>}
        </div>
      )}
      {page.code && (
        <details className={styles.code}>
          <summary>{lessonWords.code}</summary>
          <SourceCode file={page.code} />
        </details>
      )}
      {page.source && (
        <p className={styles.from}>
          {teacher.source}{' '}
          <a href={sourceUrl(page.source)} target="_blank" rel="noreferrer" translate="no">
            {page.source.authors}
          </a>
        </p>
      )}
      {/* What the lens is set to would tell what is still to be guessed. */}
      {page.readOn && words.readOn && (state.done || !page.readOn.grpo) && (
        <p>
          {words.there !== undefined && page.readOn.grpo && (
            <>
              {typeof words.there === 'string'
                ? words.there
                : words.there(grpoTargets[page.readOn.grpo].sees)}{' '}
            </>
          )}
          <a href={areaFragment(page.readOn.area, page.readOn.within)}>{words.readOn}</a>
        </p>
      )}
    </div>
  );
}

/** What came of it, brought into sight. @param first with what stands below it. @param still it was there before the page was opened. */
function After({
  text,
  first,
  still,
}: {
  readonly text: string;
  readonly first: boolean;
  readonly still: boolean;
}) {
  const root = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (!still) root.current?.scrollIntoView({ block: first ? 'start' : 'nearest' });
  }, [first, still]);
  return (
    <p ref={root} className={styles.after} data-first={first ? '' : undefined}>
      <Marked text={text} />
    </p>
  );
}

/** A page that is opened sets up what it speaks of, unless its run is on the stage. */
function useOpened({ chapter }: ChapterPart, at: number): void {
  const app = useActions();
  useEffect(() => {
    const known = Object.values(setupsOf(chapter, at));
    const first = chapter.pages[at]?.setups ? known[0] : runOfPage(chapter, at);
    const { draft } = app.store.getState();
    if (first && !known.some((one) => sameExperiment(one, draft))) app.setup.setUp(first);
  }, [app, chapter, at]);
}
