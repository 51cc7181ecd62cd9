import { ErrorBoundary } from '../error-boundary.tsx';
import { useActions, useApp } from '../store/use-app.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { laterPart } from '../later-part.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { pairOf } from './trial.ts';
import { classes } from '#views/classes.ts';
import styles from './training.module.css';
import { trainingWays } from '#words/en/training-ways.ts';

const Training = lazyPart(
  laterPart(() => import('./training.tsx')),
  (part) => part.Training,
);

/** The dialog about a model's training. What is in it is loaded when it is first opened. */
export function TrainingDialog() {
  const app = useActions();
  const model = useApp((state) => (state.dialog === 'training' ? state.training : null));
  const pair = model === null ? null : pairOf(model);
  return (
    <Dialog
      title={trainingWays.dialog[pair?.by ?? 'reinforcement']}
      className={classes('dialog', styles.dialog)}
      open={pair !== null}
      onClose={() => app.view.openDialog('none')}
    >
      <ErrorBoundary part="dialog">{pair && <Training pair={pair} />}</ErrorBoundary>
    </Dialog>
  );
}
