import { useState } from 'react';
import { chapterOfQuestion } from '#learn/question-chapters.ts';
import type { PlacedQuestion } from '#learn/questions/questions.ts';
import { areaFragment } from '#app/store/areas.ts';
import { Icon } from '#app/ui/icon.tsx';
import { number } from '#words/en/format.ts';
import { lessonWords } from '#words/en/lessons.ts';
import { questionWords } from '#words/en/questions.ts';
import { questionText } from '#words/question-words.ts';
import { MeasuredLines } from './measured-lines.tsx';
import styles from './question-card.module.css';
import { SourcesLine } from './sources-line.tsx';
import { WaysToSee } from './ways-to-see.tsx';

/** A question; its answer when the person has guessed. On paper all answers are there. */
export function QuestionCard({
  question,
  named,
  known,
  onKnown,
}: {
  readonly question: PlacedQuestion;
  /** The address names it: its answer is open. */
  readonly named: boolean;
  readonly known: boolean;
  readonly onKnown: (knows: boolean) => void;
}) {
  const { id } = question;
  const text = questionText(id);
  const chapter = chapterOfQuestion[id];
  const [shown, show] = useState(named);
  const [wasNamed, keepNamed] = useState(named);
  if (wasNamed !== named) {
    keepNamed(named);
    if (named) show(true);
  }
  const answer = `answer-${id}`;
  return (
    <li className={styles.card} id={`learn-question/${id}`} data-named={named ? '' : undefined}>
      <span className={styles.number} aria-hidden="true">
        {number(question.number)}
      </span>
      <h4 className={styles.question}>
        {text.question}{' '}
        <a
          className={styles.own}
          href={areaFragment('learn', `question/${id}`)}
          aria-label={questionWords.linkTo(text.question)}
        >
          <Icon name="link" size={13} />
        </a>
      </h4>
      <label className={styles.known}>
        <input
          type="checkbox"
          checked={known}
          aria-label={questionWords.iCanOne(text.question)}
          onChange={(event) => onKnown(event.currentTarget.checked)}
        />
        {questionWords.iCan}
      </label>
      <div className={styles.reveal}>
        {!shown && <span className="quiet">{questionWords.guess}</span>}
        <button
          type="button"
          className="button button-small"
          aria-expanded={shown}
          aria-controls={answer}
          aria-label={shown ? questionWords.hideOne(text.question) : questionWords.showOne(text.question)}
          onClick={() => show(!shown)}
        >
          {shown ? questionWords.hide : questionWords.show}
        </button>
      </div>
      <div className={styles.answer} id={answer} hidden={!shown}>
        <p className={styles.text}>{text.answer}</p>
        <p className={styles.mistake}>
          <strong className={styles.label}>
            <Icon name="warning" size={13} /> {questionWords.mistake}
          </strong>{' '}
          {text.mistake}
        </p>
        <div className={styles.see}>
          <p className={styles.text}>
            <strong className={styles.label}>{questionWords.seeIt}</strong> {text.look}
          </p>
          <WaysToSee question={question} text={text} />
          <MeasuredLines question={question} />
        </div>
        {chapter && (
          <p className={styles.text}>
            <a href={areaFragment('learn', `lesson/${chapter}`)}>
              {lessonWords.lessonIs(lessonWords.chapters[chapter].title)}
            </a>
          </p>
        )}
        <SourcesLine sources={question.sources} />
      </div>
    </li>
  );
}
