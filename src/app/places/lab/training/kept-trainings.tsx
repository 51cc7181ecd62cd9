import { useState } from 'react';
import { modelName } from '#policy/models.ts';
import { trainingPresets } from '#train/presets.ts';
import { areaFragment } from '#app/store/areas.ts';
import { presetOf, trainingPresetNames } from '#app/trainings/presets.ts';
import type { ListedTraining } from '#app/trainings/trainings-state.ts';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { trainerSettings } from '#words/en/trainer-settings.ts';
import { trainerWords } from '#words/en/trainer.ts';
import styles from './kept-trainings.module.css';
import { useTrainings, useTrainingsState } from './use-trainings.ts';

/** What a training is called: by its person, else by what it trains. */
export function trainingTitle({ title, setup }: Pick<ListedTraining, 'title' | 'setup'>): string {
  if (title !== '') return title;
  // With more steps it is still the same.
  const preset = trainingPresetNames.find(
    (name) => presetOf({ ...setup, steps: trainingPresets[name].steps }) === name,
  );
  const what = preset ? trainerSettings.presets[preset].title : trainerWords.presetOwn;
  return trainerWords.titled(what, modelName(setup.model));
}

/** The trainings that are kept: opened, gone on with, renamed, deleted and had back. */
export function KeptTrainings() {
  const trainings = useTrainings();
  const list = useTrainingsState((state) => state.list);
  const removed = useTrainingsState((state) => state.removed);
  return (
    <>
      {removed && (
        <output className={styles.removed}>
          <span>{trainerWords.deleted(trainingTitle(removed))}</span>
          <button type="button" className="button button-small" onClick={() => trainings.undoRemove()}>
            {trainerWords.undo}
          </button>
          <button
            type="button"
            className="button button-small button-icon"
            aria-label={trainerWords.dismiss}
            onClick={() => void trainings.forgetRemoved()}
          >
            <Icon name="close" size={13} />
          </button>
        </output>
      )}
      {list?.length === 0 && <p className="quiet">{trainerWords.noneYet}</p>}
      {list !== null && list.length > 0 && (
        <ul className={styles.list}>
          {list.map((one) => (
            <Row key={one.id} one={one} />
          ))}
        </ul>
      )}
    </>
  );
}

function Row({ one }: { readonly one: ListedTraining }) {
  const trainings = useTrainings();
  const going = useTrainingsState((state) => state.going?.id === one.id);
  const [renaming, setRenaming] = useState(false);
  const title = trainingTitle(one);
  const button = (action: string, onClick: () => void) => (
    <button
      type="button"
      className="button button-small button-plain"
      aria-label={trainerWords.actionOn(action, title)}
      onClick={onClick}
    >
      {action}
    </button>
  );
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        {renaming ? (
          <TrainingName
            title={title}
            onDone={(next) => {
              setRenaming(false);
              if (next !== null) void trainings.rename(one.id, next);
            }}
          />
        ) : (
          <a href={areaFragment('lab', `training/${one.id}`)} className={styles.title} translate="no">
            {title}
          </a>
        )}
        <p className={classes('quiet', styles.facts)} data-live={going ? '' : undefined}>
          {going && <span className={classes('pulse', styles.pulse)} />}
          {trainerWords.progress(one.done, one.setup.steps)}
          {one.from !== null && one.to !== null && ` · ${trainerWords.fromTo(one.from, one.to)}`}
          {' · '}
          {one.fleeting ? trainerWords.fleeting : trainerWords.when(one.changed)}
        </p>
      </div>
      <div className={styles.actions}>
        {!going &&
          one.done < one.setup.steps &&
          button(trainerWords.goOn, () => {
            location.hash = areaFragment('lab', `training/${one.id}`);
            void trainings.goOn(one.id);
          })}
        {button(trainerWords.rename, () => setRenaming(true))}
        {button(trainerWords.delete, () => void trainings.remove(one.id))}
      </div>
    </li>
  );
}

/** @param onDone null where the name stays. */
function TrainingName({
  title,
  onDone,
}: {
  readonly title: string;
  readonly onDone: (title: string | null) => void;
}) {
  const [text, setText] = useState(title);
  return (
    <form
      className={styles.rename}
      onSubmit={(event) => {
        event.preventDefault();
        onDone(text === title ? null : text);
      }}
    >
      <input
        className={classes('field-input', styles.name)}
        aria-label={trainerWords.name}
        value={text}
        maxLength={120}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was asked for by the button that stood here
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
        onKeyDown={(event) => event.key === 'Escape' && onDone(null)}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" className="button button-small">
        {trainerWords.keep}
      </button>
    </form>
  );
}
