import { spokenName } from '#app/models/spoken-name.ts';
import { modelsFor } from '#policy/models.ts';
import { classes } from '#views/classes.ts';
import { ownModelWords } from '#words/en/own-models.ts';
import { modelWanted } from '#words/en/model-wanted.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { experimentLine } from '../experiment-line.ts';
import { OpenModel } from '../models/open-model.tsx';
import styles from './empty-stage.module.css';

/** What is set up, by a link say, wants a model that somebody made in another browser: where it comes from, and what would do without. */
export function OwnWanted() {
  const app = useActions();
  const draft = useApp((state) => state.draft);
  const looking = useApp((state) => state.library.own === null);
  const [embedded] = modelsFor(draft.problem.family);
  if (looking) return <p className="quiet">{ownModelWords.wanted.looking}</p>;
  return (
    <>
      <p className={styles.sentence}>{ownModelWords.wanted.title}</p>
      <p className={classes(styles.line, 'quiet')}>{experimentLine(draft)}</p>
      <p className={classes('quiet', styles.note)}>{ownModelWords.wanted.what}</p>
      <div className={classes('row', styles.ways)}>
        <OpenModel className="button-primary button-large" />
        {embedded && (
          <button type="button" className="button" onClick={() => app.setup.setModel(embedded.id)}>
            {modelWanted.switchInstead(spokenName(embedded.id))}
          </button>
        )}
      </div>
    </>
  );
}
