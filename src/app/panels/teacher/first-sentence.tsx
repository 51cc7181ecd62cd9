import { introOf } from './how-it-works.tsx';
import { Marked } from './marked.tsx';
import { useLesson } from './use-lesson.ts';

/** What the teacher has to say, cut where its place ends. */
export function FirstSentence() {
  const lesson = useLesson();
  return <Marked text={lesson.kind === 'intro' ? introOf(lesson.strategy) : lesson.said.join(' ')} />;
}
