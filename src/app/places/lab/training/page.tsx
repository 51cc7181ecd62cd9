import { useEffect, useMemo } from 'react';
import { spokenName } from '#app/models/spoken-name.ts';
import { areaFragment } from '#app/store/areas.ts';
import { saveFile } from '#app/sharing/save-file.ts';
import { trainingCurves } from '#app/trainings/curves.ts';
import { writeTrainingFile } from '#app/trainings/training-file.ts';
import type { ListedTraining, LoadedTraining } from '#app/trainings/trainings-state.ts';
import { FailureText } from '#app/ui/failure-text.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { trainerWords } from '#words/en/trainer.ts';
import page from '../../area-page.module.css';
import { snapshotAt } from '#app/trainings/snapshots.ts';
import { StepModel } from './step-model.tsx';
import { trainingTitle } from './kept-trainings.tsx';
import { Milestones } from './milestones.tsx';
import { ProgressLine } from './progress-line.tsx';
import { TrainingPicture } from './training-picture.tsx';
import styles from './page.module.css';
import { useCursor } from './use-cursor.ts';
import { useTrainings, useTrainingsState } from './use-trainings.ts';

/** A training of one's own: how it goes, and what can be made of it. */
export function TrainingPage({ id }: { readonly id: string }) {
  const trainings = useTrainings();
  const one = useTrainingsState((state) => state.list?.find((listed) => listed.id === id));
  const loaded = useTrainingsState((state) => state.loaded.get(id));
  const trouble = useTrainingsState((state) => state.trouble.get(id));
  const keeps = useTrainingsState((state) => state.keeps);
  useEffect(() => void trainings.load(id), [id, trainings]);
  const said = trouble && (
    <div role="alert" className={styles.trouble}>
      <p>
        {trouble.kind === 'failed' ? <FailureText failure={trouble.failure} /> : trainerWords[trouble.kind]}
      </p>
      {trouble.kind === 'failed' && <p>{trainerWords.kept}</p>}
    </div>
  );
  return (
    <div className={page.root}>
      {!one || !loaded ? (
        said
      ) : (
        <>
          {said}
          {keeps === false && <p className={page.intro}>{trainerWords.notKept}</p>}
          <Shown one={one} loaded={loaded} />
        </>
      )}
    </div>
  );
}

function Shown({ one, loaded }: { readonly one: ListedTraining; readonly loaded: LoadedTraining }) {
  const trainings = useTrainings();
  const { log, snapshots, setup } = loaded;
  const curves = useMemo(() => trainingCurves(log), [log]);
  const cursor = useCursor(curves.last, false);
  const steps = useMemo(() => [0, ...snapshots.map(({ step }) => step)], [snapshots]);
  async function save(): Promise<void> {
    const file = await trainings.fileOf(one.id);
    if (file) saveFile(`second-thought-training-${one.id}.json`, await writeTrainingFile(file));
  }
  return (
    <>
      <header className={page.head}>
        <div className={styles.head}>
          <h2 className={page.title} translate="no">
            {trainingTitle(one)}
          </h2>
          <div className="row">
            <button
              type="button"
              className="button button-small"
              title={trainerWords.exportTrainingIs}
              onClick={() => void save()}
            >
              <Icon name="export" size={13} />
              {trainerWords.exportTraining}
            </button>
            <button
              type="button"
              className="button button-small"
              onClick={() => {
                trainings.setDraft(setup);
                location.hash = areaFragment('lab', 'training');
              }}
            >
              <Icon name="sliders" size={13} />
              {trainerWords.again}
            </button>
          </div>
        </div>
        <p className="quiet">
          {trainerWords.what({
            model: spokenName(setup.model),
            steps: setup.steps,
            traces: setup.problems * setup.group,
          })}
        </p>
        <ProgressLine one={one} loaded={loaded} curves={curves} />
        <Milestones id={one.id} curves={curves} />
      </header>
      <div className={styles.body}>
        <TrainingPicture curves={curves} steps={setup.steps} cursor={cursor} snapshots={steps}>
          <StepModel
            loaded={loaded}
            at={cursor.at}
            snapshot={cursor.at === 0 ? null : snapshotAt(snapshots, cursor.at)}
          />
        </TrainingPicture>
      </div>
    </>
  );
}
