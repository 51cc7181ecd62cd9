import { spokenName } from '#app/models/spoken-name.ts';
import { useActions } from '../store/use-app.tsx';
import { Icon } from '../ui/icon.tsx';
import { pairOf } from './trial.ts';
import { classes } from '#views/classes.ts';
import styles from './training.module.css';
import { trainingWays } from '#words/en/training-ways.ts';

/** Opens how a model learnt from its own traces, or what became of it so. Other models have nothing to show. */
export function TrainingLink({ model }: { readonly model: string }) {
  const app = useActions();
  const pair = pairOf(model);
  if (!pair) return null;
  const made = pair.after.id === model;
  return (
    <button
      type="button"
      className={classes('button button-plain button-small', styles.link)}
      onClick={() => app.view.openTraining(model)}
      aria-label={
        made ? trainingWays.link.madeOf(spokenName(model)) : trainingWays.link.baseOf(spokenName(model))
      }
    >
      <Icon name="curve" size={14} />
      {made ? trainingWays.link.made : trainingWays.link.base}
    </button>
  );
}
