import { isChapter, type ChapterId } from '#learn/chapters.ts';
import { lessonWords } from '#words/en/lessons.ts';
import { Marked } from '../teacher/marked.tsx';
import type { ChapterPart } from '#words/chapter-parts.ts';
import { useChapter } from './use-chapter.ts';
import { saidAfter } from './lesson-page.tsx';
import { useProgress } from './progress.ts';
import { usePageProgress } from './page-progress.ts';
import { usePageState } from './use-task.ts';

/** Where a lesson has no column: what came of its page, or what it asks for, in a line. */
export function LessonLine({ id }: { readonly id: string }) {
  return isChapter(id) ? <Opened id={id} /> : lessonWords.unknown;
}

function Opened({ id }: { readonly id: ChapterId }) {
  const part = useChapter(id);
  return part ? <Line id={id} part={part} /> : null;
}

function Line({ id, part }: { readonly id: ChapterId; readonly part: ChapterPart }) {
  const progress = useProgress(id);
  const at = Math.min(progress?.page ?? 0, part.chapter.pages.length - 1);
  const { pageDone } = usePageProgress(part.chapter.pages[at]);
  const state = usePageState(part, at, pageDone);
  const words = state && part.words.pages[state.page.id];
  return words ? <Marked text={saidAfter(words, state) ?? words.task} /> : null;
}
