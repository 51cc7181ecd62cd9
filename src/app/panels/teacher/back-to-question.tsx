import { areaFragment } from '#app/store/areas.ts';
import { Icon } from '#app/ui/icon.tsx';
import { lessonWords } from '#words/en/lessons.ts';
import styles from './back-to.module.css';
import { useQuestionBefore } from './came-from.ts';

/** To the question whose answer is shown by what is set up. */
export function BackToQuestion() {
  const question = useQuestionBefore();
  return question === null ? null : (
    <p>
      <a className={styles.root} href={areaFragment('learn', `question/${question}`)}>
        <Icon name="back" size={14} />
        {lessonWords.backToQuestion}
      </a>
    </p>
  );
}
