import { trainerWords } from '#words/en/trainer.ts';
import { startTrainer } from '#worker/start-trainer.ts';
import { held } from '../records/held.ts';
import { besidePlay } from '../beside-play.ts';
import { tellLabActivity } from '../lab-activity.ts';
import type { App } from '../store/app.ts';
import { browserArchive } from './browser-archive.ts';
import { createTrainings } from './trainings.ts';
import type { Trainings } from './trainings-around.ts';

const known = new WeakMap<App, Trainings>();

/** The trainings of the page. */
export function trainingsOf(app: App): Trainings {
  const there = known.get(app);
  if (there) return there;
  const trainer = startTrainer();
  const made = createTrainings({
    archive: { ...browserArchive, hold: (id) => held(`second-thought.training.${id}`) },
    trainer: () => trainer,
    ...besidePlay(app),
  });
  known.set(app, made);
  sayInHeader(made);
  sayInTitle(made);
  return made;
}

/** Beside the name of the Lab: that a training goes on. */
function sayInHeader({ store }: Trainings): void {
  store.subscribe(({ going }) => tellLabActivity('training', going !== null));
}

/** While the page is hidden, the name of its tab says how far the training is. */
function sayInTitle({ store }: Trainings): void {
  let before: string | null = null;
  const show = () => {
    const { going, list } = store.getState();
    const one = list?.find(({ id }) => id === going?.id);
    if (document.visibilityState === 'hidden' && one) {
      before ??= document.title;
      document.title = trainerWords.hiddenTitle(one.done, one.setup.steps, before);
    } else if (before !== null) {
      document.title = before;
      before = null;
    }
  };
  store.subscribe(show);
  document.addEventListener('visibilitychange', show);
}
