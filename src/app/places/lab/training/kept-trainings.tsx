import { spokenName } from '#app/models/spoken-name.ts';
import { trainingPresets } from '#train/presets.ts';
import { areaFragment } from '#app/store/areas.ts';
import { presetOf, trainingPresetNames } from '#app/trainings/presets.ts';
import type { ListedTraining } from '#app/trainings/trainings-state.ts';
import { trainerSettings } from '#words/en/trainer-settings.ts';
import { trainerWords } from '#words/en/trainer.ts';
import { KeptRow, KeptRows, RemovedNote } from '../kept/kept-rows.tsx';
import { useTrainings, useTrainingsState } from './use-trainings.ts';

/** What a training is called: by its person, else by what it trains. */
export function trainingTitle({ title, setup }: Pick<ListedTraining, 'title' | 'setup'>): string {
  if (title !== '') return title;
  // With more steps it is still the same.
  const preset = trainingPresetNames.find(
    (name) => presetOf({ ...setup, steps: trainingPresets[name].steps }) === name,
  );
  const what = preset ? trainerSettings.presets[preset].title : trainerWords.presetOwn;
  return trainerWords.titled(what, spokenName(setup.model));
}

/** The trainings that are kept: opened, gone on with, renamed, deleted and had back. */
export function KeptTrainings() {
  const trainings = useTrainings();
  const list = useTrainingsState((state) => state.list);
  const removed = useTrainingsState((state) => state.removed);
  return (
    <>
      {removed && (
        <RemovedNote
          said={trainerWords.deleted(trainingTitle(removed))}
          words={trainerWords}
          onUndo={() => trainings.undoRemove()}
          onForget={() => void trainings.forgetRemoved()}
        />
      )}
      {list?.length === 0 && <p className="quiet">{trainerWords.noneYet}</p>}
      {list !== null && list.length > 0 && (
        <KeptRows>
          {list.map((one) => (
            <KeptTrainingRow key={one.id} one={one} />
          ))}
        </KeptRows>
      )}
    </>
  );
}

function KeptTrainingRow({ one }: { readonly one: ListedTraining }) {
  const trainings = useTrainings();
  const going = useTrainingsState((state) => state.going?.id === one.id);
  const address = areaFragment('lab', `training/${one.id}`);
  const goOn = () => {
    location.hash = address;
    void trainings.goOn(one.id);
  };
  return (
    <KeptRow
      title={trainingTitle(one)}
      address={address}
      facts={
        <>
          {trainerWords.progress(one.done, one.setup.steps)}
          {one.from !== null && one.to !== null && ` · ${trainerWords.fromTo(one.from, one.to)}`}
          {' · '}
          {one.fleeting ? trainerWords.fleeting : trainerWords.when(one.changed)}
        </>
      }
      going={going}
      words={trainerWords}
      onRename={(title) => void trainings.rename(one.id, title)}
      before={!going && one.done < one.setup.steps ? [{ name: trainerWords.goOn, act: goOn }] : []}
      after={[{ name: trainerWords.delete, act: () => void trainings.remove(one.id) }]}
    />
  );
}
