import { useEffect, useMemo, useState } from 'react';
import { spokenName } from '#app/models/spoken-name.ts';
import type { TrainingSetup } from '#train/setup.ts';
import { areaFragment } from '#app/store/areas.ts';
import { trainingCurves } from '#app/trainings/curves.ts';
import { loadRecordedTraining, type RecordedTraining, recordedPreset } from '#app/trainings/recorded.ts';
import { presetOf, usualPreset } from '#app/trainings/presets.ts';
import { type TrainingPreset, trainingPresets } from '#train/presets.ts';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { trainerWords } from '#words/en/trainer.ts';
import { coresForTraining } from '#worker/cores.ts';
import page from '../../area-page.module.css';
import { KeptTrainings } from './kept-trainings.tsx';
import { TrainingSettings } from './training-settings.tsx';
import { TrainingOpener } from './training-opener.tsx';
import { TrainingPicture } from './training-picture.tsx';
import styles from './home.module.css';
import { useCursor } from './use-cursor.ts';
import { useTrainings, useTrainingsState } from './use-trainings.ts';

/** A recorded training that plays at once, the button that starts one of one's own, its settings, and those that are kept. */
export function TrainingHome({ fromLink = false }: { readonly fromLink?: boolean }) {
  const trainings = useTrainings();
  const keeps = useTrainingsState((state) => state.keeps);
  const draft = useTrainingsState((state) => state.draft);
  const going = useTrainingsState((state) => state.going);
  useEffect(() => void trainings.refresh(), [trainings]);
  // Who comes with a setup is shown all of it.
  const [opens] = useState(fromLink || draft !== null);
  const setup = draft ?? trainingPresets[usualPreset];
  async function start() {
    const id = await trainings.start(setup);
    location.hash = areaFragment('lab', `training/${id}`);
  }
  return (
    <div className={page.root}>
      <header className={page.head}>
        <h2 className={page.title}>{trainerWords.title}</h2>
        <p className={page.intro}>{trainerWords.intro}</p>
        <div className={styles.begin}>
          <button type="button" className="button button-primary button-large" onClick={() => void start()}>
            <Icon name="play" size={16} />
            {trainerWords.trainIt}
          </button>
          <p className={styles.what}>
            <b>{whatText(setup)}</b>
            <br />
            <span className="quiet">
              {trainerWords.trainItIs(coresForTraining(navigator.hardwareConcurrency))}
            </span>
          </p>
        </div>
        <TrainingSettings setup={setup} open={opens} onChange={trainings.setDraft} />
        {going && (
          <p>
            <a href={areaFragment('lab', `training/${going.id}`)}>{trainerWords.oneGoes}</a>
          </p>
        )}
        {fromLink && <p className={page.intro}>{trainerWords.fromLink}</p>}
        {keeps === false && <p className={page.intro}>{trainerWords.notKept}</p>}
      </header>
      <Recorded preset={recordedPreset(presetOf(setup))} />
      <section className={page.section} aria-labelledby="training-list">
        <div className={styles.listHead}>
          <h3 className={page.sectionTitle} id="training-list">
            {trainerWords.yours}
          </h3>
          <TrainingOpener />
        </div>
        <KeptTrainings />
      </section>
    </div>
  );
}

const whatText = (setup: TrainingSetup): string =>
  trainerWords.what({
    model: spokenName(setup.model),
    steps: setup.steps,
    traces: setup.problems * setup.group,
  });

/** What somebody else's machine did, for who only wants to look. */
function Recorded({ preset }: { readonly preset: TrainingPreset }) {
  const [recorded, setRecorded] = useState<RecordedTraining | null>(null);
  useEffect(() => {
    let gone = false;
    loadRecordedTraining(preset).then(
      (found) => gone || setRecorded(found),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [preset]);
  return recorded && <RecordedPicture key={recorded.made} recorded={recorded} />;
}

function RecordedPicture({ recorded }: { readonly recorded: RecordedTraining }) {
  const curves = useMemo(() => trainingCurves(recorded.log), [recorded]);
  const cursor = useCursor(curves.last, true);
  return (
    <section className={styles.shown} aria-label={trainerWords.recordedChip}>
      <p className={styles.recorded}>
        <span className={classes('chip', styles.chip)}>{trainerWords.recordedChip}</span>
        <span>
          <b>{whatText(recorded.setup)}</b>{' '}
          <span className="quiet">
            {trainerWords.recorded({
              when: trainerWords.day(recorded.made),
              machine: trainerWords.machine(recorded.cores),
              seconds: curves.seconds,
            })}
          </span>
        </span>
      </p>
      <TrainingPicture curves={curves} steps={recorded.setup.steps} cursor={cursor} snapshots={[]} />
    </section>
  );
}
