import { compare } from '#words/en/compare.ts';
import { shell } from '#words/en/shell.ts';
import { OutcomeSign } from '#app/ui/verdict.tsx';
import { classes } from '#views/classes.ts';
import { spentBy } from './compare-figures.ts';
import styles from './results-line.module.css';
import { letterOf } from './side-words.ts';
import { useStagesState } from './use-stages.ts';

interface ResultsLineProps {
  readonly unfolded: boolean;
  readonly onFold: () => void;
}

/** On a phone: of each side its letter, its outcome and what it has drawn, in one line. The table unfolds below it. */
export function ResultsLine({ unfolded, onFold }: ResultsLineProps) {
  const sides = useStagesState((state) => state.sides);
  const views = useStagesState((state) => state.views);
  if (sides.every(({ phase }) => phase === 'ready')) return null;
  return (
    <button
      type="button"
      className={classes(styles.root, 'unfolds')}
      aria-expanded={unfolded}
      onClick={onFold}
    >
      <span className={unfolded ? undefined : 'hidden-visually'}>{compare.results}</span>
      {!unfolded &&
        views.map((view, place) => (
          <span key={sides[place]?.id ?? place} className={styles.side}>
            <span className={styles.letter}>{letterOf(place)}</span>
            {view.chosen?.answer && view.grade && (
              <>
                <span className={styles.sign} data-outcome={view.grade.outcome}>
                  <OutcomeSign outcome={view.grade.outcome} />
                </span>
                <span className="hidden-visually">{shell.verdict[view.grade.outcome]}</span>
              </>
            )}
            <span className={classes('mono', styles.tokens)}>
              {view.status === 'idle' ? '–' : compare.figures.count(spentBy(view))}
            </span>
            <span className="hidden-visually">{compare.figures.tokens}</span>
          </span>
        ))}
    </button>
  );
}
