import { isOwnModel } from '#experiment/model-id.ts';
import { problemUnavailable } from '#experiment/fit.ts';
import { engineKinds } from '#policy/model-handle.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import { aboutModel } from '#app/models/about.ts';
import { abilitiesOf, engineOf, type LibraryState, modelChoices } from '#app/store/library-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { TrainingLink } from '#app/training/training-link.tsx';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import { header } from '#words/en/header.ts';
import { models } from '#words/en/models.ts';
import { problems } from '#words/en/problems.ts';
import { side } from '../side.ts';
import styles from './setup.module.css';

const ModelState = lazyPart(side, (part) => part.ModelState);

const groups = [...engineKinds, 'own'] as const;
const groupOf = (id: string, library: LibraryState) =>
  isOwnModel(id) ? 'own' : abilitiesOf(id, library).engine;

/** Which model: those that ship with the page and know the problem, those of WebLLM's at hand, and a way to all others. */
export function ModelChoice() {
  const app = useActions();
  const chosen = useApp((state) => state.draft.model);
  const family = useApp((state) => state.draft.problem.family);
  const library = useApp((state) => state.library);
  const choices = modelChoices(library, family, chosen);
  return (
    <div>
      <div className={styles.line}>
        <label className={styles.title} htmlFor="setup-model">
          {header.model}
        </label>
        <span className={styles.helped}>
          <select
            id="setup-model"
            className="field-select"
            value={chosen}
            aria-describedby="setup-model-about"
            onChange={(event) => {
              const { value } = event.currentTarget;
              if (value === '') app.view.openDialog('models');
              else app.setup.setModel(value);
            }}
          >
            {groups.map((kind) => {
              const own = choices.filter((id) => groupOf(id, library) === kind);
              return own.length === 0 ? null : (
                <optgroup key={kind} label={kind === 'own' ? models.own : models.where[kind]}>
                  {own.map((id) => {
                    const other = problemUnavailable(family, abilitiesOf(id, library));
                    return (
                      <option
                        key={id}
                        value={id}
                        translate="no"
                        disabled={other !== null && id !== chosen}
                        title={other ? problems.onlyKnows(other) : aboutModel(id)}
                      >
                        {spokenName(id)}
                      </option>
                    );
                  })}
                </optgroup>
              );
            })}
            <option value="">{header.allModels}</option>
          </select>
          <span className="help-text" id="setup-model-about">
            {aboutModel(chosen) ?? models.runs[abilitiesOf(chosen, library).engine]}
          </span>
        </span>
      </div>
      <TrainingLink model={chosen} />
      {!engineOf(chosen, library).ships && <ModelState model={chosen} />}
    </div>
  );
}
