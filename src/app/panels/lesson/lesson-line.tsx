import { isChapter, type ChapterId } from '#learn/chapters.ts';
import { lessonWords } from '#words/en/lessons.ts';
import { Marked } from '../teacher/marked.tsx';
import type { ChapterPart } from '#words/chapter-parts.ts';
import { useChapter } from './use-chapter.ts';
import { saidAfter } from './lesson-page.tsx';
import styles from './lesson-line.module.css';
import { useOpenPage } from './use-task.ts';

/** Where a lesson has no column: its page, and what came of it or what it asks for. */
export function LessonLine({ id }: { readonly id: string }) {
  return isChapter(id) ? <Opened id={id} /> : lessonWords.unknown;
}

function Opened({ id }: { readonly id: ChapterId }) {
  const part = useChapter(id);
  return part ? <Line id={id} part={part} /> : null;
}

function Line({ id, part }: { readonly id: ChapterId; readonly part: ChapterPart }) {
  const { at, last, state } = useOpenPage(id, part);
  const words = state && part.words.pages[state.page.id];
  if (!words) return null;
  return (
    <>
      <span className={styles.page}>
        {at + 1}/{last + 1} · {words.title}
      </span>
      <span className="hidden-visually">: </span>
      <span className={styles.said}>
        <Marked text={saidAfter(words, state) ?? words.task} />
      </span>
    </>
  );
}
