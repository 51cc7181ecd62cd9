import type { Chapter } from '#learn/chapter.ts';
import type { ChapterId } from '#learn/chapters.ts';
import type { ChapterWords } from './lesson-words.ts';

/** A chapter and its words, which are fetched together when it is opened. */
export interface ChapterPart {
  readonly chapter: Chapter;
  readonly words: ChapterWords;
}

async function both(chapter: Promise<Chapter>, words: Promise<ChapterWords>): Promise<ChapterPart> {
  const [own, said] = await Promise.all([chapter, words]);
  return { chapter: own, words: said };
}

/** What fetches each chapter. */
export const chapterParts = {
  'self-consistency': () =>
    both(
      import('#learn/chapters/self-consistency.ts').then((part) => part.selfConsistencyChapter),
      import('./en/lessons/self-consistency.ts').then((part) => part.lessonSelfConsistency),
    ),
} as const satisfies Readonly<Record<ChapterId, () => Promise<ChapterPart>>>;
