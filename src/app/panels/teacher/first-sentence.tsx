import { teacher } from '#words/en/teacher.ts';
import { Marked } from './marked.tsx';
import { useLesson } from './use-lesson.ts';

/** What the teacher has to say, cut where its place ends. */
export function FirstSentence() {
  const lesson = useLesson();
  return <Marked text={lesson.kind === 'intro' ? teacher.intros[lesson.strategy] : lesson.said.join(' ')} />;
}
