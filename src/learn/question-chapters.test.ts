import { expect, test } from 'vitest';
import { chapterIds, chapterOf } from './chapters.ts';
import { chapterOfQuestion, questionsOfChapter } from './question-chapters.ts';
import { questionOf } from './question-of.ts';

test('each question with a chapter is found at the end of that chapter, once', () => {
  const found = chapterIds.flatMap((chapter) => questionsOfChapter(chapter).map(({ id }) => id));
  const wanted = Object.entries(chapterOfQuestion).flatMap(([id, chapter]) => (chapter ? [id] : []));
  expect(found.toSorted()).toEqual(wanted.toSorted());
});

test('a strategy with a question has a chapter too', () => {
  expect(Object.keys(questionOf).filter((kind) => !Object.hasOwn(chapterOf, kind))).toEqual([]);
});
