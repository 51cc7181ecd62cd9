import { spokenName } from '#app/models/spoken-name.ts';
import { families } from '#experiment/families.ts';
import { isOwnModel } from '#experiment/model-id.ts';
import { modelList } from '#words/en/model-list.ts';
import { problems } from '#words/en/problems.ts';
import type { EmbeddedModel, JudgingModel } from '#policy/model-handle.ts';
import { modelsFor, verifiersFor } from '#policy/models.ts';
import { aboutModel } from '#app/models/about.ts';
import { areaFragment } from '#app/store/areas.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { TrainingLink } from '#app/training/training-link.tsx';
import { factsText } from './facts-text.ts';
import { KeptOffline } from './kept-offline.tsx';
import styles from './model-list.module.css';
import row from './model-row.module.css';
import { OwnModels } from './own-models.tsx';
import { UseButton } from './use-button.tsx';

/** The model that a training in the page begins with, unless another is chosen. */
const trainedAnew = 'arithmetic-base';

/** The models that ship with the page, by what they were trained for. */
export function EmbeddedModels() {
  return (
    <>
      <OwnModels />
      <p className={`quiet ${styles.intro}`}>{modelList.embeddedIntro}</p>
      <KeptOffline />
      {families
        .map((family) => [family, modelsFor(family).filter(({ id }) => !isOwnModel(id))] as const)
        .filter(([, models]) => models.length > 0)
        .map(([family, models]) => (
          <section key={family} className={styles.group} aria-labelledby={`models-${family}`}>
            <h3 className={styles.title} id={`models-${family}`}>
              {problems.trainedFor[family].title}{' '}
              <span className={`quiet ${styles.what}`}>{problems.trainedFor[family].what}</span>
            </h3>
            <ul className={styles.rows}>
              {models.map((model) => (
                <EmbeddedRow key={model.id} model={model} />
              ))}
            </ul>
          </section>
        ))}
      <Verifiers judging={families.flatMap(verifiersFor).filter(({ id }) => !isOwnModel(id))} />
    </>
  );
}

function EmbeddedRow({ model }: { readonly model: EmbeddedModel }) {
  const app = useActions();
  const inUse = useApp((state) => state.draft.model === model.id);
  return (
    <li className={row.row} data-used={inUse ? '' : undefined}>
      <div className={row.words}>
        <h4 className={row.name} translate="no">
          {spokenName(model.id)}
        </h4>
        <p>{aboutModel(model.id)}</p>
        <p className={`quiet ${row.facts}`}>{factsText(model)}</p>
        <TrainingLink model={model.id} />
        {model.id === trainedAnew && (
          <p>
            <a href={areaFragment('lab', 'training')} onClick={() => app.view.openDialog('none')}>
              {modelList.trainIt}
            </a>
          </p>
        )}
      </div>
      <div className={row.actions}>
        <UseButton
          name={spokenName(model.id)}
          inUse={inUse}
          onUse={() => {
            app.setup.takeModel(model.id);
            app.view.openDialog('none');
          }}
        />
      </div>
    </li>
  );
}

/** Models that judge what others think. They are chosen where the verifier is, so there is nothing to press here. */
function Verifiers({ judging }: { readonly judging: readonly JudgingModel[] }) {
  if (judging.length === 0) return null;
  return (
    <section className={styles.group} aria-labelledby="models-verifiers">
      <h3 className={styles.title} id="models-verifiers">
        {modelList.verifiers} <span className={`quiet ${styles.what}`}>{modelList.verifiersWhat}</span>
      </h3>
      <ul className={styles.rows}>
        {judging.map((model) => (
          <li key={model.id} className={row.row}>
            <div className={row.words}>
              <h4 className={row.name} translate="no">
                {spokenName(model.id)}
              </h4>
              <p>{aboutModel(model.id)}</p>
              <p className={`quiet ${row.facts}`}>{factsText(model)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
