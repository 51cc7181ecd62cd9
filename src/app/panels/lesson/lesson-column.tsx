import { useEffect, useRef } from 'react';
import { type ChapterId, chapterIds, isChapter } from '#learn/chapters.ts';
import { laterPart } from '#app/later-part.ts';
import { areaFragment } from '#app/store/areas.ts';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import { scrollerOf } from '#app/ui/scroller-of.ts';
import { classes } from '#views/classes.ts';
import { lessonWords } from '#words/en/lessons.ts';
import { shell } from '#words/en/shell.ts';
import type { ChapterPart } from '#words/chapter-parts.ts';
import { useChapter } from './use-chapter.ts';
import { LessonPage } from './lesson-page.tsx';
import styles from './lesson.module.css';
import { keepProgress, noteOpened, useProgress } from './progress.ts';

/** A lesson in the teacher's place: a page at a time, beside the run that it speaks of. */
export function LessonColumn({ id }: { readonly id: string }) {
  return isChapter(id) ? <Opened key={id} id={id} /> : <Unknown />;
}

/** Said here alone: a notice would lie over it on a phone. */
function Unknown() {
  return (
    <p role="alert">
      {lessonWords.unknown} <a href={areaFragment('learn')}>{lessonWords.all}</a>
    </p>
  );
}

function Opened({ id }: { readonly id: ChapterId }) {
  const part = useChapter(id);
  return part ? <Chapter id={id} part={part} /> : <p className="quiet">{shell.opening}</p>;
}

function Chapter({ id, part }: { readonly id: ChapterId; readonly part: ChapterPart }) {
  const progress = useProgress(id);
  const last = part.chapter.pages.length - 1;
  const at = Math.min(progress?.page ?? 0, last);
  const finished = progress?.finished ?? false;
  const root = useRef<HTMLElement>(null);
  useEffect(() => noteOpened(id), [id]);
  useEffect(() => {
    if (at === last && !finished) keepProgress(id, { page: at, finished: true });
  }, [id, at, last, finished]);
  const go = (page: number) => {
    keepProgress(id, { page, finished });
    if (!root.current) return;
    scrollerOf(root.current)?.scrollTo({ top: 0 });
    // Who reads by ear reads on at the new page.
    root.current.focus();
  };
  return (
    <section
      ref={root}
      className={styles.root}
      data-lesson=""
      data-own-picture={part.chapter.pages[at]?.widget === 'sweep' ? '' : undefined}
      aria-label={`${lessonWords.lesson}: ${lessonWords.chapters[id].title}`}
      tabIndex={-1}
    >
      <header className={styles.head}>
        <p className={styles.chapter}>{lessonWords.chapters[id].title}</p>
        <a className={styles.leave} href={areaFragment('play')}>
          {lessonWords.leave}
        </a>
        <progress className="progress" aria-hidden="true" value={at + 1} max={last + 1} />
      </header>
      <LessonPage key={at} part={part} at={at} />
      <nav className={styles.turn} aria-label={lessonWords.lesson}>
        <button type="button" className="button" disabled={at === 0} onClick={() => go(at - 1)}>
          {lessonWords.back}
        </button>
        <span className={classes('quiet', styles.page)}>{lessonWords.pageOf(at + 1, last + 1)}</span>
        {at < last ? (
          <button type="button" className="button button-primary" onClick={() => go(at + 1)}>
            {lessonWords.next}
          </button>
        ) : (
          <a className="button" href={areaFragment('learn')}>
            {lessonWords.all}
          </a>
        )}
      </nav>
      {at === last && <RelatedQuestions chapter={id} />}
      {at === last && <Following id={id} />}
    </section>
  );
}

/** The questions that the chapter helps to answer: their texts come with them. */
const RelatedQuestions = lazyPart(
  laterPart(() => import('./related-questions.tsx')),
  (part) => part.RelatedQuestions,
  () => null,
);

/** The chapter after this one, begun at its first page. */
function Following({ id }: { readonly id: ChapterId }) {
  const next = chapterIds[chapterIds.indexOf(id) + 1];
  if (next === undefined) return null;
  return (
    <p>
      <a href={areaFragment('learn', `lesson/${next}`)}>
        {lessonWords.following(lessonWords.chapters[next].title)}
      </a>
    </p>
  );
}
