import { amounts } from '#words/en/amounts.ts';
import { lessonOf } from '#app/store/areas.ts';
import { useApp } from '#app/store/use-app.tsx';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import { lessonPart } from '../lesson/lesson-part.ts';
import { Calm } from './calm.tsx';
import { introOf } from './how-it-works.tsx';
import { Marked } from './marked.tsx';
import { useLesson } from './use-lesson.ts';

const LessonLine = lazyPart(
  lessonPart,
  (part) => part.LessonLine,
  () => null,
);

/** What the teacher has to say, or the lesson that is open, cut where its place ends. */
export function FirstSentence() {
  const id = useApp((state) => lessonOf(state.area));
  return <Calm>{id === null ? <Said /> : <LessonLine id={id} />}</Calm>;
}

function Said() {
  const lesson = useLesson();
  return (
    <Marked text={lesson.kind === 'intro' ? introOf(lesson.strategy) : lesson.said.join(amounts.between)} />
  );
}
