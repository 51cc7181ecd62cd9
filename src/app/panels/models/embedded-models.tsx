import type { Family } from '#experiment/problem.ts';
import type { EmbeddedModel, JudgingModel } from '#policy/model-handle.ts';
import { modelsFor, verifiersFor } from '#policy/models.ts';
import { aboutModel } from '#app/models/about.ts';
import { bytesText, parametersText } from '#app/models/amounts.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { TrainingLink } from '#app/training/training-link.tsx';
import { Icon } from '#app/ui/icon.tsx';

const families: readonly { readonly id: Family; readonly title: string; readonly what: string }[] = [
  { id: 'countdown', title: 'Game of 24 and Countdown', what: 'Make a target from four numbers.' },
  { id: 'arithmetic', title: 'Arithmetic', what: 'Sums of products.' },
  { id: 'puzzle', title: 'Puzzles', what: 'Word problems, equations, knights and knaves.' },
];

/** The models that ship with the page, by what they were trained for. */
export function EmbeddedModels() {
  return (
    <>
      <p className="quiet models-intro">
        Trained by this project, each for one kind of problem. They run on any computer, start at once, and
        give everyone the same tokens.
      </p>
      {families.map(({ id, title, what }) => (
        <section key={id} className="models-group" aria-labelledby={`models-${id}`}>
          <h3 className="models-title" id={`models-${id}`}>
            {title} <span className="quiet models-what">{what}</span>
          </h3>
          <ul className="models-rows">
            {modelsFor(id).map((model) => (
              <EmbeddedRow key={model.id} model={model} />
            ))}
          </ul>
        </section>
      ))}
      <VerifierModels models={families.flatMap(({ id }) => verifiersFor(id))} />
    </>
  );
}

function EmbeddedRow({ model }: { readonly model: EmbeddedModel }) {
  const app = useActions();
  const inUse = useApp((state) => state.draft.model === model.id);
  return (
    <li className="model-row" data-used={inUse ? '' : undefined}>
      <div className="model-words">
        <h4 className="model-name">{model.name}</h4>
        <p>{aboutModel(model.id)}</p>
        <p className="quiet model-facts">
          {parametersText(model.parameters)} parameters · {bytesText(model.downloadBytes)}
          {model.capabilities.valueHead && ' · says how promising a thought is'}
        </p>
        <TrainingLink model={model.id} />
      </div>
      <div className="model-actions">
        <UseButton
          name={model.name}
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

const judges = { process: 'judges every step', outcome: 'judges outcomes' } as const satisfies Record<
  JudgingModel['verifier'],
  string
>;

/** Models that judge what others think. They are chosen where the verifier is, so there is nothing to press here. */
function VerifierModels({ models }: { readonly models: readonly JudgingModel[] }) {
  if (models.length === 0) return null;
  return (
    <section className="models-group" aria-labelledby="models-verifiers">
      <h3 className="models-title" id="models-verifiers">
        Verifiers{' '}
        <span className="quiet models-what">
          They judge what a model thinks, and think nothing themselves. Chosen in the setup, under Verifier.
        </span>
      </h3>
      <ul className="models-rows">
        {models.map(({ id, name, parameters, downloadBytes, verifier }) => (
          <li key={id} className="model-row">
            <div className="model-words">
              <h4 className="model-name">{name}</h4>
              <p>{aboutModel(id)}</p>
              <p className="quiet model-facts">
                {parametersText(parameters)} parameters · {bytesText(downloadBytes)} · {judges[verifier]}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Takes a model for the next run. */
export function UseButton({
  name,
  inUse,
  disabled,
  onUse,
}: {
  readonly name: string;
  readonly inUse: boolean;
  readonly disabled?: boolean;
  readonly onUse: () => void;
}) {
  if (inUse)
    return (
      <span className="chip chip-used">
        <Icon name="right" size={13} />
        in use
      </span>
    );
  return (
    <button
      type="button"
      className="button button-small"
      aria-label={`Use ${name}`}
      disabled={disabled}
      onClick={onUse}
    >
      Use
    </button>
  );
}
