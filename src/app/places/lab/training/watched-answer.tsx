import type { TrainingCurves } from '#app/trainings/curves.ts';
import { upTo } from '#app/trainings/curves.ts';
import { ProblemPicture } from '#app/problems/problem-picture.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { trainerWords } from '#words/en/trainer.ts';
import { hasThought, TraceText } from './trace-text.tsx';
import styles from './watched-answer.module.css';

/** One problem that is answered after each step: the answer at the cursor. */
export function WatchedAnswer({ curves, at }: { readonly curves: TrainingCurves; readonly at: number }) {
  const shown = upTo(curves.watched, at);
  return (
    <section className={styles.root} aria-labelledby="training-watched">
      <h3 className={styles.title} id="training-watched">
        {trainerWords.watched}
      </h3>
      {!shown && <p className="quiet">{trainerWords.watchedLater}</p>}
      {shown && (
        <>
          <div className={styles.problem}>
            <ProblemPicture problem={shown.problem} />
          </div>
          <p className={styles.when}>
            {trainerWords.watchedAt(shown.step)}
            <span className={styles.verdict} data-right={shown.trace.right}>
              <Icon name={shown.trace.right ? 'right' : 'wrong'} size={13} />
              {shown.trace.right ? trainerWords.right : trainerWords.wrong}
            </span>
          </p>
          <div className={styles.trace}>
            <TraceText text={shown.trace.text} />
          </div>
          <p className="quiet">
            {hasThought(shown.trace.text) ? trainerWords.watchedIs : trainerWords.noThought}
          </p>
        </>
      )}
    </section>
  );
}
