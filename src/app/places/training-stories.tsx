import { spokenName } from '#app/models/spoken-name.ts';
import { aboutModel } from '#app/models/about.ts';
import { areaFragment } from '#app/store/areas.ts';
import { TrainingLink } from '#app/training/training-link.tsx';
import { lensWords } from '#words/en/lenses.ts';
import { lensAddress } from './lab/lenses/lens-list.ts';
import { trainedModels } from './trained-models.ts';
import styles from './training-stories.module.css';

/** The models that learnt from traces of their own, each with the way to its learning curve. */
export function TrainingStories() {
  return (
    <ul className={styles.list}>
      {trainedModels.map(({ id, learnt }) => (
        <li key={id} className={styles.story}>
          <h4 className={styles.name} translate="no">
            {spokenName(id)}
          </h4>
          <p>{aboutModel(id)}</p>
          <TrainingLink model={id} />
          {learnt?.by === 'reinforcement' && (
            <a href={areaFragment('lab', lensAddress('grpo'))}>{lensWords.names.grpo}</a>
          )}
        </li>
      ))}
    </ul>
  );
}
