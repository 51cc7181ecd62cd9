import { useId } from 'react';
import { problemUnavailable } from '#experiment/fit.ts';
import { modelName } from '#policy/models.ts';
import { aboutModel } from '#app/models/about.ts';
import { abilitiesOf, engineOf, modelChoices } from '#app/store/library-state.ts';
import { models } from '#words/en/models.ts';
import { problems } from '#words/en/problems.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { TrainingLink } from '#app/training/training-link.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import { side } from '../side.ts';
import { classes } from '#views/classes.ts';
import setupStyles from './setup.module.css';
import choiceStyles from './choice.module.css';
import factStyles from './model-facts.module.css';
import { setup } from '#words/en/setup.ts';

const ModelFactsLine = lazyPart(side, (part) => part.ModelFactsLine);
const GpuModelState = lazyPart(side, (part) => part.GpuModelState);

/** Which model: those that ship with the page and know the problem, those of WebLLM's at hand, and a way to all others. */
export function ModelChoice() {
  const app = useActions();
  const helpId = useId();
  const chosen = useApp((state) => state.draft.model);
  const family = useApp((state) => state.draft.problem.family);
  const library = useApp((state) => state.library);
  const choices = modelChoices(library, family, chosen);
  return (
    <section className={setupStyles.section} aria-labelledby="setup-model">
      <h2 className={setupStyles.title} id="setup-model">
        {setup.model}
      </h2>
      <div className={choiceStyles.list} role="radiogroup" aria-labelledby="setup-model">
        {choices.map((id, place) => {
          const blocked = problemUnavailable(family, abilitiesOf(id, library));
          return (
            <label key={id} className={choiceStyles.root} data-blocked={blocked ? '' : undefined}>
              <input
                type="radio"
                name="model"
                checked={id === chosen}
                disabled={blocked !== null && id !== chosen}
                aria-describedby={`${helpId}-${place}`}
                onChange={() => app.setup.setModel(id)}
              />
              <span className={choiceStyles.name} translate="no">
                {modelName(id)}
              </span>
              <span
                className={blocked || id === chosen ? choiceStyles.help : 'hidden-visually'}
                id={`${helpId}-${place}`}
              >
                {(blocked && problems.onlyKnows(blocked)) ??
                  aboutModel(id) ??
                  models.runs[abilitiesOf(id, library).engine]}
              </span>
            </label>
          );
        })}
      </div>
      <button
        type="button"
        className={classes('button button-small', setupStyles.models)}
        onClick={() => app.view.openDialog('models')}
      >
        <Icon name="chip" size={14} />
        {models.choose}
      </button>
      <TrainingLink model={chosen} />
      {!engineOf(chosen, library).ships && <GpuModelState model={chosen} />}
      <details className={classes('setup-more', factStyles.root)}>
        <summary>{models.facts}</summary>
        <ModelFactsLine model={chosen} />
      </details>
    </section>
  );
}
