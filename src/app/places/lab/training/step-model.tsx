import { useState } from 'react';
import { folderZip } from '#policy/model-files/folder-zip.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import { saveFile } from '#app/sharing/save-file.ts';
import { areaFragment } from '#app/store/areas.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { sweepsOf } from '#app/sweeps/here.ts';
import { folderOfStep, modelAtHand } from '#app/trainings/model-of-step.ts';
import type { ModelSnapshot } from '#app/trainings/snapshots.ts';
import type { LoadedTraining } from '#app/trainings/trainings-state.ts';
import { Icon, type IconName } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { trainerWords } from '#words/en/trainer.ts';
import { goToSweep } from '../sweeps/go-to.ts';
import styles from './step-model.module.css';
import { sweepAgainstStart, trialBesideStart, trialOfModel } from './trials.ts';
import { useTrainings } from './use-trainings.ts';

/** What can be made of the model of a step: run, compared, kept, handed out, trained on. */
export function StepModel({
  loaded,
  at,
  snapshot,
}: {
  readonly loaded: LoadedTraining;
  /** The step that is looked at. */
  readonly at: number;
  /** The model of it, or the last one before it that was kept; null for the one that it began from. */
  readonly snapshot: ModelSnapshot | null;
}) {
  const app = useActions();
  const trainings = useTrainings();
  const busy = useApp((state) => state.phase !== 'idle');
  const [said, setSaid] = useState<{ readonly of: ModelSnapshot | null; readonly text: string } | null>(null);
  const [preparing, setPreparing] = useState(false);
  const { setup } = loaded;
  const step = snapshot?.step ?? 0;
  const say = (text: string) => setSaid({ of: snapshot, text });

  async function withModel(act: (id: string) => void): Promise<void> {
    setPreparing(true);
    setSaid(null);
    try {
      act(await modelAtHand(loaded, snapshot));
    } catch {
      say(trainerWords.modelFailed);
    }
    setPreparing(false);
  }
  function compare(id: string): void {
    const { experiment, comparison } = trialBesideStart(loaded, id);
    app.setup.setExperiment(experiment);
    app.runs.compare.pick(comparison);
    app.runs.showSideBySide({ kind: 'arms' });
    app.runs.startCompare();
    app.view.toPlay();
  }
  async function save(): Promise<void> {
    if (!snapshot) return;
    try {
      const { name, content } = folderZip(await folderOfStep(loaded, snapshot));
      saveFile(name, content);
    } catch {
      say(trainerWords.modelFailed);
    }
  }
  const button = (text: string, icon: IconName, act: () => void, isOff = false, title?: string) => (
    <button
      type="button"
      className="button button-small"
      title={title}
      disabled={preparing || isOff}
      onClick={act}
    >
      <Icon name={icon} size={13} />
      {text}
    </button>
  );
  return (
    <section className={styles.root} aria-labelledby="training-model">
      <h3 className={styles.title} id="training-model">
        {trainerWords.modelOf(step)}
      </h3>
      {step !== at && <p className={classes('quiet', styles.note)}>{trainerWords.modelNearest(step)}</p>}
      <div className={styles.actions}>
        {button(
          trainerWords.use,
          'play',
          () => void withModel((id) => app.setup.open(trialOfModel(loaded, id))),
          busy,
        )}
        {snapshot && (
          <>
            {button(trainerWords.compare, 'compare', () => void withModel(compare), busy)}
            {button(
              trainerWords.sweep,
              'curve',
              () =>
                void withModel((id) => {
                  const sweep = sweepAgainstStart(loaded, id, step);
                  void sweepsOf(app).start(sweep).then(goToSweep);
                }),
            )}
            {button(
              trainerWords.keepModel,
              'chip',
              () => void withModel((id) => say(trainerWords.modelIsKept(spokenName(id)))),
            )}
            {button(trainerWords.exportModel, 'export', () => void save())}
            {button(
              trainerWords.branch,
              'edit',
              () =>
                void withModel((id) => {
                  trainings.setDraft({ ...setup, model: id });
                  location.hash = areaFragment('lab', 'training');
                }),
              false,
              trainerWords.branchIs,
            )}
          </>
        )}
      </div>
      {busy && <p className={classes('quiet', styles.note)}>{trainerWords.busy}</p>}
      <output className={styles.said}>
        {preparing ? trainerWords.opening : said?.of === snapshot && said.text}
      </output>
    </section>
  );
}
