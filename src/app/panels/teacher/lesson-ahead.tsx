import { lessonOf } from '#app/store/areas.ts';
import { useApp } from '#app/store/use-app.tsx';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import { lessonPart } from '../lesson/lesson-part.ts';
import { BackToLesson } from './back-to-lesson.tsx';

const LessonNext = lazyPart(
  lessonPart,
  (part) => part.LessonNext,
  () => null,
);

/** Beside the teacher's line: the next page of the lesson that is open, or the way back into the one that was. */
export function LessonAhead() {
  const id = useApp((state) => lessonOf(state.area));
  return id === null ? <BackToLesson short /> : <LessonNext id={id} />;
}
