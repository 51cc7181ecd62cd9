import type { Demonstration } from '#learn/questions/question.ts';
import type { PlacedQuestion } from '#learn/questions/questions.ts';
import { useApp } from '#app/store/use-app.tsx';
import { Icon, type IconName } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import type { QuestionText } from '#words/question-text.ts';
import { demonstrationAddress, useDemonstrate } from './use-demonstrate.ts';
import styles from './ways-to-see.module.css';

const signs: Readonly<Record<Demonstration['kind'], IconName>> = {
  run: 'play',
  compare: 'compare',
  claim: 'curve',
  sweep: 'curve',
  lens: 'inspect',
  chooser: 'book',
};

/** What shows that an answer is so, each with one click: the first is what the answer is about. */
export function WaysToSee({
  question: { id, shows },
  text,
}: {
  readonly question: PlacedQuestion;
  readonly text: QuestionText;
}) {
  const demonstrate = useDemonstrate();
  const busy = useApp((state) => state.phase !== 'idle');
  return (
    <ul className={styles.ways}>
      {Object.entries(shows).map(([way, one], at) => {
        const label = text.ways[way] ?? way;
        const name = `${label}: ${text.question}`;
        const look = classes('button', at === 0 && 'button-primary');
        const place = demonstrationAddress(one);
        const inPlay = one.kind !== 'sweep' && place === null;
        return (
          <li key={`${id} ${way}`}>
            {place === null ? (
              <button
                type="button"
                className={look}
                aria-label={name}
                disabled={inPlay && busy}
                onClick={() => demonstrate(id, one, text.question)}
              >
                <Icon name={signs[one.kind]} size={13} />
                {label}
              </button>
            ) : (
              <a className={look} href={place} aria-label={name}>
                <Icon name={signs[one.kind]} size={13} />
                {label}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
